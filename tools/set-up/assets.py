"""Prepares the files that the program carries for its pages: our own and pinned ones of others, each gzipped.

    assets.py TOP

Others' files come out of Python wheels, which pip fetches from wherever this machine gets its packages. Every wheel and
every file taken from it is pinned by its hash. The C target CAssets embeds what stands in its folder vendor/, so nothing is
fetched while the program is built or runs.
"""

import gzip
import hashlib
import pathlib
import subprocess
import sys
import zipfile

WHEELS = {
    "django_htmx": ("django-htmx==1.29.0", "0ec5be1645ed71e6787bd75e0250624f00274ac3bb1730f07b6629a95688929b"),
    "bootstrap_flask": ("bootstrap-flask==2.6.0", "2a0ff1df295b143020743949419c955de23ffc3465518f4bf5bac32f90deaa52"),
    "django_unfold": ("django-unfold==0.91.0", "486a468ec4788e0668a9e73686796b04450709171af4ac213b6d229a8015676a"),
    "django_leaflet": ("django-leaflet==0.34.0", "367f74c63709c1b466b740e0e7bd50cdc0d76f08cab2d6566af1559818d79cc2"),
}

HTMX = "django_htmx/static/django_htmx/"
WORKER = "line.js"
MARK = "mark.svg"
BOOTSTRAP = "flask_bootstrap/static/bootstrap5/"

CHARTS = "unfold/static/unfold/js/chart/"
LEAFLET = "leaflet/static/leaflet/"

# Target name: the members that are joined to make it, each with its wheel, path and hash.
# Bootstrap's bundle is Popper followed by Bootstrap, as its own build makes it.
VENDORED = {
    "htmx.min.js": [
        ("django_htmx", HTMX + "htmx-2.min.js", "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"),
    ],
    "bootstrap.min.css": [
        ("bootstrap_flask", BOOTSTRAP + "css/bootstrap.min.css", "d85327d99c7a3ee1f9b5d0500d1370acea3ad2db39c163c2f51f232baedbdede"),
    ],
    "bootstrap.bundle.min.js": [
        ("bootstrap_flask", BOOTSTRAP + "umd/popper.min.js", "ef9d782294421522458e434c973a266b8be6544e0919a51810933db18aba3987"),
        ("bootstrap_flask", BOOTSTRAP + "js/bootstrap.min.js", "7b0f14895d69247fd88e93840489cfd47c55bd3fd27eb0a6c12a14cc5f492207"),
    ],
    "chart.js": [("django_unfold", CHARTS + "chart.js", "db65ba70511147e08494c38a46030c89cb9e3153f455fec50440581fc67cb429")],
    "leaflet.js": [("django_leaflet", LEAFLET + "leaflet.js", "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03")],
    "leaflet.css": [("django_leaflet", LEAFLET + "leaflet.css", "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722")],
}


class SetUpError(Exception):
    """What went wrong and what to do about it."""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def checked(data, expected, name):
    """The data, if it is what we pinned."""
    if sha256(data) != expected:
        raise SetUpError(f"{name} is not the file that was pinned (sha256 {sha256(data)}, wanted {expected}); "
                         "delete .set-up and try again, and trust nothing if it stays so")
    return data


def wheel(folder, key):
    """The path of a wheel with the pinned hash, fetched by pip unless it is there."""
    requirement, digest = WHEELS[key]
    for path in folder.glob(f"{key}-*.whl"):
        if sha256(path.read_bytes()) == digest:
            return path
        path.unlink()
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
             "--only-binary", ":all:", "-d", str(folder), requirement]
    if subprocess.run(fetch).returncode != 0:
        raise SetUpError(f"pip could not fetch {requirement}; is a package index reachable? pip's own settings say which")
    path = next(folder.glob(f"{key}-*.whl"), None)
    if path is None:
        raise SetUpError(f"pip fetched no wheel for {requirement}")
    checked(path.read_bytes(), digest, path.name)
    return path


def without_map(text):
    """The file less its reference to a source map, which we do not carry and browsers would ask for."""
    lines = text.rstrip().split(b"\n")
    return b"\n".join(lines[:-1] if b"sourceMappingURL" in lines[-1] else lines)


def vendored(folder):
    """Others' files by target name."""
    for name, members in VENDORED.items():
        parts = []
        for key, member, digest in members:
            with zipfile.ZipFile(wheel(folder, key)) as archive:
                parts.append(without_map(checked(archive.read(member), digest, member)))
        yield name, b"\n".join(parts) + b"\n"


def own(folder):
    """Our own styles and scripts, each kind joined into one file: own.css and own.js first, the rest by name. The line to the
    server is a file of its own, because it runs beside the pages; so is the mark."""
    for name in (WORKER, MARK):
        yield name, (folder / name).read_bytes()
    for kind in ("css", "js"):
        paths = sorted(folder.glob(f"*.{kind}"), key=lambda path: (path.stem != "own", path.name))
        paths = [path for path in paths if path.name != WORKER]
        yield f"own.{kind}", b"\n".join(path.read_bytes() for path in paths)


def write(path, data):
    """Writes only what changed, so that a later build has nothing to do."""
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)


def main(top):
    assets = top / "Sources/Foundations/C/CAssets"
    target, fetched = assets / "vendor", top / ".set-up"
    target.mkdir(parents=True, exist_ok=True)
    write(target / ".gitignore", b"*\n")

    this_script = pathlib.Path(__file__).read_bytes()
    recipe, stamp = sha256(this_script).encode(), target / ".recipe"
    complete = all((target / f"{name}.gz").exists() for name in VENDORED)
    if not (complete and stamp.exists() and stamp.read_bytes() == recipe):
        fetched.mkdir(exist_ok=True)
        for name, data in vendored(fetched):
            write(target / f"{name}.gz", gzip.compress(data, 9, mtime=0))
        write(stamp, recipe)
    for name, data in own(assets / "own"):
        write(target / f"{name}.gz", gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    try:
        main(pathlib.Path(sys.argv[1]).resolve())
    except SetUpError as error:
        sys.exit(f"assets: {error}")
