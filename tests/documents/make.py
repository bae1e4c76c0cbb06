#!/usr/bin/env python3
"""Writes the documents of the broken campaign `documents-that-tell`, each with one thing that a reader should not
get: names, remarks, changes, what is hidden, where a picture was taken. All people and numbers are made up.

    tests/documents/make.py
"""
import struct
import zipfile
import zlib
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "broken/site/documents-that-tell/static"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator>'
    "<cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Company>{}</Company></Properties>"
)


def archive(name, parts):
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if part == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(info, text)


def word(name, body, more=None):
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": "<Relationships/>"}
    parts["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    archive(name, parts | (more or {}))


def run(text, properties=""):
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(inner):
    return f"<w:p>{inner}</w:p>"


def jpeg_taken_somewhere():
    # TIFF: one directory with the tag of a position, whose directory holds a latitude.
    tiff = b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHII", 0x8825, 4, 1, 26) + bytes(4)
    tiff += b"\0\x01" + struct.pack(">HHII", 2, 5, 3, 0) + bytes(4)
    exif = b"Exif\0\0" + tiff
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    frame = b"\xff\xc0\0\x11\x08\0\x01\0\x01\x03" + bytes(9)
    return b"\xff\xd8" + segment + frame + b"\xff\xda\0\x08" + bytes(6) + b"\xff\xd9"


def workbook(name, sheets, more=None, core=None):
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    listed, related = "", ""
    parts = {"[Content_Types].xml": TYPES}
    for number, (title, state, rows) in enumerate(sheets, 1):
        hidden = ' state="hidden"' if state else ""
        listed += f'<sheet name="{title}" sheetId="{number}"{hidden} r:id="r{number}"/>'
        related += f'<Relationship Id="r{number}" Type="{rel}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{main}">{rows}</worksheet>'
    parts["_rels/.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    parts["xl/workbook.xml"] = f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{listed}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>'
    )
    archive(name, parts | (more or {}))


def cell(name, text):
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


def pdf(name, objects, trailer=""):
    body = b"%PDF-1.7\n"
    for number, text in enumerate(objects, 1):
        body += f"{number} 0 obj\n".encode() + text + b"\nendobj\n"
    (FOLDER / name).write_bytes(body + f"trailer\n<< /Size {len(objects) + 1} {trailer}>>\n%%EOF\n".encode())


def stream(head, text):
    packed = zlib.compress(text)
    return f"<< {head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def main():
    word(
        "letter.docx",
        paragraph(run("ហៅ ០១២ ") + run("៣៤៥ ៦៧៨"))
        + paragraph(run("secret", "<w:rPr><w:vanish/></w:rPr>") + run("shown"))
        + paragraph(f'<w:del w:author="Chan Dara"><w:r><w:delText>struck out</w:delText></w:r></w:del>'),
        {
            "docProps/core.xml": CORE.format("Sok Dara", "Chan Sophea"),
            "docProps/app.xml": APP.format("A Company"),
            "word/comments.xml": f'<w:comments {W}><w:comment w:author="Sok Dara">{paragraph(run("not true"))}</w:comment></w:comments>',
            "word/media/image1.jpeg": jpeg_taken_somewhere(),
            "word/embeddings/Microsoft_Excel_Sheet1.xlsx": b"PK",
        },
    )
    # A document of which there is nothing to tell.
    word("clean.docx", paragraph(run("ថវិកា ២០២៦")), {"docProps/core.xml": CORE.format("", "openpyxl")})
    rows = "<sheetData>"
    rows += f'<row r="1">{cell("A1", "name")}{cell("B1", "phone")}</row>'
    rows += f'<row r="2" hidden="1">{cell("A2", "Sok Dara")}{cell("B2", "012 345 678")}</row>'
    rows += "</sheetData>"
    workbook("plan.xlsx", [("Plan", False, rows), ("Salaries", True, rows.replace(' hidden="1"', "").replace("012 345 678", "none"))])
    archive(
        "report.odt",
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "meta.xml": (
                '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
                ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
                "<meta:initial-creator>Sok Dara</meta:initial-creator><dc:creator>Chan Sophea</dc:creator></office:document-meta>"
            ),
            "content.xml": (
                '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
                ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
                "<text:p>x<office:annotation><text:p>is this so?</text:p></office:annotation></text:p></office:document-content>"
            ),
        },
    )
    slide = '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"{}/>'
    archive(
        "talk.pptx",
        {
            "[Content_Types].xml": TYPES,
            "ppt/slides/slide1.xml": slide.format(""),
            "ppt/slides/slide2.xml": slide.format(' show="0"'),
            "ppt/notesSlides/notesSlide1.xml": (
                '<p:notes xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
                ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                "<a:p><a:r><a:t>say nothing of the well</a:t></a:r></a:p><a:p><a:r><a:t>1</a:t></a:r></a:p></p:notes>"
            ),
        },
    )
    pdf(
        "paper.pdf",
        [
            b"<< /Type /Catalog >>",
            stream("/Type /ObjStm /N 1 /First 4", b"9 0 << /Title (x) /Author <FEFF17901781> >>"),
            b"<< /Type /Annot /Subtype /Text /Contents (ask \\(him\\)) /T (Sok) >>",
            b"<< /S /URI /URI (tel:+85512345678) >>",
        ],
    )
    pdf("locked.pdf", [b"<< /Type /Catalog >>"], "/Encrypt 3 0 R ")
    (FOLDER / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (FOLDER / "note.rtf").write_bytes(b"{\\rtf1{\\info{\\author Sok Dara}{\\operator Chan Sophea}}x}")
    (FOLDER / "plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\Users\\dara\\plan.png">'
        "<metadata><dc:creator>Sok Dara</dc:creator></metadata></svg>\n"
    )


main()
