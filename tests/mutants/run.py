#!/usr/bin/env python3
"""Applies each sabotage of mutants.toml to a copy of the repository and tells which ones the tests
catch.

    tests/mutants/run.py             all of them
    tests/mutants/run.py src/web     those whose file, text or eyes hold one of the words

The copy and its build stand in target/mutants and are used again. Exit code: 0 if enough are caught,
1 if not, 2 if a mutant cannot be applied or does not compile.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / "target/mutants/tree"
TARGET = ROOT / "target/mutants/target"
# Stands there while this runs: a compiler that was killed leaves a cache that no linker understands.
UNFINISHED = ROOT / "target/mutants/unfinished"
BUILT = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"

# The share of mutants that the tests must catch.
ENOUGH = 0.85
# The longest that one step may take; a mutant that runs for ever is caught.
PATIENCE = 900

# Only our own crate is compiled without optimisation, and so in seconds; below it all is as in a release.
PROFILE = [
    part
    for setting in ["opt-level=0", "codegen-units=256"]
    for part in ["--config", f"profile.release.package.sala.{setting}"]
]

# What needs neither PDF readers, nor a browser, nor a clock, the quick and telling first: what to build,
# and which tests of it to run. What is printed, where a site is written, how it is served and what the
# repository says of itself is not what the mutants are about.
WHOLE = ["--package", "sala", "--test", "end_to_end"]
ELSEWHERE = [
    "snapshots::", "khmer_cli::", "leaflet_press::", "leaflet_text::", "planted_trees::", "repository::",
    "safe_writing::", "serve::",
]
STEPS = {
    "snapshots": (WHOLE, ["snapshots::"]),
    "library": (["--package", "sala", "--lib"], ["--skip", "leaflet::"]),
    "end to end": (WHOLE, [part for room in ELSEWHERE for part in ["--skip", room]]),
}


def main():
    mutants = chosen(sys.argv[1:])
    copy_tree()
    copy_target()
    if UNFINISHED.exists():
        cargo("clean", "--release", "--package", "sala", *PROFILE).communicate()
        shutil.rmtree(TARGET / "release/incremental", ignore_errors=True)
    UNFINISHED.touch()
    try:
        try_all(mutants)
    except SystemExit:
        UNFINISHED.unlink()
        raise


def try_all(mutants):
    print("without a mutant", flush=True)
    for step in STEPS:
        verdict, said = run(step)
        if verdict != "survived":
            stop(f"the tests fail without a mutant ({step}):\n{said}")
    survivors, broken = [], []
    for mutant in mutants:
        begun = time.monotonic()
        verdict, said = apply(mutant)
        seconds = time.monotonic() - begun
        print(f"{verdict:<24} {seconds:4.0f} s  {title(mutant)}  {by(said)}".rstrip(), flush=True)
        if verdict == "survived":
            survivors.append(mutant)
        elif verdict == "does not compile":
            broken.append(mutant)
    caught = len(mutants) - len(survivors) - len(broken)
    tried = len(mutants) - len(broken)
    share = caught / tried if tried else 0
    print(f"\n{caught} of {tried} caught ({share:.0%})")
    for mutant in survivors:
        print(f"\nsurvived: {title(mutant)}\n- {mutant['old'].strip()}\n+ {mutant['new'].strip()}")
    if broken:
        stop("\n".join(f"does not compile: {title(mutant)}" for mutant in broken))
    sys.exit(0 if share >= ENOUGH else 1)


def chosen(words):
    """The mutants with one of these words, after all of them were looked up in their files."""
    with open(Path(__file__).with_name("mutants.toml"), "rb") as file:
        mutants = tomllib.load(file)["mutant"]
    wrong = []
    for mutant in mutants:
        path = ROOT / mutant["file"]
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        count = text.count(mutant["old"])
        if count != 1:
            wrong.append(f"{mutant['file']}: stands there {count} times: {mutant['old'].strip()}")
        mutant["line"] = text[: text.find(mutant["old"])].count("\n") + 1
    if wrong:
        stop("\n".join(wrong))
    told = lambda mutant: "".join([mutant["file"], mutant["old"], mutant.get("eyes", "")])
    named = lambda mutant: any(word in told(mutant) for word in words)
    return [mutant for mutant in mutants if not words or named(mutant)]


def copy_tree():
    """The repository's files as they are now; unchanged ones keep their time, so that nothing is
    compiled for nothing."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    files = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    TREE.mkdir(parents=True, exist_ok=True)
    # What a folder holds stands before it, so that one that is empty by now goes too.
    for path in sorted(TREE.rglob("*"), reverse=True):
        if path.is_file() and str(path.relative_to(TREE)) not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name in files:
        here, there = ROOT / name, TREE / name
        if not there.exists() or there.read_bytes() != here.read_bytes():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(here, there)


def copy_target():
    """What is built already, so that dependencies are not compiled anew."""
    if not TARGET.exists() and BUILT.exists():
        print(f"copying {BUILT}", flush=True)
        skipped = shutil.ignore_patterns("incremental")
        shutil.copytree(BUILT, TARGET / "release", ignore=skipped, symlinks=True)


def apply(mutant):
    path = TREE / mutant["file"]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(mutant["old"], mutant["new"]), encoding="utf-8")
    try:
        for step in STEPS:
            verdict, said = run(step)
            if verdict != "survived":
                return verdict, said
        return "survived", ""
    finally:
        path.write_text(text, encoding="utf-8")


def run(step):
    """Builds and runs the tests of a step: what became of the mutant, and the end of what was said."""
    what, which = STEPS[step]
    test = ["test", "--release", "--locked", "--quiet", *PROFILE, *what]
    build = cargo(*test, "--no-run")
    said, _ = build.communicate()
    if build.returncode != 0:
        return "does not compile", said[-4000:]
    tests = cargo(*test, "--", *which)
    try:
        said, _ = tests.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(tests.pid, 9)
        tests.communicate()
        return f"caught ({step}, no end)", ""
    return ("survived" if tests.returncode == 0 else f"caught ({step})"), said[-4000:]


def cargo(*arguments):
    """Cargo at work in the copy, in a group of its own: a test that never ends is ended with it."""
    environment = dict(os.environ, CARGO_TARGET_DIR=str(TARGET), CARGO_INCREMENTAL="1")
    # With it the tests would write what they find instead of comparing it.
    environment.pop("SALA_ACCEPT", None)
    return subprocess.Popen(
        ["cargo", *arguments], cwd=TREE, env=environment, text=True, errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )


def by(said):
    """The tests that failed, as they are named at the end of what was said."""
    names = re.findall(r"^    (\w+(?:::\w+)+)$", said, re.MULTILINE)
    return " ".join(name.rsplit("::", 1)[1] for name in dict.fromkeys(names))


def title(mutant):
    return f"{mutant['file']}:{mutant['line']}"


def stop(message):
    print(message, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
