#!/usr/bin/env python3
"""Folds the sheets of a leaflet on the screen, and draws what a reader sees one view after the other.

  folded.py LEAFLET-print.pdf FORMAT.toml OUT.png [--dots 60] [--from-the-right]

Of the format it reads where the paper is creased, and nothing of where pages lie: which part of which
side is seen, and whether it stands on its head, follows from the paper alone. So a page in a wrong place
or upside down is seen at once. The sheets are printed on both sides and turned about their short edge.

- two upright creases: a letter fold; closed, its back, with the cover opened, wholly open;
- an upright and a level crease: the top goes behind, then the left half; closed, pairs of pages, its back;
- `fold = "booklet"`: sheets within each other, stapled in the middle; the same views.

With --from-the-right the paper is folded the other way round, as somebody does who reads Arabic.

It needs `pdftoppm` of poppler. Grey, so many dots an inch.
"""

import argparse
import struct
import subprocess
import tempfile
import tomllib
import zlib
from pathlib import Path

GAP = 12


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("sheets", type=Path)
    arguments.add_argument("format", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--dots", type=int, default=60)
    arguments.add_argument("--from-the-right", action="store_true")
    options = arguments.parse_args()
    rules = tomllib.loads(options.format.read_text("utf-8"))
    sides = printed(options.sheets, options.dots)
    if options.from_the_right:
        # Folded in a mirror, and seen in it again.
        in_the_mirror(rules)
        views = [mirrored(view) for view in folded([mirrored(side) for side in sides], rules, options.dots)]
    else:
        views = folded(sides, rules, options.dots)
    options.out.write_bytes(png(below(views)))


def in_the_mirror(rules):
    """Its upright creases, counted from the other edge."""
    across = rules["sheet"]["width"]
    for side in rules["sheet"].get("side", []):
        side["upright_folds"] = sorted(across - x for x in side["upright_folds"])


def folded(sides, rules, dots):
    """The views of a folded leaflet, each a picture."""
    if rules.get("fold") == "booklet":
        return spreads(stapled(sides))
    creases = rules["sheet"]["side"]
    upright = [[in_dots(x, dots) for x in side["upright_folds"]] for side in creases]
    level = [in_dots(y, dots) for y in creases[0].get("level_folds", [])]
    front, back = sides
    match len(upright[0]), len(level):
        case 2, 0:
            return letter_fold(front, back, upright)
        case 1, 1:
            return spreads(crossed(front, back, upright[0][0], level[0]))
    raise SystemExit(f"no way to fold {len(upright[0])} upright and {len(level)} level creases")


def letter_fold(front, back, creases):
    (flap, cover), (first, _) = creases
    height = len(front)
    return [
        part(front, cover, 0, width(front), height),
        part(front, flap, 0, cover, height),
        # The flap lies on the middle, with its outside up.
        beside(part(back, 0, 0, first, height), part(front, 0, 0, flap, height)),
        back,
    ]


def crossed(front, back, x, y):
    """The pages of one sheet whose top was folded behind, and then its left half. Turned about its short
    edge, what is behind the lower half stands in the upper half of the other side."""
    right, bottom = width(front), len(front)
    upper, lower = (0, y), (y, bottom)
    cell = lambda side, columns, rows: part(side, columns[0], rows[0], columns[1], rows[1])
    left_half, right_half = (0, x), (x, right)
    mirrored = lambda rows: (bottom - rows[1], bottom - rows[0])
    outside = lambda columns, rows: cell(front, columns, rows)
    inside = lambda columns, rows: cell(back, columns, mirrored(rows))
    return [
        outside(right_half, lower),
        # A leaf that is turned over sideways was turned about the level crease by the printer.
        turned(inside(right_half, lower)),
        inside(right_half, upper),
        turned(outside(right_half, upper)),
        turned(outside(left_half, upper)),
        inside(left_half, upper),
        turned(inside(left_half, lower)),
        outside(left_half, lower),
    ]


def stapled(sides):
    """The pages of sheets that lie within each other, the first one outermost, front before back."""
    half = lambda side, at: part(side, at * width(side) // 2, 0, (at + 1) * width(side) // 2, len(side))
    fronts, backs = sides[::2], sides[1::2]
    pages = []
    for front, back in zip(fronts, backs):
        pages += [half(front, 1), half(back, 0)]
    for front, back in reversed(list(zip(fronts, backs))):
        pages += [half(back, 1), half(front, 0)]
    return pages


def spreads(pages):
    pairs = [beside(*pages[at : at + 2]) for at in range(1, len(pages) - 1, 2)]
    return [pages[0], *pairs, pages[-1]]


# ---- pictures: rows of bytes, one a dot -----------------------------------------------------------


def printed(path, dots):
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-gray", "-r", str(dots), path, Path(folder) / "side"]
        subprocess.run(command, check=True)
        return [pgm(page.read_bytes()) for page in sorted(Path(folder).iterdir())]


def pgm(data):
    _, across, down, _ = data.split(None, 4)[:4]
    across, down = int(across), int(down)
    dots = data[len(data) - across * down :]
    return [dots[row * across : (row + 1) * across] for row in range(down)]


def in_dots(millimetres, dots):
    return round(millimetres / 25.4 * dots)


def width(picture):
    return len(picture[0])


def part(picture, left, top, right, bottom):
    return [row[left:right] for row in picture[top:bottom]]


def mirrored(picture):
    return [row[::-1] for row in picture]


def turned(picture):
    return [row[::-1] for row in reversed(picture)]


def beside(left, right):
    height = max(len(left), len(right))
    rows = zip(padded(left, height), padded(right, height))
    return [one + b"\x80" + other for one, other in rows]


def padded(picture, height):
    return picture + [b"\xff" * width(picture)] * (height - len(picture))


def below(views):
    """All views under each other, on grey."""
    across = max(map(width, views)) + 2 * GAP
    grey = b"\xb0" * across
    rows = [grey] * GAP
    for view in views:
        rows += [(b"\xb0" * GAP + row).ljust(across, b"\xb0") for row in view]
        rows += [grey] * GAP
    return rows


def png(picture):
    chunk = lambda kind, data: (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    )
    head = struct.pack(">IIBBBBB", width(picture), len(picture), 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + row for row in picture)
    parts = [chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows, 9)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


if __name__ == "__main__":
    main()
