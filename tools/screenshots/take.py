"""Pictures of the running program: the few that the documentation shows, or every page in every look for looking through.

    .venv/bin/python tools/screenshots/take.py                 the pictures of docs/screenshots, small
    .venv/bin/python tools/screenshots/take.py --only figures  some of them
    .venv/bin/python tools/screenshots/take.py --all OUTDIR    every page that each role reaches, zh and en, desk and phone,
                                                               light and dark; names pages that are wider than the screen
Options: --city URL takes a city that runs already (the ready-made logins); else the debug program is started with the fixture
city and a month of history in a folder of its own. --program PATH names another program.
Needs what the browser tests need, and for the small pictures: .venv/bin/python -m pip install -r tools/set-up/screenshots.txt
"""
import argparse
import contextlib
import io
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Browser"))
from people import PASSWORD  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from shots import SHOTS  # noqa: E402

DESK, PHONE, WALL = (1440, 900), (390, 844), (1920, 1080)
LARGEST = 150_000
PORT = 12399


@contextlib.contextmanager
def city(program):
    """The fixture city with its month of history; its address."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--data", folder, "serve", "--port", str(PORT), "--with-fixture"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            next(line for line in process.stdout if line.startswith("连心"))
            yield f"http://127.0.0.1:{PORT}"
        finally:
            process.terminate()
            process.wait(timeout=20)


class Viewer:
    """One role at a browser, in any look."""

    def __init__(self, browser, base, role):
        self.base = base
        self.context = browser.new_context(locale="zh-CN")
        self.page = self.context.new_page()
        if role:
            self.page.goto(f"{base}/login")
            self.page.fill("input[name=name]", role)
            self.page.fill("input[name=password]", PASSWORD)
            self.page.click("main button[type=submit]")
            self.page.wait_for_load_state()

    def look(self, language, size, scheme):
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        self.context.add_cookies([{"name": "lianxin_language", "value": language, "url": self.base}])

    def open(self, path, steps=()):
        """Opens a page, then follows the first link that each step selects, or does what it says with `click:`."""
        answer = self.page.goto(self.base + path)
        for step in steps:
            if step.startswith("click:"):
                self.page.locator(step.removeprefix("click:")).first.click()
            else:
                href = self.page.locator(step).first.get_attribute("href")
                answer = self.page.goto(self.base + href if href.startswith("/") else href)
        # What a page fetches by itself belongs to its picture; live pages never fall silent, so not for ever.
        with contextlib.suppress(Exception):
            self.page.wait_for_load_state("networkidle", timeout=4000)
        return answer

    def links(self, selector):
        found = self.page.eval_on_selector_all(selector, "links => links.map(link => link.getAttribute('href'))")
        return [link for link in found if link and link.startswith("/") and not link.startswith("//")]


def small(png):
    """The picture with at most 256 colours, and narrower if it is still too large."""
    from PIL import Image
    image = Image.open(io.BytesIO(png)).convert("RGB")
    while True:
        out = io.BytesIO()
        image.quantize(colors=256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            return out.getvalue()
        image = image.resize((image.width * 9 // 10, image.height * 9 // 10), Image.Resampling.LANCZOS)


def document(browser, base, only):
    """docs/screenshots and the page that shows them."""
    target = ROOT / "docs/screenshots"
    target.mkdir(exist_ok=True)
    for shot in SHOTS:
        if only and shot.name not in only:
            continue
        viewer = Viewer(browser, base, shot.role)
        for language in ("zh", "en"):
            viewer.look(language, {"desk": DESK, "phone": PHONE, "wall": WALL}[shot.size], shot.scheme)
            viewer.open(shot.path, shot.steps)
            file = target / f"{shot.name}-{language}.png"
            file.write_bytes(small(viewer.page.screenshot(full_page=False)))
            print(f"{file.relative_to(ROOT)} {file.stat().st_size // 1000} kB")
        viewer.context.close()
    taken = [shot for shot in SHOTS if (target / f"{shot.name}-zh.png").exists()]
    parts = [f"## {shot.zh} · {shot.en}\n\n![{shot.zh}]({shot.name}-zh.png)\n\n![{shot.en}]({shot.name}-en.png)\n" for shot in taken]
    head = "# 界面 · The rooms\n\n由 `tools/screenshots/take.py` 在示例城市里拍摄。 Taken in the fixture city by `tools/screenshots/take.py`.\n"
    (target / "README.md").write_text("\n".join([head, *parts]), encoding="utf-8")


# What every look-through opens besides what the navigation of each role leads to.
ROLES = ["agent", "dispatcher", "officer", "supervisor", "followup", "shift-leader", "inspector", "analyst", "intake", "leader", "congress",
         "discipline", "staffing", "admin", "security-admin", "audit-admin", None]
PUBLIC = ["/portal", "/portal/appeals/new", "/portal/follow", "/portal/scope", "/login"]


def reach(viewer, role):
    """The pages of one role: its navigation, the tabs there, and the first thing of every list."""
    paths = list(PUBLIC) if role is None else ["/desk"]
    for path in list(paths):
        viewer.open(path)
        paths += viewer.links("nav.rooms a, header.top nav a")
    for path in list(dict.fromkeys(paths)):
        viewer.open(path)
        paths += viewer.links("nav.tabs a") + viewer.links("table.queue tbody tr:first-child .matter a")
    return list(dict.fromkeys(paths))


def look_through(browser, base, out, only):
    out.mkdir(parents=True, exist_ok=True)
    seen, wide = set(), []
    for role in only or ROLES:
        viewer = Viewer(browser, base, role)
        for path in reach(viewer, role):
            # A case of one kind is enough, whoever looks at it.
            kind = re.sub(r"/[A-Z]{2}\d[\w-]*", "/number", path)
            if (role if "number" in kind or kind.startswith("/desk") else "", kind) in seen:
                continue
            seen.add((role if "number" in kind or kind.startswith("/desk") else "", kind))
            for language in ("zh", "en"):
                for width, size in (("1440", DESK), ("390", PHONE)):
                    for scheme in ("light", "dark"):
                        viewer.look(language, size, scheme)
                        answer = viewer.open(path)
                        name = f"{role or 'citizen'}{re.sub(r'[^a-z0-9-]+', '_', kind.lower())}-{language}-{width}-{scheme}.png"
                        viewer.page.screenshot(path=out / name, full_page=True)
                        spill = viewer.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                        if spill > 1 or answer.status >= 400:
                            wide.append(f"{name}: {answer.status}, {spill} px too wide")
        viewer.context.close()
        print(role or "citizen", flush=True)
    print("\n".join(wide) or "nothing is too wide")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", metavar="OUTDIR", type=pathlib.Path)
    parser.add_argument("--only", nargs="*", default=[], help="names of pictures; with --all, roles")
    parser.add_argument("--city", metavar="URL")
    parser.add_argument("--program", default=str(ROOT / ".build/debug/lianxin"))
    asked = parser.parse_args()
    with contextlib.ExitStack() as stack:
        base = asked.city or stack.enter_context(city(asked.program))
        play = stack.enter_context(sync_playwright())
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
        if asked.all:
            look_through(browser, base, asked.all, asked.only)
        else:
            document(browser, base, asked.only)
        browser.close()


if __name__ == "__main__":
    main()
