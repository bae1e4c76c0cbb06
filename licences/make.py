#!/usr/bin/env python3
"""Writes what `sala licences` shows, from the sources of all crates that are linked into the program.

    licences/make.py

To be run by whoever changes a dependency; a test compares what stands here with what is linked.

- `linked.tsv`: each crate with its version, its licence and who holds the copyright;
- `dictionary.tsv` says the same of what the dictionary was made from, and is written by hand;
- `texts/`: each licence that is chosen where a crate offers several, once;
- `notices/`: what a crate has its users pass on beside that, or in other words than `texts/` has.

Crates of macros count as linked: what they write is.
"""

import json
import re
import subprocess
import sys
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "licences"
PROGRAM = "sala"

# The first that a crate offers is the one it is taken under: few texts say all.
PREFERRED = [
    "MIT",
    "Apache-2.0",
    "Unicode-3.0",
    "BSD-3-Clause",
    "BSD-2-Clause",
    "ISC",
    "Zlib",
    "BSL-1.0",
    "MPL-2.0",
    "CC0-1.0",
    "MIT-0",
    "0BSD",
    "Unlicense",
]
# Where the text of a licence is taken from: the crate's file has it unchanged. One that is missing
# here is asked for.
TEXTS = {
    "Unicode-3.0": ("icu_provider", "LICENSE"),
    "BSD-3-Clause": ("tiny-skia", "LICENSE"),
    "BSD-2-Clause": ("arrayref", "LICENSE"),
    "ISC": ("inotify", "LICENSE"),
    "Zlib": ("foldhash", "LICENSE"),
    "BSL-1.0": ("ryu", "LICENSE-BOOST"),
    "MPL-2.0": ("cssparser", "LICENSE"),
    "CC0-1.0": ("blake3", "LICENSE_CC0"),
}
# Of these, each holder has words of their own, which are to be passed on as they are.
WORD_BY_WORD = {"BSD-3-Clause", "BSD-2-Clause", "ISC", "Zlib"}

# Crates that carry along code of others under another licence than their own.
CARRIES = {"libwebp-sys"}

LICENCE_FILE = re.compile(r"(?i)^(licen[sc]e|copying|copyright|notice|unlicen[sc]e)")
NOT_LINKED = {"benches", "docs", "examples", "fuzz", "scripts", "test", "tests", "tools"}
# Parts about fonts that are not in the program: those of Typst's own program, and of tests.
OF_OTHER_FONTS = re.compile(r"(?ms)^={20,}\n[^=]{,400}?files/fonts/.*?^={20,}\n\n?|^# Fonts$.*")

MOST_HOLDERS = 12
LONGEST_HOLDER = 160
HOLDER = re.compile(r"(?i)^(?:portions |parts |all files )?(?:copyright\b|©|\(c\) )(?P<rest>.*)")
# Sentences about copyright, and forms that nobody filled in.
NO_HOLDER = re.compile(
    r"(?i)^[\s:]*(?:and |assignment|holder|interest|law|licen[sc]e|notice|or |owner|statement|status|to |under |you )|\[yyyy\]|<year>|\{yyyy\}|copyright owner"
)


def main():
    crates = linked()
    texts = {
        "MIT": without_holders((ROOT / "LICENSE-MIT").read_text("utf-8")),
        "Apache-2.0": (ROOT / "LICENSE-APACHE").read_text("utf-8"),
    }
    for licence, (name, file) in TEXTS.items():
        crate = next((crate for crate in crates if crate["name"] == name), None)
        if crate:
            texts[licence] = without_holders(read(folder(crate) / file))
    lines, notices, needed = [], {}, set()
    for crate in crates:
        files = licence_files(crate)
        chosen = choose(crate["license"])
        missing = chosen - texts.keys()
        if missing:
            sys.exit(f"{crate['name']} needs the text of {', '.join(missing)}: name a crate that has it in TEXTS")
        needed |= chosen
        holders = holders_of(crate, files)
        expression = crate["license"].replace(" / ", "/").replace("/", " OR ")
        lines.append("\t".join([crate["name"], crate["version"], expression, " | ".join(holders)]))
        for text in passed_on(crate, files, chosen, texts):
            # Crates of one project ask for the same.
            if not any(text in of for of in notices.values()):
                notices.setdefault(crate["name"], []).append(text)
    write(HERE / "linked.tsv", {"": "\n".join(lines) + "\n"})
    write(HERE / "texts", {licence: texts[licence] for licence in needed})
    write(HERE / "notices", {name: f"\n{'-' * 80}\n\n".join(of) for name, of in notices.items()})
    print(f"{len(lines)} crates, {len(needed)} licences, {len(notices)} notices")


def linked():
    """The crates below the program on all of its systems, sorted; our own aside."""
    found = {}
    for target in targets():
        metadata = json.loads(
            subprocess.check_output(
                ["cargo", "metadata", "--locked", "--all-features", "--format-version=1"]
                + ["--filter-platform", target],
                cwd=ROOT,
            )
        )
        packages = {package["id"]: package for package in metadata["packages"]}
        nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
        waiting = [id for id, package in packages.items() if package["name"] == PROGRAM]
        seen = set(waiting)
        while waiting:
            id = waiting.pop()
            found[id] = packages[id]
            for dependency in nodes[id]["deps"]:
                is_normal = any(kind["kind"] is None for kind in dependency["dep_kinds"])
                if is_normal and dependency["pkg"] not in seen:
                    seen.add(dependency["pkg"])
                    waiting.append(dependency["pkg"])
    others = [crate for crate in found.values() if crate["source"]]
    return sorted(others, key=lambda crate: (crate["name"], crate["version"]))


def targets():
    listed = re.search(r"^targets = \[(.*?)\]", (ROOT / "deny.toml").read_text("utf-8"), re.S | re.M)
    return re.findall(r'"([^"]+)"', listed[1])


def choose(expression):
    """The licences a crate is taken under: all of an `AND`, the most preferred of an `OR`."""
    tokens = re.findall(r"[()]|[^\s()/]+(?: WITH [^\s()/]+)?|/", expression)
    place = 0

    def any_of():
        nonlocal place
        options = [all_of()]
        while place < len(tokens) and tokens[place] in ("OR", "/"):
            place += 1
            options.append(all_of())
        return min(options, key=lambda option: max(rank(licence) for licence in option))

    def all_of():
        nonlocal place
        needed = one()
        while place < len(tokens) and tokens[place] == "AND":
            place += 1
            needed = needed | one()
        return needed

    def one():
        nonlocal place
        token = tokens[place]
        place += 1
        if token != "(":
            return {token}
        inner = any_of()
        place += 1
        return inner

    return any_of()


def rank(licence):
    return PREFERRED.index(licence) if licence in PREFERRED else len(PREFERRED)


def folder(crate):
    return Path(crate["manifest_path"]).parent


def licence_files(crate):
    """A crate's own files first, then those of what it carries along."""
    top = folder(crate)
    found = []
    for path in sorted(top.rglob("*")):
        inside = path.relative_to(top)
        is_code = path.suffix in {".rs", ".h", ".c", ".toml", ".py", ".json"}
        if LICENCE_FILE.match(path.name) and path.is_file() and not is_code:
            if not NOT_LINKED & set(inside.parts[:-1]):
                found.append(inside)
    return sorted(found, key=lambda inside: (len(inside.parts), inside))


def holders_of(crate, files):
    found = []
    for file in files:
        if file.name.upper().startswith("NOTICE"):
            continue
        for line in read(folder(crate) / file).splitlines():
            line = holder(line)
            if line and line not in found:
                found.append(line)
    if not found:
        found = [re.sub(r"\s*<[^>]*>", "", author).strip() for author in crate["authors"]]
        found = [author for author in found if author]
    return found[:MOST_HOLDERS] or [f"the authors of {crate['name']}"]


def holder(line):
    """The copyright that a line states, if it does."""
    line = re.sub(r"\s+", " ", line.strip(" \t/*#%;-=|\ufeff").lstrip("> ")).strip()
    found = HOLDER.match(line)
    if not found or not re.search(r"\w", found["rest"]) or NO_HOLDER.search(found["rest"]):
        return None
    return line[:LONGEST_HOLDER].strip()


def without_holders(text):
    """A licence's text as it is for everybody."""
    lines = [line.rstrip() for line in text.splitlines() if not holder(line)]
    lines = [line for line in lines if line.strip().lower() != "all rights reserved."]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def passed_on(crate, files, chosen, texts):
    """What stands in a crate's files that no text of a licence says."""
    is_alone = len(files) == 1
    for file in files:
        text = read(folder(crate) / file).strip() + "\n"
        is_own = len(file.parts) == 1
        if file.name.upper().startswith("NOTICE"):
            yield OF_OTHER_FONTS.sub("", text).strip() + "\n"
        elif is_own and WORD_BY_WORD & chosen and (is_alone or is_one_of(text, texts, WORD_BY_WORD & chosen)):
            if not any(words(without_holders(text)) == words(texts[licence]) for licence in chosen):
                yield text
        elif not is_own and holder_in(text):
            if crate["name"] in CARRIES or not is_one_of(text, texts, texts.keys()):
                yield text


def holder_in(text):
    return any(holder(line) for line in text.splitlines())


def is_one_of(text, texts, licences):
    own = words(without_holders(text))
    return any(SequenceMatcher(None, own, words(texts[licence]), False).ratio() > 0.9 for licence in licences)


def words(text):
    return re.findall(r"\w+", text.lower())


def read(path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\f", "")


def write(place, files):
    """Files of a folder, and no others; or the one file that has no name."""
    if list(files) == [""]:
        place.write_text(files[""], "utf-8", newline="\n")
        return
    place.mkdir(exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    for name, text in files.items():
        (place / f"{name}.txt").write_text(text, "utf-8", newline="\n")


main()
