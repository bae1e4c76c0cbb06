#!/usr/bin/env python3
"""Makes the pictures of this folder anew, with Pillow: small, of nobody, and of every kind that a phone,
a camera or a program writes.

    tests/pictures/make.py

`SECRET` stands in all that is to be taken out of them before they are published.
"""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageOps

HERE = Path(__file__).resolve().parent
SECRET = "SECRET"


def corners(width, height):
    """Six colours, each in its own place, so that one sees which side is up."""
    colours = [(200, 30, 30), (30, 160, 30), (30, 30, 200), (240, 240, 240), (20, 20, 20), (220, 200, 40)]
    picture = Image.new("RGB", (width, height))
    pixels = [
        colours[(y * 2 // height) * 3 + x * 3 // width]
        for y in range(height)
        for x in range(width)
    ]
    picture.putdata(pixels)
    return picture


def hills(width, height):
    """Something like a photo: every pixel near its neighbours, and none the same."""
    picture = Image.new("RGB", (width, height))
    state, pixels = 7, []
    for y in range(height):
        for x in range(width):
            state = (state * 1664525 + 1013904223) % (1 << 32)
            grain = (state >> 24) % 24
            pixels.append(((x * 200 // width + grain) % 256, (y * 180 // height + grain) % 256, (x + y) % 200 + grain))
    picture.putdata(pixels)
    return picture


def exif(orientation=1):
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = SECRET
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (11.0, 33.0, 30.0), "E", (104.0, 55.0, 0.0)
    return notes


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def lying(upright, orientation):
    """The pixels that are upright once they are turned as `orientation` says."""
    inverse = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    picture = upright if inverse is None else upright.transpose(inverse)
    marked = picture.copy()
    marked.getexif()[0x0112] = orientation
    assert list(ImageOps.exif_transpose(marked).get_flattened_data()) == list(upright.get_flattened_data()), orientation
    return picture


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def write(name, content):
    (HERE / name).write_bytes(content)


def main():
    upright = corners(48, 32)
    for orientation in range(1, 9):
        write(f"turned-{orientation}.jpg", saved(lying(upright, orientation), "JPEG", quality=90, subsampling=0, exif=exif(orientation)))
    write("turned.png", saved(lying(upright, 6), "PNG", exif=exif(6)))
    write("turned.webp", saved(lying(upright, 8), "WEBP", lossless=True, exif=exif(8)))

    photo = hills(400, 300)
    write("photo.jpg", saved(photo, "JPEG", quality=40))
    write("progressive.jpg", saved(photo, "JPEG", quality=40, progressive=True))
    write("grey.jpg", saved(corners(48, 32).convert("L"), "JPEG", quality=80))
    write("four-inks.jpg", saved(corners(48, 32).convert("CMYK"), "JPEG", quality=90))
    write("lossy.webp", saved(photo, "WEBP", quality=30))
    write("moving.webp", saved(upright, "WEBP", save_all=True, append_images=[upright.rotate(180)], lossless=True))
    write("moving.gif", saved(upright, "GIF", save_all=True, append_images=[upright.rotate(180)]))
    write("still.gif", saved(upright, "GIF"))
    write("drawing.png", saved(corners(700, 400).quantize(6), "PNG", optimize=True))

    clear = upright.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((48, 32)))
    write("clear.png", saved(clear, "PNG"))
    write("clear.webp", saved(clear, "WEBP", lossless=True))
    write("clear-lossy.webp", saved(clear, "WEBP", quality=80))
    palette = upright.quantize(8)
    palette.info["transparency"] = palette.getpixel((2, 2))
    write("clear-colour.png", saved(palette, "PNG", transparency=palette.getpixel((2, 2))))
    rows = b"".join(
        b"\0" + b"".join(struct.pack(">HHH", x * 1600, y * 2400, 30000) for x in range(40)) for y in range(27)
    )
    head = struct.pack(">IIBBBBB", 40, 27, 16, 2, 0, 0, 0)
    write("sixteen-bits.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    write("one-pixel.png", saved(Image.new("RGB", (1, 1), (200, 30, 30)), "PNG"))
    write("very-high.png", saved(Image.new("RGB", (1, 20000), (30, 160, 30)), "PNG", optimize=True))
    write("very-wide.png", saved(Image.new("RGB", (20000, 1), (30, 160, 30)), "PNG", optimize=True))

    plain = saved(upright, "JPEG", quality=90)
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='11,33.5N'>" + SECRET.encode() + b"</x>"
    notes = segment(0xE1, xmp) + segment(0xED, b"Photoshop 3.0\0" + SECRET.encode()) + segment(0xFE, SECRET.encode())
    preview = segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x01" + SECRET.encode())
    write("notes.jpg", plain[:2] + preview + notes + b"\xff\xff" + plain[20:])
    write("hung-on.jpg", plain + b"\0\0\0\x18ftypmp42" + SECRET.encode())
    plain = saved(upright, "PNG")
    text = b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET.encode()
    extra = chunk(b"tEXt", b"Author\0" + SECRET.encode()) + chunk(b"iTXt", text) + chunk(b"prVt", SECRET.encode())
    write("notes.png", plain[:33] + extra + plain[33:])
    write("notes.webp", saved(upright, "WEBP", lossless=True, exif=exif(1), xmp=xmp))


if __name__ == "__main__":
    main()
