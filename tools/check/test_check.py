"""The check's own tests: each rule finds what it must and leaves alone what it must. Ends with `N passed, N failed, N skipped`."""

import pathlib
import sys
import tempfile
import unittest

import form
import imports
import lint
import names
import rules
import words
from swift_text import code_lines
from tree import File


class Tree(unittest.TestCase):
    """A small tree on disk, thrown away afterwards."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.top = pathlib.Path(self.folder.name)

    def file(self, path, text):
        (self.top / path).parent.mkdir(parents=True, exist_ok=True)
        (self.top / path).write_text(text, encoding="utf-8")
        return File(path, self.top)

    def lint(self, path, text):
        return [(finding.line, finding.what) for finding in lint.findings([self.file(path, text)])]


class SwiftText(unittest.TestCase):
    def test_comments_and_strings_vanish_and_lines_stay(self):
        text = 'a // try!\nlet s = "as! \\" x" + b\n"""\nprint(\n"""\n#"fatalError("# end'
        lines = code_lines(text)
        self.assertEqual([line.split() for line in lines], [["a"], ["let", "s", "=", "+", "b"], [], [], [], ["end"]])

    def test_code_after_a_string_stays(self):
        self.assertIn("try!", code_lines('f("//") ; try! g()')[0])


class Lint(Tree):
    def test_crashes_are_found_in_code_only(self):
        text = "// try! is bad\nlet a = try! f()\nlet b = c as! D\nfatalError()\nlet s = \"fatalError()\"\n"
        self.assertEqual(self.lint("Sources/Web/A.swift", text), [(2, "try!"), (3, "as!"), (4, "fatalError")])

    def test_a_reason_excuses(self):
        self.assertEqual(self.lint("Sources/Web/A.swift", "// Safe because: the pattern is a constant\nlet a = try! f()\n"), [])

    def test_print_belongs_to_the_program(self):
        self.assertEqual(self.lint("Sources/App/A.swift", "print(1)\npage.print(2)\n"), [(1, "print outside the program")])
        self.assertEqual(self.lint("Sources/lianxin/A.swift", "print(1)\n"), [])

    def test_long_files_need_a_reason(self):
        self.assertEqual(self.lint("Sources/App/A.swift", "a\n" * 201), [(201, "201 lines")])
        self.assertEqual(self.lint("Sources/App/A.swift", "// Long because: one table\n" + "a\n" * 300), [])
        self.assertEqual(self.lint("Sources/App/A.swift", "a\n" * 200), [])

    def test_tests_do_not_sleep(self):
        self.assertEqual(self.lint("Tests/A/A.swift", "try await Task.sleep(for: .seconds(1))\n"), [(1, "a test sleeps")])
        self.assertEqual(self.lint("Tests/Browser/a.py", "page.wait_for_timeout(5)\n"), [(1, "a test sleeps")])
        self.assertEqual(self.lint("Sources/App/A.swift", "try await Task.sleep(for: pause)\n"), [])

    def test_unfinished_work_and_tabs(self):
        self.assertEqual(self.lint("Sources/App/A.swift", "// TO" + "DO later\n"), [(1, "a note of unfinished work")])
        self.assertEqual(self.lint("docs/a.md", "a\tb\n"), [(1, "a tab")])

    def test_what_the_build_makes_is_not_kept(self):
        self.assertEqual([finding.path for finding in lint.tracked([".build/a", "Package.resolved", "Sources/a"])],
                         [".build/a", "Package.resolved"])

    def test_a_broken_command_is_found(self):
        file = self.file("bin/x", "#!/usr/bin/env bash\nif true; then\n")
        self.assertEqual({finding.remedy for finding in lint.shell(self.top, [file])}, {"mend the syntax", "chmod +x"})


class Imports(Tree):
    def find(self, target, folder, declared, path, text):
        self.file("Package.swift", f'house("{target}")\n')
        description = {"targets": [{"name": target, "type": "regular", "path": folder,
                                    "dependencies": [{"byName": [name, None]} for name in declared]}]}
        found = imports.findings(self.top, [self.file(path, text)], description)
        return [(finding.path, finding.line, finding.what) for finding in found]

    def test_declared_and_allowed_is_fine(self):
        found = self.find("Dispatching", "Sources/Journey/3-Dispatch", ["Ledger", "People"], "Sources/Journey/3-Dispatch/A.swift",
                          "import Foundation\n@testable import Ledger\nimport struct People.Account\n// import Intake\n")
        self.assertEqual(found, [])

    def test_undeclared_is_found(self):
        found = self.find("Web", "Sources/Web", ["Casework"], "Sources/Web/A.swift", "import Casework\nimport Workdays\n")
        self.assertEqual(found, [("Sources/Web/A.swift", 2, "Web imports Workdays but does not declare it")])

    def test_a_stage_never_imports_another(self):
        found = self.find("Dispatching", "Sources/D", ["Intake"], "Sources/D/A.swift", "import Intake\n")
        self.assertEqual(found, [("Package.swift", 1, "Dispatching may not depend on Intake"),
                                 ("Sources/D/A.swift", 1, "Dispatching may not import Intake")])

    def test_rules_stay_pure(self):
        found = self.find("Dispatching", "Sources/D", ["Store"], "Sources/D/Rules/A.swift", "import Store\n")
        self.assertEqual(found, [("Sources/D/Rules/A.swift", 1, "a rule imports Store")])

    def test_a_target_without_a_rule_is_found(self):
        self.assertEqual(self.find("New", "Sources/New", [], "Sources/New/A.swift", ""),
                         [("Package.swift", 1, "no rule says what New may import")])


class Walls(unittest.TestCase):
    def test_desk_looks_up_only(self):
        self.assertIsNone(rules.may_import("Search", "People"))
        self.assertEqual(rules.may_import("People", "Search"), "desk")

    def test_only_app_names_engines_and_edges(self):
        self.assertIsNone(rules.may_import("App", "StoreSQLite"))
        self.assertEqual(rules.may_import("lianxin", "StoreSQLite"), "engine")
        self.assertEqual(rules.may_import("Search", "GRDB"), "engine")
        self.assertEqual(rules.may_import("People", "Interop"), "edge")

    def test_the_bottom_is_pure(self):
        self.assertIsNone(rules.may_import("Workdays", "Foundation"))
        self.assertEqual(rules.may_import("Workdays", "Logging"), "pure")
        self.assertEqual(rules.may_import("Casework", "Foundation"), "pure")
        self.assertEqual(rules.may_import("Store", "Casework"), "other")

    def test_a_library_stands_behind_its_module(self):
        self.assertIsNone(rules.may_import("Vault", "Crypto"))
        self.assertIsNone(rules.may_import("Web", "NIOCore"))
        self.assertEqual(rules.may_import("Dispatching", "Crypto"), "library")


class Names(Tree):
    def test_cities_in_sources_only_and_the_fixture_where_it_is_loaded(self):
        files = [self.file("Sources/App/A.swift", "// as in zibo\nlet a = \"济宁市\"\nlet joining = 1\nlet path = \"yunxi\"\n"),
                 self.file("Sources/App/Fixture/Load.swift", "let path = \"yunxi\"\n"),
                 self.file("docs/a.md", "Zibo\n")]
        found = [(finding.path, finding.line) for finding in names.cities(self.top, files)]
        self.assertEqual(found, [("Sources/App/A.swift", 1), ("Sources/App/A.swift", 2), ("Sources/App/A.swift", 4)])

    def test_profiles_add_their_cities_and_bases_do_not(self):
        self.file("Profiles/qinghe-2020.yaml", "extends: national\nname: {zh: 清河市12345热线, en: Qinghe}\n")
        self.file("Profiles/national.yaml", "name: 全市通用\n")
        self.assertEqual(names.profile_names(self.top), {"qinghe", "清河"})

    def test_registry_hosts_anywhere(self):
        files = [self.file("docs/a.md", "fine\nfrom packages.example/simple\n")]
        self.assertEqual([finding.line for finding in names.hosts(files, {"packages.example"})], [2])
        self.assertEqual(list(names.hosts(files, set())), [])


class Words(Tree):
    def words(self, text, path="Sources/A/Pages/A.swift"):
        return [finding.what.split(":")[0] for finding in words.findings([self.file(path, text)])]

    def test_both_halves_are_asked_for(self):
        self.assertEqual(self.words('let a = Phrase("签收 \\(name("x"))", "Sign \\(name("x"))")\nlet b = Phrase("", "")'), [])
        self.assertEqual(self.words('let a = Phrase("请先签收。", "")'), ["a sentence has one language only"])
        self.assertEqual(self.words('let a = Phrase("签收", "签收 it")', "Sources/A/A.swift"), ["Chinese in the English half"])
        self.assertEqual(self.words('let a = Phrase("Sign it", "Sign it")'), ["English in the Chinese half"])

    def test_chinese_on_a_page_has_its_english_beside_it(self):
        self.assertEqual(self.words('let a: HTML = "<p>签收</p>"'), ["Chinese without English"])
        self.assertEqual(self.words('let a: HTML = "<p>\\(Phrase("签收", "Sign"), language)</p>" // 签收'), [])
        self.assertEqual(self.words('let a = language == .zh ? "、" : ", "'), [])
        self.assertEqual(self.words('let a = "签收"', "Sources/A/Rules/A.swift"), [])


class Form(unittest.TestCase):
    def test_the_formatter_is_understood(self):
        [finding] = form.read("Sources/A.swift:3:1: error: [LineLength] line is too long\nnoise\n")
        self.assertEqual((finding.path, finding.line, finding.what), ("Sources/A.swift", 3, "[LineLength] line is too long"))


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=1).result
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    print(f"{result.testsRun - failed - skipped} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
