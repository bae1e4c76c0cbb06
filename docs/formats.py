#!/usr/bin/env python3
"""Draws docs/formats.png: a leaflet of each format, made of the example campaign.

  docs/formats.py target/release/sala

It builds a copy of the campaign in which some pages ask for other formats, and puts what a reader sees of each
beside each other, as high as the others: in the order of FORMATS. It needs `pdftoppm` of poppler. Sixteen greys.
"""

import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Each format with the page that it shows, and which pages of it are seen; those of `card` lie on their paper.
FORMATS = [
    ("a4", "figures/example-commune", 1),
    ("a5", "act/your-rights", 2),
    ("trifold", "act/speak-at-meeting", 4),
    ("booklet", "learn/read-a-budget", 2),
    ("quarto", "act/speak-at-meeting", 3),
    ("poster", "act/questions-to-ask", 1),
    ("notice", "figures/example-commune", 1),
    ("card", "contact", 1),
    ("form", "act/read-the-board", 1),
    ("scoresheet", "act/follow-a-project", 1),
    ("worksheet", "learn/worksheet-budget", 1),
    ("large-print", "act/speak-at-meeting", 1),
]
HEIGHT, GAP, WIDTH = 330, 14, 1504
GROUND = 0xD0


def main():
    sala = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        campaign = Path(folder) / "campaign"
        for name in ("content", "data"):
            shutil.copytree(ROOT / name, campaign / name)
        shutil.copy(ROOT / "sala.toml", campaign)
        asked = {}
        for format, page, _ in FORMATS:
            asked.setdefault(page, []).append(format)
        for page, formats in asked.items():
            ask(campaign / "content" / f"{page}.md", formats)
        subprocess.run([sala, "build", "--output", Path(folder) / "site"], cwd=campaign, check=True)
        shown = [seen(Path(folder), *row) for row in FORMATS]
    (ROOT / "docs" / "formats.png").write_bytes(png(in_rows(shown)))


def ask(path, formats):
    """Lets a page ask for these formats and no others."""
    text = re.sub(r"^leaflets = .*\n", "", path.read_text("utf-8"), count=1, flags=re.M)
    listed = ", ".join(f'"{format}"' for format in formats)
    path.write_text(text.replace("+++\n", f"+++\nleaflets = [{listed}]\n", 1), "utf-8")


def seen(folder, format, page, count):
    """What is seen of a leaflet: its first pages beside each other."""
    kind = "-print" if format == "card" else ""
    name = page.rsplit("/", 1)[-1]
    leaflet = folder / "site" / page / f"{name}-{format}{kind}.pdf"
    stem = folder / f"{name}-{format}"
    size = ["-scale-to-y", str(HEIGHT), "-scale-to-x", "-1", "-l", str(count)]
    subprocess.run(["pdftoppm", "-gray", *size, leaflet, stem], check=True)
    pages = sorted(folder.glob(f"{stem.name}-*.pgm"))
    return beside([grey(path.read_bytes()) for path in pages], 2)


def grey(pgm):
    """The rows of a picture of greys."""
    _, size, _, pixels = pgm.split(b"\n", 3)
    width, height = map(int, size.split())
    return [pixels[y * width : (y + 1) * width] for y in range(height)]


def beside(pictures, gap):
    between = bytes([GROUND]) * gap
    return [between.join(rows) for rows in zip(*pictures)]


def in_rows(pictures):
    """The pictures in rows, as many in each as it has room for."""
    rows, row = [], []
    for picture in pictures:
        if row and sum(len(one[0]) + GAP for one in row) + len(picture[0]) + GAP > WIDTH:
            rows.append(row)
            row = []
        row.append(picture)
    rows.append(row)
    edge = bytes([GROUND]) * GAP
    lines = [bytes([GROUND]) * WIDTH] * GAP
    for row in rows:
        lines += [(edge + line + edge).ljust(WIDTH, bytes([GROUND])) for line in beside(row, GAP)]
        lines += [bytes([GROUND]) * WIDTH] * GAP
    return lines


def png(rows):
    """A picture of sixteen greys."""
    def part(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    packed = bytearray()
    for row in rows:
        nibbles = [min(15, (value + 8) // 17) for value in row] + [0] * (len(row) % 2)
        packed.append(0)
        packed += bytes(nibbles[x] << 4 | nibbles[x + 1] for x in range(0, len(nibbles), 2))
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 4, 0, 0, 0, 0)
    body = zlib.compress(bytes(packed), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", body) + part(b"IEND", b"")


if __name__ == "__main__":
    main()
