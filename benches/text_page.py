#!/usr/bin/env python3
"""What a page of 600 words of Khmer weighs, with everything that it takes to be read: one request.

    benches/text_page.py [--words 600] [--program target/release/sala] [TEXT …]

Each text (Markdown or plain, whose lines that begin with មាត្រា become headings) is cut after so many words
and becomes a page of a new campaign, of the example at its top, and of the example as the last page of a
section. Links become their words, for what they lead to is not there, and components go. Printed are the bytes of the page as
Brotli makes them (`precompress = true`), with share cards and without. Without texts it takes the article on
councils and the Universal Declaration of Human Rights.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [ROOT / "content/learn/council.md", ROOT / "src/khmer/fixtures/udhr-khm.txt"]
TITLE = "ក្រុមប្រឹក្សាឃុំ សង្កាត់ធ្វើអ្វីខ្លះ"
EXAMPLE = ["content", "data", "sala.toml"]
NAME = "six-hundred"
# Between words: what `sala khmer segment` puts there, and what stood there before.
BORDER = re.compile("([\u200b\\s]+)")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("texts", type=Path, nargs="*", default=TEXTS)
    arguments.add_argument("--words", type=int, default=600)
    arguments.add_argument("--program", type=Path, default=ROOT / "target/release/sala")
    options = arguments.parse_args()
    print(f"{'':24}new campaign       example, top       example, section   (with cards, without)")
    for text in options.texts:
        page = cut(options, text.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            begun, example = folder / "new", folder / "example"
            run(options, "new", begun)
            example.mkdir()
            for part in EXAMPLE:
                copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
                copy(ROOT / part, example / part)
            found = []
            for campaign, place in [(begun, ""), (example, ""), (example, "learn/")]:
                file = campaign / f"content/{place}{NAME}.md"
                file.write_text(page, encoding="utf-8")
                both = [weigh(options, campaign, place, made) for made in ("pages", "none")]
                file.unlink()
                found.append(f"{both[0]:>7,} {both[1]:>7,}    ")
            print(f"{text.stem[:22]:24}" + "".join(found))


def cut(options, text):
    """The page: a title, and the text until both have so many words."""
    text = re.sub(r"(?s)^\+\+\+.*?^\+\+\+\n", "", text, flags=re.M)
    text = re.sub(r"\[([^]]*)\]\([^)]*\)|<!--.*?-->|\{%.*?%\}|\s\{#[^}]*\}", lambda link: link[1] or "", text)
    segmented = subprocess.run([options.program, "khmer", "segment"], input=f"{TITLE}\n{text}", capture_output=True, text=True, check=True).stdout
    left, blocks = options.words, []
    for line in segmented.splitlines():
        if left <= 0:
            break
        parts = BORDER.split(line)
        is_word = [bool(re.search(r"\w", part)) for part in parts]
        here, ends = 0, len(parts)
        for at, counts in enumerate(is_word):
            here += counts
            if here == left:
                ends = at + 1
                break
        left -= here
        line = "".join(parts[:ends]).replace("\u200b", "")
        line = re.sub(r"^(មាត្រា.*)", r"\n## \1\n", line)
        blocks.append(line)
    if left > 0:
        raise SystemExit(f"the text has {left} words too few")
    return f'+++\ntitle = "{TITLE}"\ndescription = "{TITLE}"\nweight = 99\n+++\n\n' + "\n".join(blocks[1:]) + "\n"


def weigh(options, campaign, place, cards):
    settings = campaign / "sala.toml"
    plain = re.sub(r"(?m)^\[cards\]\n(make = .*\n)?|^precompress = .*\n", "", settings.read_text(encoding="utf-8"))
    settings.write_text(f'precompress = true\n{plain}\n[cards]\nmake = "{cards}"\n', encoding="utf-8")
    run(options, "build", "--root", campaign)
    return (campaign / f"public/{place}{NAME}/index.html.br").stat().st_size


def run(options, *words):
    made = subprocess.run([options.program, *map(str, words)], capture_output=True, text=True)
    if made.returncode:
        raise SystemExit(made.stderr)


if __name__ == "__main__":
    main()
