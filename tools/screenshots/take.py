"""Pictures of the running program: the few that the documentation shows, or every page in every look for looking through.

    .venv/bin/python tools/screenshots/take.py                 the pictures of docs/screenshots, small
    .venv/bin/python tools/screenshots/take.py --only figures  some of them
    .venv/bin/python tools/screenshots/take.py --all OUTDIR    every page that each role reaches, zh and en, desk and phone, and
                                                               dark, high contrast and large print; names pages that are wider
                                                               than the screen, and lays several beside each other in sheet-*.png
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
from accessibility import PUBLIC, STAFF  # noqa: E402
from people import PASSWORD  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from shots import SHOTS  # noqa: E402

DESK, PHONE, WALL = (1440, 900), (390, 844), (1920, 1080)
LARGEST = 120_000
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
        self.context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
        self.page = self.context.new_page()
        if role:
            self.page.goto(f"{base}/login")
            self.page.fill("input[name=name]", role)
            self.page.fill("input[name=password]", PASSWORD)
            self.page.click("main button[type=submit]")
            self.page.wait_for_load_state()

    def look(self, language, size, scheme):
        """`scheme` is light or dark, or contrast or large: what a visitor asks for at the top of the page."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        wishes = {"language": language, "contrast": "more" if scheme == "contrast" else "normal", "size": "large" if scheme == "large" else "normal"}
        self.context.add_cookies([{"name": f"lianxin_{name}", "value": value, "url": self.base} for name, value in wishes.items()])

    def open(self, path, steps=()):
        """Opens a page, then follows the first link that each step selects, or does what it says: `click:` a place, or type
        `type:PLACE=WORDS`."""
        answer = self.page.goto(self.base + path)
        # Figures follow what was just made; a picture of half of them would tell nothing.
        while path.startswith("/figures") and self.page.locator("p.notice[role=status]").count():
            self.page.wait_for_timeout(1000)
            answer = self.page.reload()
        for step in steps:
            if step.startswith("click:"):
                self.page.locator(step.removeprefix("click:")).first.click()
            elif step.startswith("type:"):
                place, words = step.removeprefix("type:").split("=", 1)
                self.page.locator(place).first.press_sequentially(words)
                # Suggestions come a moment after the last key.
                self.page.wait_for_timeout(1200)
            else:
                href = self.page.locator(step).first.get_attribute("href")
                answer = self.page.goto(self.base + href if href.startswith("/") else href)
        # What a page fetches by itself belongs to its picture; a live page never falls silent, so its parts are waited for.
        self.page.wait_for_load_state()
        self.page.wait_for_timeout(150)
        with contextlib.suppress(Exception):
            self.page.wait_for_function("!document.querySelector('.htmx-request')", timeout=4000)
        self.page.wait_for_timeout(250)
        return answer

    def links(self, selector):
        found = self.page.eval_on_selector_all(selector, "links => links.map(link => link.getAttribute('href'))")
        return [link for link in found if link and link.startswith("/") and not link.startswith("//")]


def small(png):
    """The picture with at most 128 colours, and narrower if it is still too large."""
    from PIL import Image
    image = Image.open(io.BytesIO(png)).convert("RGB")
    while True:
        out = io.BytesIO()
        image.quantize(colors=128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            return out.getvalue()
        image = image.resize((image.width * 9 // 10, image.height * 9 // 10), Image.Resampling.LANCZOS)


def shown():
    """The pictures that some page of the documentation shows."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    return {name for page in pages for name in re.findall(r"screenshots/([a-z-]+)\.png", page.read_text(encoding="utf-8"))}


def document(browser, base, only):
    """docs/screenshots: what the README and docs/rooms.md show, and nothing else."""
    target, wanted = ROOT / "docs/screenshots", shown()
    target.mkdir(exist_ok=True)
    for file in target.glob("*.png"):
        if file.stem not in wanted:
            file.unlink()
    for shot in SHOTS:
        languages = [language for language in ("zh", "en") if f"{shot.name}-{language}" in wanted]
        if not languages or (only and shot.name not in only):
            continue
        for language in languages:
            viewer = Viewer(browser, base, shot.role)
            viewer.look(language, {"desk": DESK, "phone": PHONE, "wall": WALL}[shot.size], shot.scheme)
            viewer.open(shot.path, shot.steps)
            file = target / f"{shot.name}-{language}.png"
            file.write_bytes(small(viewer.page.screenshot(full_page=False)))
            print(f"{file.relative_to(ROOT)} {file.stat().st_size // 1000} kB")
            viewer.context.close()


# Also what neither the navigation of a role nor the accessibility tests lead to.
ALSO = {
    "admin": ["/admin/profile/comparison?from=1&to=1"], "staffing": ["/catalogue/new-rule", "/catalogue/failures"], "leader": ["/portal/matters?area=east-lake"],
    "supervisor": ["/measures?tab=all"],
}
LOOKS = [("zh", "1440", "light"), ("en", "1440", "light"), ("zh", "390", "light"), ("en", "390", "light"), ("zh", "1440", "dark")]
MORE = [("en", "390", "dark"), ("zh", "1440", "contrast"), ("en", "390", "large")]


def reach(viewer, role):
    """The pages of one role: its navigation, the tabs there, and the first thing of every list."""
    paths = [*PUBLIC, "/portal/matters"] if role is None else ["/desk", *STAFF.get(role, []), *ALSO.get(role, [])]
    for path in list(paths):
        viewer.open(path)
        paths += viewer.links("nav.rooms a, header.top nav a, ul.answers li:first-child a")
    for path in list(dict.fromkeys(paths)):
        viewer.open(path)
        paths += viewer.links("nav.tabs a") + viewer.links("table.queue tbody tr:first-child .matter a")
    return list(dict.fromkeys(paths))


def look_through(browser, base, out, only):
    out.mkdir(parents=True, exist_ok=True)
    seen, wide = set(), []
    for role in only or [*STAFF, "staffing", None]:
        role = None if role == "citizen" else role
        viewer = Viewer(browser, base, role)
        for path in reach(viewer, role):
            # A case of one kind is enough, whoever looks at it.
            kind = re.sub(r"/[A-Z]{2}\d[\w-]*", "/number", path)
            key = (role if "number" in kind or kind.startswith("/desk") else "", kind)
            if key in seen:
                continue
            seen.add(key)
            main = path == "/desk" or role is None
            for language, width, scheme in LOOKS + (MORE if main else []):
                viewer.look(language, DESK if width == "1440" else PHONE, scheme)
                answer = viewer.open(path)
                name = f"{role or 'citizen'}{re.sub(r'[^a-z0-9-]+', '_', kind.lower())}-{language}-{width}-{scheme}.png"
                viewer.page.screenshot(path=out / name, full_page=True)
                spill = viewer.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if spill > 1 or answer.status >= 400:
                    wide.append(f"{name}: {answer.status}, {spill} px too wide")
        viewer.context.close()
        print(role or "citizen", flush=True)
    print("\n".join(wide) or "nothing is too wide")
    sheets(out)


def sheets(out):
    """Pictures of one width and look side by side, each as far as fits, under its name."""
    from PIL import Image, ImageDraw
    for width, columns in (("1440", 3), ("390", 8)):
        for scheme in ("light", "dark", "contrast", "large"):
            files = sorted(out.glob(f"[!s]*-{width}-{scheme}.png")) + sorted(out.glob(f"s[!h]*-{width}-{scheme}.png"))
            across = 1920 // columns
            for start in range(0, len(files), columns * 2):
                sheet = Image.new("RGB", (1920, 2 * 840), "#888888")
                for place, file in enumerate(files[start:start + columns * 2]):
                    picture = Image.open(file).convert("RGB")
                    picture = picture.resize((across - 8, picture.height * (across - 8) // picture.width)).crop((0, 0, across - 8, 820))
                    x, y = place % columns * across, place // columns * 840
                    sheet.paste(picture, (x, y + 16))
                    ImageDraw.Draw(sheet).text((x, y + 2), file.stem, fill="#ffffff")
                sheet.save(out / f"sheet-{width}-{scheme}-{start // (columns * 2):02}.png")


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
