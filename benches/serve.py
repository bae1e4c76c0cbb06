#!/usr/bin/env python3
"""Measures `sala serve` over many edits: how long until a saved text is seen, and what memory it takes.

usage: benches/serve.py [--pages 100] [--edits 1000] [--leaflets] [--program target/release/sala]

A campaign of Khmer pages is written to a temporary folder; the body of one page is edited again and again,
and asked for as soon as the server says that it has changed. Memory is the server's resident set (Linux).
"""

import argparse
import pathlib
import socket
import statistics
import subprocess
import tempfile
import time

TEXT = "ឃុំយើងមានថវិកាសម្រាប់ទឹកស្អាត ផ្លូវ និងសាលារៀន។ ប្រជាពលរដ្ឋអាចសួរក្រុមប្រឹក្សាឃុំអំពីតួលេខនីមួយៗបាន។ "


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--leaflets", action="store_true", help="print the leaflet after each edit as well")
    parser.add_argument("--program", default="target/release/sala")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        write(root, options.pages)
        command = [options.program, "serve", "--language", "en", "--port", "0", "--root", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
            try:
                measure(root, serving, options)
            finally:
                serving.terminate()


def write(root, pages):
    (root / "content").mkdir()
    (root / "sala.toml").write_text("base_url = 'https://org.example/'\ntitle = 'x'\n")
    (root / "content/_index.md").write_text("# ដើម\n")
    for number in range(pages):
        body(root, number, "")


def body(root, number, word):
    head = f"+++\ntitle = 'ទំព័រ {number}'\nleaflets = ['a4']\n+++\n"
    (root / f"content/p{number}.md").write_text(f"{head}\n{word} {TEXT * 6}\n")


def measure(root, serving, options):
    port = int(serving.stdout.readline().rsplit(":", 1)[1].strip().rstrip("/"))
    while not get(port, "/p0/").startswith(b"HTTP/1.1 200"):
        pass  # it is being read for the first time
    events = socket.create_connection(("127.0.0.1", port))
    events.sendall(head("/_sala/events"))
    lines = events.makefile("r")
    mark = next_mark(lines, None)
    told, seen = [], []
    print(f"{options.pages} pages, {options.edits} edits")
    for edit in range(1, options.edits + 1):
        word = f"edit{edit}"
        start = time.perf_counter()
        body(root, 0, word)
        mark = next_mark(lines, mark)
        told.append(time.perf_counter() - start)
        page = get(port, "/p0/")
        seen.append(time.perf_counter() - start)
        assert word.encode() in page, f"{word} is not seen"
        if options.leaflets:
            assert b"%PDF-" in get(port, "/p0/p0-a4.pdf")
        if edit in (1, 10, 100) or edit % (options.edits // 5) == 0:
            print(f"after {edit:5} edits: {resident(serving.pid) / 1024:7.1f} MiB")
    for name, times in (("told", told), ("seen", seen)):
        print(f"{name}: median {statistics.median(times) * 1000:.1f} ms, worst {max(times) * 1000:.1f} ms")


def head(path):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


def get(port, path):
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head(path))
        return b"".join(iter(lambda: connection.recv(65536), b""))


def next_mark(lines, before):
    """The campaign that is shown, when it is another than before."""
    for line in lines:
        if line.startswith("data: "):
            mark = line.split()[1]
            if mark != before:
                return mark
    raise SystemExit("the server has ended")


def resident(process):
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


main()
