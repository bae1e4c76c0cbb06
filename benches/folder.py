#!/usr/bin/env python3
"""Writes a campaign with many pages and pictures in one folder; same arguments, same bytes.

  folder.py FOLDER [--pages 4000]

Every page shows the picture beside it, two pixels wide.
"""

import argparse
import shutil
import struct
import zlib
from pathlib import Path


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--pages", type=int, default=4000)
    options = arguments.parse_args()
    shutil.rmtree(options.folder, ignore_errors=True)
    section = options.folder / "content/news"
    section.mkdir(parents=True)
    (options.folder / "sala.toml").write_text(
        'base_url = "https://org.example/"\ntitle = "យុទ្ធនាការ"\n', "utf-8"
    )
    (section.parent / "_index.md").write_text(page("យុទ្ធនាការ", "", "អត្ថបទ។"), "utf-8")
    (section / "_index.md").write_text(page("ព័ត៌មាន", "paginate_by = 20\n", "អត្ថបទ។"), "utf-8")
    picture = png()
    for number in range(options.pages):
        text = page(f"ទំព័រ {number}", "", f"![រូប](picture-{number}.png)\n\nអត្ថបទ។")
        (section / f"page-{number}.md").write_text(text, "utf-8")
        (section / f"picture-{number}.png").write_bytes(picture)


def page(title, more, text):
    return f'+++\ntitle = "{title}"\n{more}+++\n\n{text}\n'


def png():
    def chunk(kind, data):
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(2 * (1 + 2 * 3)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


if __name__ == "__main__":
    main()
