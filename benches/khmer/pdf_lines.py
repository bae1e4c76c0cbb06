#!/usr/bin/env python3
"""Lines of the Universal Declaration, printed to PDF by Chromium and copied out again, that came out torn.

    pdf_lines.py OUT
    cargo bench -p sala-khmer --bench khmer_torn -- torn OUT/*.txt

Writes OUT/FONT.EXTRACTOR.txt for each Khmer font of the theme and for poppler, pdfium and pypdf, and prints
how many lines came out otherwise than they were typed. A line has 20 to 60 clusters, is one line of the
page, and is kept if one cluster in seven is missing or came in. Needs chromium and pdftotext, and pypdf and
pypdfium2 of PyPI.
"""

import pathlib
import re
import subprocess
import sys
from collections import Counter

import pypdf
import pypdfium2

ROOT = pathlib.Path(__file__).resolve().parents[2]
FONTS = ROOT / "themes/default/fonts"
CLUSTER = re.compile("[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3])*[\u17b4-\u17d1\u17dd\u200c\u200d]*|[^\\s]")
LEAST_DAMAGE = 7


def lines():
    """Pieces of the text of 20 to 60 clusters, which end where a space stands."""
    text = (ROOT / "src/khmer/fixtures/udhr-khm.txt").read_text(encoding="utf-8")
    for paragraph in text.splitlines():
        line = ""
        for part in paragraph.split():
            line = f"{line} {part}".strip()
            length = len(CLUSTER.findall(line))
            if length > 60:
                line = ""
            elif length >= 20:
                yield line
                line = ""


def printed(font, own, folder):
    paragraphs = "".join(f"<p>{line}" for line in own)
    page = folder / f"{font.stem}.html"
    style = (
        f"@font-face{{font-family:own;src:url('{font.as_uri()}')}}"
        "@page{size:594mm 841mm}p{font:6px/1.6 own;margin:0;white-space:nowrap}"
    )
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{paragraphs}", encoding="utf-8")
    pdf = page.with_suffix(".pdf")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()],
        check=True,
        capture_output=True,
    )
    return pdf


def by_poppler(pdf):
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout


def by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def by_pypdf(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def is_torn(typed, copied):
    typed, copied = (Counter(CLUSTER.findall(one)) for one in (typed, copied))
    lost, came = (typed - copied).total(), (copied - typed).total()
    return max(lost, came) * LEAST_DAMAGE >= typed.total()


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    own = list(lines())
    for font in sorted(FONTS.glob("*.ttf")):
        if "Inconsolata" in font.name:
            continue
        pdf = printed(font, own, folder)
        for name, copy in (("poppler", by_poppler), ("pdfium", by_pdfium), ("pypdf", by_pypdf)):
            copied = [line.strip() for line in copy(pdf).splitlines() if line.strip()]
            if len(copied) != len(own):
                print(f"{font.stem}, {name}: {len(copied)} lines for {len(own)}, so they cannot be compared")
                continue
            torn = [after for before, after in zip(own, copied) if is_torn(before, after)]
            print(f"{font.stem}, {name}: {len(torn)} of {len(own)} lines are torn")
            (folder / f"{font.stem}.{name}.txt").write_text("".join(f"{line}\n" for line in torn), encoding="utf-8")


main()
