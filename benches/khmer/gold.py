#!/usr/bin/env python3
"""Makes text with known word boundaries from what translators marked; same packages, same bytes.

  gold.py FOLDER [--without FILE ...] [--only-manuals]

Khmer translators of LibreOffice and Firefox type U+200B where a line may break. FOLDER/packages gets
three Debian packages (by `apt-get download`, unless they lie there already), FOLDER itself:

  train.txt     LibreOffice's help and interface, the marks kept: text to learn from
  valid.seg     a tenth of them, to choose settings by
  test.seg      another tenth, to be looked at last
  firefox.seg   Firefox's strings: other translators, nothing of them in train.txt
  valid.txt, test.txt   the lines of the two above with the translators' own spaces and marks

A `.seg` file has one text a line, its words apart by spaces. `|` marks a boundary where a break is
right and none is no mistake, because translators themselves disagree there (see `Marks`).

Two texts with the same letters are one, whatever their marks. The SHA-256 of the letters says which
tenth a text belongs to, so it stays there in every version of the packages. Texts of the files given
with --without, such as a development set, go into none of these files. Texts that are marked too thinly
to be trusted are no gold; in train.txt they stay. Marks that stand one letter early are put right, and
their number is told (`src/khmer/training/marks.py`).
"""

import argparse
import collections
import hashlib
import html
import re
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src/khmer/training"))
from marks import mend  # noqa: E402 (where to find it is said above)

PACKAGES = ["libreoffice-help-km", "libreoffice-l10n-km", "firefox-esr-l10n-km"]
MARK = "\u200b"
LETTER = re.compile("[\u1780-\u17d3\u17dc\u17dd]")
RUN = re.compile("[\u1780-\u17d3\u17dc\u17dd\u200c\u200d]+")
# A sign that belongs to the base before it.
DEPENDENT = re.compile("[\u17b4-\u17d3\u17dd\u200c\u200d]")
COENG = "\u17d2"

# Shorter texts are names of keys and the like.
FEWEST_LETTERS = 8
FEWEST_LETTERS_FIREFOX = 26
# A word has four and a half letters on average: with fewer marks or spaces than one in so many
# letters, somebody did not bother. Firefox's strings are marked more unevenly, so there the rule is
# stricter and spaces do not count.
LETTERS_A_BOUNDARY = 25
LETTERS_A_MARK_FIREFOX = 9
# About five words: longer than what two texts share by chance.
STRETCH = 24


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--without", type=Path, action="append", default=[], metavar="FILE")
    arguments.add_argument("--only-manuals", action="store_true", help="leave Firefox out")
    options = arguments.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    names = PACKAGES[: -1 if options.only_manuals else None]
    roots = {name: fetch(name, options.folder / "packages") for name in names}

    seen = {letters_of(line) for file in options.without for line in read(file).splitlines()}
    every_marking = mended("LibreOffice", marked(texts_of_office(roots)))
    marks = Marks(every_marking)
    office = list(unique(every_marking, seen))
    firefox = []
    if not options.only_manuals:
        firefox = list(unique(mended("Firefox", marked(texts_of_firefox(roots))), seen))

    parts = {"test": [], "valid": [], "train": []}
    for text in office:
        parts[part_of(text)].append(text)
    write(options.folder / "train.txt", parts["train"])
    for part in ("valid", "test"):
        texts = [text for text in parts[part] if is_marked_well(text)]
        write(options.folder / f"{part}.txt", texts)
        write(options.folder / f"{part}.seg", [marks.gold(text) for text in texts])
    firefox = [text for text in firefox if is_marked_well_in_firefox(text)]
    write(options.folder / "firefox.seg", [marks.gold(text) for text in firefox])
    tell_overlap(parts["train"], {**parts, "firefox": firefox})


# --- packages ------------------------------------------------------------------------------------


def fetch(name, folder):
    """The unpacked package's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if not list(folder.glob(f"{name}_*.deb")):
        subprocess.run(["apt-get", "--quiet", "download", name], cwd=folder, check=True)
    archives = sorted(folder.glob(f"{name}_*.deb"))
    if len(archives) != 1:
        sys.exit(f"gold.py: one package of {name} is wanted in {folder}, there are {len(archives)}")
    print(archives[0].name)
    root = folder / name
    if not root.exists():
        subprocess.run(["dpkg-deb", "--extract", archives[0], root], check=True)
    return root


def texts_of_office(roots):
    help_root = roots["libreoffice-help-km"]
    pages = sorted(help_root.glob("usr/share/libreoffice/help/km/text/**/*.html"))
    for page in pages:
        for block in re.finditer(r"<(p|h[1-6]|title)\b[^>]*>(.*?)</\1>", read(page), re.S):
            for line in re.split(r"<br\s*/?>", block[2]):
                yield without_tags(line)
    interface = roots["libreoffice-l10n-km"].glob("usr/lib/libreoffice/**/registry_km.xcd")
    for file in sorted(interface):
        for value in re.finditer(r"<value[^>]*>(.*?)</value>", read(file), re.S):
            yield without_tags(value[1])


def texts_of_firefox(roots):
    for archive in sorted(roots["firefox-esr-l10n-km"].glob("usr/lib/firefox-esr/**/*.xpi")):
        with zipfile.ZipFile(archive) as files:
            for name in sorted(files.namelist()):
                if name.endswith((".ftl", ".properties")):
                    yield from values(files.read(name).decode(errors="replace"))


def values(text):
    """The values of `key = value` and of `[variant] value`, and lines that go on a value."""
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        key = re.match(r"\s*([-.\w]+\s*=|\*?\[\w+\])\s*", line)
        value = line[key.end() :] if key else line
        # What the program fills in: { $count }, %S, %1$S.
        yield without_tags(re.sub(r"\{[^}]*\}|%(\d+\$)?[A-Za-z]", " ", value))


def without_tags(text):
    return html.unescape(re.sub(r"<[^>]+>", "", text))


# --- texts ---------------------------------------------------------------------------------------


def marked(texts):
    """Texts in Khmer with a mark in them, white space and marks made even."""
    for text in texts:
        text = re.sub(r"[ \t\r\n\u00a0]+", " ", text)
        text = re.sub(f"{MARK}+", MARK, text).strip(f" {MARK}")
        if MARK in text and count_letters(text) >= FEWEST_LETTERS:
            yield text


def mended(name, texts):
    """Each marking once, its slips put right."""
    texts, slips = mend(list(dict.fromkeys(texts)))
    print(f"{name}: {sum(slips.values())} marks stood one letter early")
    return list(dict.fromkeys(texts))


def unique(texts, seen):
    """Texts whose letters are not in `seen`, which grows."""
    for text in texts:
        letters = letters_of(text)
        if letters not in seen:
            seen.add(letters)
            yield text


def letters_of(text):
    """The text without anything that could be a boundary."""
    return re.sub(f"[ {MARK}|\u00a0]", "", text)


def part_of(text):
    digest = hashlib.sha256(letters_of(text).encode()).hexdigest()
    return {0: "test", 1: "valid"}.get(int(digest, 16) % 10, "train")


def is_marked_well(text):
    return len(re.findall(f"[ {MARK}]", text)) * LETTERS_A_BOUNDARY >= count_letters(text)


def is_marked_well_in_firefox(text):
    letters = count_letters(text)
    return letters >= FEWEST_LETTERS_FIREFOX and text.count(MARK) * LETTERS_A_MARK_FIREFOX >= letters


def count_letters(text):
    return len(LETTER.findall(text))


def tell_overlap(train, held_out):
    """Texts differ, sentences in them may not: how much of each part one has read in train.txt."""
    read_before = {stretch for text in train for stretch in stretches(text)}
    for name in ("valid", "test", "firefox"):
        found = [stretch in read_before for text in held_out[name] for stretch in stretches(text)]
        share = 100 * sum(found) / max(len(found), 1)
        print(f"{name}: {share:.1f} % of its stretches of {STRETCH} letters stand in train.txt as well")


def stretches(text):
    letters = letters_of(text)
    return (letters[at : at + STRETCH] for at in range(len(letters) - STRETCH + 1))


# --- boundaries ----------------------------------------------------------------------------------


class Marks:
    """What translators marked how often, and so where they disagree.

    A stretch without marks is still cut in two, optionally, where its two parts stand apart elsewhere
    at least .9 times as often as together; or where it is rare itself and both parts are common, for
    then it is two words whose mark was forgotten. The best cut is the one with the commonest rarer
    part, and the parts are looked at in the same way. A mark where others write one word stays a
    boundary: this text's own translator put it there.
    """

    APART_TO_TOGETHER = 0.9
    RARE = 7
    COMMON = 20

    def __init__(self, texts):
        self.words = collections.Counter()
        self.pairs = collections.Counter()
        for text in texts:
            for stretch in text.split(" "):
                tokens = [token if RUN.fullmatch(token) else "" for token in stretch.split(MARK)]
                self.words.update(token for token in tokens if token)
                self.pairs.update(pair for pair in zip(tokens, tokens[1:]) if all(pair))

    def gold(self, text):
        """The line of a gold file."""
        words = re.sub(" +", " ", text.replace(MARK, " ")).strip()
        return RUN.sub(lambda run: self.cut(run[0]), words)

    def cut(self, run):
        best = max(self.cuts(run), default=None)
        if best is None:
            return run
        _, before = best
        at = -before
        return f"{self.cut(run[:at])}|{self.cut(run[at:])}"

    def cuts(self, run):
        """The optional boundaries in a stretch, each as how good it is and where."""
        together = self.words[run]
        for at in range(2, len(run) - 1):
            first, second = run[:at], run[at:]
            if DEPENDENT.match(second) or first.endswith(COENG):
                continue
            apart = self.pairs[first, second]
            rarer = min(self.words[first], self.words[second])
            is_apart = apart > 0 and apart >= self.APART_TO_TOGETHER * together
            is_forgotten = together <= self.RARE and rarer >= self.COMMON
            if is_apart or is_forgotten:
                yield rarer, -at


# --- files ---------------------------------------------------------------------------------------


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def write(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{path.name}: {len(lines)} texts, {sum(map(count_letters, lines))} letters")


if __name__ == "__main__":
    main()
