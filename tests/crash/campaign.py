"""A small campaign in two versions, and what has to be true of the folder that it is built into."""

import os
import shutil
import subprocess
from pathlib import Path

PAGE = "+++\ntitle = '{title}'\n+++\n\n{text}\n"

# Between the two, a page is edited, one is taken back, one is new, and a film is another.
SAME = {
    "sala.toml": "base_url = 'https://org.example/'\ntitle = 'សាកល្បង'\n",
    "content/_index.md": "# ដើម\n\nអត្ថបទ\n",
    "content/stays.md": PAGE.format(title="ទុក", text="មិនប្តូរ"),
    "static/stays.css": "p { margin: 0 }",
}
VERSIONS = {
    "old": {
        "content/edited.md": PAGE.format(title="កែ", text="មុនកែ"),
        "content/taken-back.md": PAGE.format(title="ដកចេញ", text="ត្រូវដកចេញ"),
        "static/film.bin": "film one" * 20_000,
    },
    "new": {
        "content/edited.md": PAGE.format(title="កែ", text="ក្រោយកែ"),
        "content/added/index.md": PAGE.format(title="ថែម", text="ទំព័រថ្មី"),
        "static/film.bin": "film two" * 20_001,
    },
}

OUTPUT = "public"
LOCK = ".public.sala-lock"
SPARE = ".public.sala-stage"
LIST = ".sala"


class Campaign:
    """A campaign in a folder of its own, with one program that builds it."""

    def __init__(self, root, sala):
        self.root = Path(root)
        self.sala = str(sala)
        self.sites = {}
        shutil.rmtree(self.root, ignore_errors=True)

    @property
    def output(self):
        return self.root / OUTPUT

    def write(self, version):
        """Makes the campaign be of this version; what was built and kept stays."""
        for folder in ("content", "static"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        for path, text in {**SAME, **VERSIONS[version]}.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def forget(self):
        """Makes the folder be as before the first build."""
        for name in (OUTPUT, SPARE, ".sala"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        (self.root / LOCK).unlink(missing_ok=True)

    def command(self):
        return [self.sala, "build", "--language", "en", "--root", str(self.root)]

    @staticmethod
    def environment():
        # One thread makes the pages, so that a run makes the calls of the run before it.
        return {**os.environ, "RAYON_NUM_THREADS": "1", "NO_COLOR": "1"}

    def build(self):
        """Builds it as a user does; it must succeed and say nothing."""
        ran = subprocess.run(
            self.command(), env=self.environment(), capture_output=True, timeout=60
        )
        if ran.returncode != 0 or ran.stderr:
            raise Torn(f"an ordinary build ends with {ran.returncode}: {text(ran.stderr)}")

    def learn(self):
        """What the site of each version is, built into nothing."""
        for version in VERSIONS:
            self.write(version)
            self.forget()
            self.build()
            self.sites[version] = tree(self.output)
        self.forget()

    def standing(self):
        """Which version stands there whole: `old`, `new` or `nothing`."""
        if not os.path.lexists(self.output):
            return "nothing"
        found = tree(self.output)
        for version, site in self.sites.items():
            if found == site:
                return version
        torn = (difference(found, site) for site in self.sites.values())
        raise Torn("the site is torn: " + min(torn, key=len))

    def assert_clean(self):
        """Nothing lies about, and beside the site nothing that is not in it."""
        names = {"sala.toml", "content", "static", ".sala", OUTPUT, LOCK, SPARE}
        strays = {entry.name for entry in self.root.iterdir()} - names
        if strays:
            raise Torn(f"beside the site: {sorted(strays)}")
        if not (self.root / SPARE).exists():
            return
        site = tree(self.output)
        spare = tree(self.root / SPARE)
        spare.pop(LIST, None)
        beside = sorted(path for path, held in spare.items() if site.get(path) != held)
        if beside:
            raise Torn(f"in the spare tree, and not in the site: {beside}")


class Torn(Exception):
    """Something that must not be."""


def tree(folder):
    """Every file below a folder with what it holds, and every folder."""
    found = {}
    for path, folders, files in os.walk(folder):
        below = os.path.relpath(path, folder)
        for name in files:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.normpath(os.path.join(below, name))] = file.read()
        for name in folders:
            found[os.path.normpath(os.path.join(below, name))] = None
    return found


def difference(found, expected):
    paths = sorted(found.keys() | expected.keys())
    other = [path for path in paths if found.get(path, "missing") != expected.get(path, "missing")]
    return ", ".join(other)


def text(said):
    return said.decode("utf-8", "replace").strip()
