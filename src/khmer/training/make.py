#!/usr/bin/env python3
"""Makes src/khmer/words.tsv anew from its sources, and says whether it is the same to the byte.

    make.py FOLDER [--write] [--hold-out FILE …]

FOLDER gets what is fetched and what is made on the way; what lies there already is taken. Exit code 1
if a source is not the one that `sources.tsv` names by version and SHA-256, or if the dictionary comes
out other than it stands; with --write it is put there.

  list.txt     the word list of crate khmer-tokenizer-core
  marked.txt   what translators of LibreOffice marked (benches/khmer/gold.py)
  civic.txt    the sentences of PyPI rdlab_dataset, cut by PyPI khmercut; no sentence leaves FOLDER
  names.txt    the provinces and districts of data/

Texts that development sets were drawn from have no part: `held-out.txt` has their hashes, so that
nobody needs the sets to make the dictionary. --hold-out makes that list anew from the sets.

What browsers do to a word does not come from texts: a word keeps the flag it has, and what is new in the
list is asked of the browsers on this machine (benches/khmer/cut-words.mjs).

Needs Cargo, Node with Chromium, Python with pip and venv, apt-get, and the program built
(target/release/sala, for its normaliser). Five minutes on two cores, most of it khmercut.
"""

import argparse
import csv
import hashlib
import json
import pickle
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from marks import LETTERS, MARK, fold, read_lines

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
WORDS = HERE.parent / "words.tsv"
HELD_OUT = HERE / "held-out.txt"
SENTENCES = "rdlab_dataset/data/wild_khmer_sentences.pkl"
# About five words: longer than what two texts share by chance.
STRETCH = 24
HASH_LETTERS = 16


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--hold-out", type=Path, nargs="+", default=[])
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    pins = list(csv.reader(read_lines(HERE / "sources.tsv"), delimiter="\t"))

    sentences = fetch_sentences(folder, pins)
    marked = fetch_marked(folder, pins)
    if options.hold_out:
        hold_out(options.hold_out, sentences + marked)
    held_out = set(read_lines(HELD_OUT))
    write(folder / "list.txt", normalised(listed(folder, pins)))
    write(folder / "marked.txt", [text for text in marked if hash_of(text) not in held_out])
    sentences = [text for text in sentences if hash_of(text) not in held_out]
    write(folder / "sentences.txt", sentences)
    cut(folder, pins)
    write(folder / "names.txt", names())

    whole = [line for line in read_lines(WORDS) if line.endswith("\twhole")]
    made = train(folder, whole)
    new = added(made)
    if new:
        write(folder / "new.tsv", new)
        ask = ["node", REPOSITORY / "benches/khmer/cut-words.mjs", folder / "new.tsv"]
        made = train(folder, whole + run([*ask, "--browser", "chromium"]).splitlines())
    compare(made, options.write)


# ---- sources -------------------------------------------------------------------------------------


def fetch_sentences(folder, pins):
    """The sentences, normalised, each once, without the marks that some have."""
    (wheel,) = pip_download(folder, pins, "rdlab_dataset")
    with zipfile.ZipFile(wheel) as files:
        sentences = Values(files.open(SENTENCES)).load()
    spaces = re.compile(r"[\s\u200b]+")
    texts = [spaces.sub(lambda gap: " " if gap[0].strip(MARK) else "", text).strip() for text in sentences]
    return list(dict.fromkeys(normalised(texts)))


class Values(pickle.Unpickler):
    """Reads lists of texts and refuses whatever could run."""

    def find_class(self, module, name):
        sys.exit(f"make.py: the sentences ask for {module}.{name}, and are to be texts")


def fetch_marked(folder, pins):
    """Texts with the translators' marks; slips are put right by gold.py."""
    packages = folder / "packages"
    packages.mkdir(exist_ok=True)
    for kind, name, version, digest in pins:
        if kind == "debian" and not list(packages.glob(f"{name}_*.deb")):
            run(["apt-get", "--quiet", "download", f"{name}={version}"], cwd=packages)
        if kind == "debian":
            (package,) = packages.glob(f"{name}_*.deb")
            hold_to(package, digest)
    run([sys.executable, REPOSITORY / "benches/khmer/gold.py", folder, "--only-manuals"])
    return normalised(read_lines(folder / "train.txt"))


def listed(folder, pins):
    """The words of the list."""
    ((name, version, digest),) = (pin[1:] for pin in pins if pin[0] == "crate")
    project = folder / "crate"
    (project / "src").mkdir(parents=True, exist_ok=True)
    (project / "src/lib.rs").touch()
    (project / "Cargo.toml").write_text(
        f'[package]\nname = "words"\nedition = "2024"\n\n[dependencies]\n{name} = "={version}"\n\n[workspace]\n',
        encoding="utf-8",
    )
    described = json.loads(run(["cargo", "metadata", "--format-version", "1"], cwd=project))
    manifest = next(one["manifest_path"] for one in described["packages"] if one["name"] == name)
    words = Path(manifest).parent / "src/dict.txt"
    hold_to(words, digest)
    return read_lines(words)


def names():
    """The names of provinces and districts in Khmer letters."""
    found = set()
    for table in ("provinces", "districts"):
        with open(REPOSITORY / f"data/{table}.csv", encoding="utf-8") as file:
            found.update(cell for row in csv.reader(file) for cell in row if re.fullmatch(f"[{LETTERS}]+", cell))
    return sorted(found)


CUT = """
import sys
from khmercut import tokenize
for line in sys.stdin:
    sys.stdout.write("\\u200b".join(token for token in tokenize(line.rstrip("\\n")) if token) + "\\n")
"""


def cut(folder, pins):
    """The sentences with the words that khmercut finds."""
    target = folder / "civic.txt"
    digest = next(digest for kind, name, _, digest in pins if (kind, name) == ("made", "civic.txt"))
    if not target.exists() or hash_of_file(target) != digest:
        environment = folder / "venv"
        wheels = pip_download(folder, pins, "khmercut")
        wheels += pip_download(folder, pins, "python-crfsuite")
        venv.create(environment, with_pip=True)
        run([environment / "bin/pip", "install", "--quiet", "--no-deps", *wheels])
        with open(folder / "sentences.txt", encoding="utf-8") as lines:
            text = run([environment / "bin/python", "-W", "ignore", "-c", CUT], stdin=lines)
        target.write_text(text, encoding="utf-8")
    hold_to(target, digest)


def pip_download(folder, pins, package):
    """The files of a package, one version, each held to one of its digests."""
    wanted = [(version, digest) for kind, name, version, digest in pins if (kind, name) == ("pypi", package)]
    target = folder / "pypi" / package
    if not target.exists():
        version = wanted[0][0]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"{package}=={version}"]
        run([*command, "--dest", target])
    files = sorted(target.iterdir())
    for file in files:
        digests = [digest for _, digest in wanted if digest != "any"]
        if digests and hash_of_file(file) not in digests:
            sys.exit(f"make.py: {file.name} is not the file that sources.tsv names")
    return files


# ---- texts that have no part ---------------------------------------------------------------------


def hold_out(sets, texts):
    """Writes the hashes of the texts that share a stretch with a development set."""
    stretches = {stretch for path in sets for line in read_lines(path) for stretch in stretches_of(line)}
    hashes = sorted({hash_of(text) for text in texts if not stretches.isdisjoint(stretches_of(text))})
    heads = [f"# {path.name} {hash_of_file(path)}" for path in sets]
    write(HELD_OUT, [*heads, *hashes])


def stretches_of(text):
    letters = letters_of(text)
    return (letters[at : at + STRETCH] for at in range(max(len(letters) - STRETCH + 1, 1)))


def letters_of(text):
    return fold(re.sub(f"[ {MARK}|\u00a0]", "", text))


def hash_of(text):
    return hashlib.sha256(letters_of(text).encode()).hexdigest()[:HASH_LETTERS]


# ---- the dictionary ------------------------------------------------------------------------------


def train(folder, whole):
    write(folder / "whole.tsv", whole)
    options = {"list": "list.txt", "marked": "marked.txt", "civic": "civic.txt"}
    command = [sys.executable, HERE / "train.py", "--whole", folder / "whole.tsv"]
    for option, file in options.items():
        command += [f"--{option}", folder / file]
    return run([*command, "--terms", HERE / "terms.txt", folder / "names.txt"])


def words_of(lines):
    return {line.split("\t")[0] for line in lines if not line.startswith("#")}


def added(made):
    return sorted(words_of(made.splitlines()) - words_of(read_lines(WORDS)))


def compare(made, is_to_write):
    stands = WORDS.read_text(encoding="utf-8")
    if made == stands:
        print("words.tsv is what its sources make")
        return
    before, after = (set(text.splitlines()) for text in (stands, made))
    print(f"words.tsv differs: {len(after - before)} lines are new, {len(before - after)} go")
    if not is_to_write:
        sys.exit(1)
    WORDS.write_text(made, encoding="utf-8")


# ---- files and programs --------------------------------------------------------------------------


def normalised(texts):
    command = [REPOSITORY / "target/release/sala", "khmer", "normalise"]
    return run(command, input="".join(f"{text}\n" for text in texts)).splitlines()


def run(command, **options):
    done = subprocess.run(
        list(map(str, command)), stdout=subprocess.PIPE, encoding="utf-8", check=False, **options
    )
    if done.returncode != 0:
        sys.exit(f"make.py: {' '.join(map(str, command[:3]))} … ended with {done.returncode}")
    return done.stdout


def hold_to(file, digest):
    if hash_of_file(file) != digest:
        sys.exit(f"make.py: {file.name} is not the file that sources.tsv names: {hash_of_file(file)}")


def hash_of_file(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def write(path, lines):
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{path.name}: {len(lines)} lines", file=sys.stderr)


if __name__ == "__main__":
    main()
