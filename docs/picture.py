#!/usr/bin/env python3
"""Draws docs/picture.png, which the README shows: two pages of the example campaign on a phone, and a leaflet.

  docs/picture.py SITE

SITE is the built example, `public`. It needs Chromium, `pdftoppm` of poppler and `convert` of ImageMagick.
"""

import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["index.html", "figures/national-budget/index.html"]
LEAFLET = "provinces/kandal/kandal-a4.pdf"
WIDTH, HEIGHT, GAP, SCALE = 360, 778, 18, 1.2
COLOURS = 64

PICTURE = """<!doctype html><meta charset="utf-8"><style>
body {{ display: flex; gap: {gap}px; margin: {gap}px; background: #fff }}
div, img {{ border: 1px solid #999; flex: none }}
iframe {{ border: 0; display: block }}
</style>{pages}<img src="leaflet.png" height="{height}">"""


def main():
    site = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        leaflet = folder / "leaflet"
        size = ["-scale-to-y", str(round(HEIGHT * SCALE)), "-scale-to-x", "-1", "-singlefile"]
        subprocess.run(["pdftoppm", "-png", *size, site / LEAFLET, leaflet], check=True)
        frames = [
            f'<div><iframe src="{(site / page).as_uri()}" width="{WIDTH}" height="{HEIGHT}" scrolling="no"></iframe></div>'
            for page in PAGES
        ]
        shown = folder / "picture.html"
        shown.write_text(PICTURE.format(gap=GAP, height=HEIGHT, pages="".join(frames)), "utf-8")
        width = (WIDTH + 2 + GAP) * len(PAGES) + round(HEIGHT * 210 / 297) + 2 + 2 * GAP
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                f"--force-device-scale-factor={SCALE}",
                f"--window-size={width},{HEIGHT + 2 + 2 * GAP}",
                f"--screenshot={folder / 'picture.png'}",
                shown.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        read = subprocess.run(["convert", folder / "picture.png", "ppm:-"], check=True, capture_output=True)
        (ROOT / "docs" / "picture.png").write_bytes(png(read.stdout))


def png(ppm):
    """A picture of few colours: those that it has most, and for each other one the nearest of them."""
    _, size, _, pixels = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    found = [pixels[at : at + 3] for at in range(0, width * height * 3, 3)]
    palette = [colour for colour, _ in Counter(found).most_common(COLOURS)]
    known = {colour: at for at, colour in enumerate(palette)}

    def nearest(colour):
        if colour not in known:
            far = [sum((a - b) ** 2 for a, b in zip(colour, own)) for own in palette]
            known[colour] = far.index(min(far))
        return known[colour]

    def part(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    numbers = bytes(map(nearest, found))
    rows = b"".join(b"\0" + numbers[at : at + width] for at in range(0, width * height, width))
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    body = part(b"PLTE", b"".join(palette)) + part(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + body + part(b"IEND", b"")


if __name__ == "__main__":
    main()
