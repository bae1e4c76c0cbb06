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


def unseen():
    """White letters and dots, and white letters that are read on what is dark behind them."""
    white = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    dark = '<w:shd w:val="clear" w:fill="0B5751"/>'
    word(
        "white.docx",
        paragraph(run("shown") + run("in white", white) + run("as a dot", '<w:rPr><w:sz w:val="2"/></w:rPr>'))
        + paragraph(run("read on ink", f'<w:rPr>{dark}<w:color w:val="FFFFFF"/></w:rPr>'))
        + f"<w:p><w:pPr>{dark}</w:pPr>{run('a head', white)}</w:p>"
        + f"<w:tbl><w:tr><w:tc><w:tcPr>{dark}</w:tcPr>{paragraph(run('head of a table', white))}</w:tc></w:tr></w:tbl>"
        + f'<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr><w:tc>{paragraph(run("by its style", white))}</w:tc></w:tr></w:tbl>'
        + paragraph(f"<w:r><w:pict><w:txbxContent>{paragraph(run('in a frame', white))}</w:txbxContent></w:pict></w:r>"),
    )
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<numFmts count="1"><numFmt numFmtId="164" formatCode=";;;"/></numFmts>'
        '<fonts count="3"><font><sz val="11"/><color theme="1"/></font><font><sz val="11"/><color theme="0"/></font>'
        '<font><sz val="1"/><color rgb="FF000000"/></font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FF0B5751"/></patternFill></fill></fills>'
        '<cellXfs count="5"><xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="2"/>'
        '<xf fontId="2" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/></cellXfs></styleSheet>'
    )
    styled = lambda name, style, text: cell(name, text).replace("<c ", f'<c s="{style}" ')
    rows = '<sheetData><row r="1">' + styled("A1", 2, "head") + styled("B1", 0, "shown") + '<c r="C1" s="1"/></row>'
    rows += '<row r="2">' + styled("A2", 1, "Sok Dara") + styled("B2", 3, "dot") + '<c r="C2" s="4"><v>5000</v></c></row>'
    rows += '<row r="3">' + styled("A3", 1, "Chan Sophea") + styled("B3", 0, "shown") + "</row></sheetData>"
    # What a rule may colour is left alone, and what stands beside it is not; dots are dots everywhere.
    ruled = rows.replace("</sheetData>", '<row r="9">' + styled("A9", 1, "beside the rule") + "</row></sheetData>")
    ruled += '<conditionalFormatting sqref="C1 A1:A3"/>'
    # In a table, letters of their own looks within a cell, and a text that others share.
    letters = lambda text, look="": f"<r>{look and f'<rPr>{look}</rPr>'}<t>{text}</t></r>"
    mixed = letters("shown ") + letters("white", '<color rgb="FFFFFFFF"/>')
    inline = lambda name, runs, style=0: f'<c r="{name}" s="{style}" t="inlineStr"><is>{runs}</is></c>'
    shared = lambda name, number, style=0: f'<c r="{name}" s="{style}" t="s"><v>{number}</v></c>'
    listed = '<sheetData><row r="1">' + inline("A1", mixed) + shared("B1", 1, 1) + shared("C1", 0) + "</row><row>"
    listed += '<c s="2" t="s"><v>2</v></c><c t="s"><v>2</v></c><c s="1" t="s"><v>3</v></c></row></sheetData>'
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = [letters("plain"), letters("in a table"), mixed, letters("black on white", '<color rgb="FF000000"/>')]
    workbook(
        "white.xlsx",
        [("Plan", False, rows), ("Ruled", False, ruled), ("Listed", False, listed)],
        {
            "xl/styles.xml": styles,
            "xl/sharedStrings.xml": f"<sst {main}>{''.join(f'<si>{text}</si>' for text in texts)}</sst>",
            "xl/worksheets/_rels/sheet3.xml.rels": (
                '<Relationships><Relationship Id="t" Type="table" Target="../tables/table1.xml"/></Relationships>'
            ),
            "xl/tables/table1.xml": f'<table {main} ref="B1:D1"/>',
        },
    )
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in [("office", "office"), ("style", "style"), ("table", "table"), ("text", "text")]
    )
    names += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

    def style(name, family, properties, parent=""):
        return f'<style:style style:name="{name}" style:family="{family}"{parent}>{properties}</style:style>'

    paper = '<style:text-properties fo:color="#ffffff"/>'
    automatic = style("w", "table-cell", paper)
    automatic += style("d", "table-cell", paper + '<style:table-cell-properties fo:background-color="#0b5751"/>')
    automatic += style("follows", "table-cell", "", ' style:parent-style-name="w"')
    ruled = '<style:map style:condition="cell-content()=0" style:apply-style-name="Dark"/>'
    automatic += style("ruled", "table-cell", paper + ruled)
    automatic += style("dot", "text", '<style:text-properties fo:font-size="1pt"/>')
    inner = lambda text: f"<text:p>{text}</text:p>"
    table = (
        '<table:table table:name="Plan"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="follows"/>'
        f'<table:table-row><table:table-cell table:style-name="d">{inner("head")}</table:table-cell>'
        f'<table:table-cell>{inner("shown")}</table:table-cell><table:table-cell>{inner("in a white column")}</table:table-cell>'
        f'<table:table-cell>{inner("behind all columns")}</table:table-cell>'
        f'</table:table-row><table:table-row><table:table-cell table:style-name="w">{inner("in white")}</table:table-cell>'
        f'<table:table-cell>{inner("shown <text:span text:style-name=%sdot%s>as a dot</text:span>" % (chr(34), chr(34)))}</table:table-cell>'
        f'</table:table-row><table:table-row><table:table-cell table:style-name="ruled">{inner("by a rule")}</table:table-cell>'
        '<table:table-cell office:value="5000"><text:p/></table:table-cell><table:table-cell office:value="0"/>'
        f'<table:table-cell office:value="7">{inner("7")}</table:table-cell>'
        "</table:table-row></table:table>"
    )
    archive(
        "white.ods",
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": (
                f"<office:document-content{names}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
            ),
        },
    )


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
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 5 0 R /Resources << "
    shown = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    # A number in three pieces, an amount, and a number that stands upright in the margin.
    words = b"BT /F 12 Tf 40 200 Td (Call 015) Tj 60 0 Td (234) Tj 30 0 Td (567) Tj -90 -30 Td (12 345 678 riel) Tj"
    words += b" 0 1 -1 0 20 40 Tm (016 222 333) Tj ET"
    pdf("shown.pdf", shown + [page + b"/Font << /F 4 0 R >> >> >>", font, stream("", words)])
    dot = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    dot += b"\nstream\n\x80\nendstream"
    pdf("scan.pdf", shown + [page + b"/XObject << /I 4 0 R >> >> >>", dot, stream("", b"q 300 0 0 300 0 0 cm /I Do Q")])
    unseen()
    (FOLDER / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (FOLDER / "note.rtf").write_bytes(b"{\\rtf1{\\info{\\author Sok Dara}{\\operator Chan Sophea}}x}")
    (FOLDER / "plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\Users\\dara\\plan.png">'
        "<metadata><dc:creator>Sok Dara</dc:creator></metadata></svg>\n"
    )


main()
