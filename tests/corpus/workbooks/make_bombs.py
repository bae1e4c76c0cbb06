#!/usr/bin/env python3
"""Writes `bombs.zip`: small files that stand for much, and files that lie. All of them are invented.

    tests/corpus/workbooks/make_bombs.py

What each of them says to an author stands in `expected.txt`.
"""
import pathlib
import struct
import zipfile
import zlib

HERE = pathlib.Path(__file__).parent

# -- zip archives, entry by entry, so that each part of them can lie


def archive(entries, comment=b"", count=None):
    """Entries are (name, bytes, {what is said of them})."""
    out, listing = bytearray(), bytearray()
    for name, data, *rest in entries:
        says = rest[0] if rest else {}
        name = name.encode()
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = says.get("packed", None) or packer.compress(data) + packer.flush()
        crc = says.get("crc", zlib.crc32(data))
        size = says.get("size", len(data))
        packed_size = says.get("packed_size", len(packed))
        flags = says.get("flags", 0)
        at = says.get("at", len(out))
        common = struct.pack("<HHHHHIII", 20, flags, 8, 0, 0x5A21, crc, packed_size, size)
        if "at" not in says:
            out += b"PK\3\4" + common + struct.pack("<HH", len(name), 0) + name + packed
        extra = says.get("extra", b"")
        listing += (
            b"PK\1\2" + struct.pack("<H", 20) + common
            + struct.pack("<HHHHHII", len(name), len(extra), 0, 0, 0, 0, at) + name + extra
        )
    count = len(entries) if count is None else count
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), len(out), len(comment))
    return bytes(out + listing + b"PK\5\6" + end + comment)


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def relations(*of):
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{RELATION}{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(of)
    )
    return f"{HEAD}<Relationships>{inner}</Relationships>".encode()


def xlsx_parts(sheet, strings=None, styles=None, sheets=1):
    parts = [
        ("_rels/.rels", relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", relations(("worksheet", "worksheets/sheet1.xml"))),
        (
            "xl/workbook.xml",
            (
                HEAD + '<workbook xmlns:r="r"><sheets>'
                + "".join(f'<sheet name="2025-{n}" r:id="r0"/>' for n in range(sheets))
                + "</sheets></workbook>"
            ).replace("2025-0", "2025").encode(),
        ),
        ("xl/worksheets/sheet1.xml", sheet if isinstance(sheet, bytes) else sheet.encode()),
    ]
    if strings is not None:
        parts.append(("xl/sharedStrings.xml", strings if isinstance(strings, bytes) else strings.encode()))
    if styles is not None:
        parts.append(("xl/styles.xml", styles.encode()))
    return parts


def xlsx(*args, **named):
    return archive(xlsx_parts(*args, **named))


def text_cell(at, text):
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = '<row r="1">' + text_cell("A1", "code") + text_cell("B1", "amount") + "</row>"
ROW = '<row r="2">' + text_cell("A2", "60") + '<c r="B2"><v>100</v></c></row>'


def sheet(rows, before="", after=""):
    return f"{HEAD}<worksheet>{before}<sheetData>{HEADER}{rows}</sheetData>{after}</worksheet>"


def strings(*of, says=""):
    return f"{HEAD}<sst{says}>" + "".join(f"<si><t>{text}</t></si>" for text in of) + "</sst>"


# -- ods

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(rows, before="", mime=ODS, manifest="<manifest:manifest/>"):
    content = (
        f"{HEAD}<office:document-content><office:body><office:spreadsheet>{before}"
        '<table:table table:name="2025">'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>code</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>amount</text:p></table:table-cell></table:table-row>'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return archive(
        [("mimetype", mime.encode()), ("META-INF/manifest.xml", manifest.encode()), ("content.xml", content.encode())]
    )


def ods_cell(text, says=""):
    return f'<table:table-cell office:value-type="string"{says}><text:p>{text}</text:p></table:table-cell>'


def ods_row(inner, says=""):
    return f"<table:table-row{says}>{inner}</table:table-row>"


# -- xls


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def xls_text(text, says=None):
    data = text.encode("utf-16le")
    return struct.pack("<HB", len(text) if says is None else says, 1) + data


def label(row, column, text, says=None):
    return record(0x0204, struct.pack("<HHH", row, column, 0) + xls_text(text, says))


def number(row, column, value):
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


BEGIN_SHEET = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
XLS_HEADER = label(0, 0, "code") + label(0, 1, "amount")


def xls_stream(cells, table=b"", globals_=b"", sheets=1, size=(0, 2, 0, 2), begin=None):
    first = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + record(0x0042, b"\xb0\x04")
    first += globals_
    names = [b"2025" if n == 0 else b"2025-%d" % n for n in range(sheets)]
    length = len(first) + sum(4 + 8 + len(name) for name in names) + len(table) + 4
    listing = b"".join(
        record(0x0085, struct.pack("<IBBBB", length if begin is None else begin, 0, 0, len(name), 0) + name)
        for name in names
    )
    stream = first + listing + table + record(0x000A)
    dimension = record(0x0200, struct.pack("<IIHHH", *size, 0))
    return stream + BEGIN_SHEET + dimension + XLS_HEADER + cells + record(0x000A)


def compound(stream, name="Workbook", table=None, length=None, start=1, header=None):
    stream = stream.ljust(4096, b"\0")
    length = len(stream) if length is None else length
    stream = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    sectors = len(stream) // 512
    if table is None:
        table = [0xFFFFFFFE] + list(range(2, sectors + 1)) + [0xFFFFFFFE]
    tables = -(-(len(table) + 1) // 128)
    while len(table) + tables > tables * 128:
        tables += 1
    lists = [1 + sectors + n for n in range(tables)]
    table = table + [0xFFFFFFFD] * tables
    table += [0xFFFFFFFF] * (tables * 128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<IIIIIIII", tables, 0, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += b"".join(struct.pack("<I", at) for at in lists + [0xFFFFFFFF] * (109 - len(lists)))
    if header:
        head = header(head)

    def entry(name, kind, start, length):
        data = name.encode("utf-16le").ljust(64, b"\0") + struct.pack("<HB", 2 * len(name) + 2, kind)
        return data.ljust(116, b"\0") + struct.pack("<IQ", start, length)

    folder = entry("Root Entry", 5, 0xFFFFFFFE, 0) + entry(name, 2, start, length)
    return head + folder.ljust(512, b"\0") + stream + b"".join(struct.pack("<I", it) for it in table)


def xls(*args, **named):
    return compound(xls_stream(*args, **named))


def patched(at, data):
    return lambda head: head[:at] + data + head[at + len(data):]


def bombs():
    k, m = 1000, 1_000_000
    long = "ថវិកា" * 5_000
    yield "shared-string-in-every-cell.xlsx", xlsx(
        sheet("".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 3 * k))),
        strings(long),
    )
    yield "shared-strings-without-number.xlsx", xlsx(sheet(ROW), f"{HEAD}<sst>" + "<si/>" * (2 * m) + "</sst>")
    yield "shared-strings-announced.xlsx", xlsx(
        sheet(ROW), strings("a", says=' count="9" uniqueCount="4000000000"')
    )
    yield "shared-strings-announced-beyond-numbers.xlsx", xlsx(
        sheet(ROW), strings("a", says=' uniqueCount="18446744073709551615"')
    )
    yield "one-shared-string-of-60-megabytes.xlsx", xlsx(sheet(ROW), strings("a" * (60 * m)))
    yield "inline-strings-as-long-as-allowed.xlsx", xlsx(
        sheet("".join(f'<row r="{n}">{text_cell(f"A{n}", "a" * 32_767)}</row>' for n in range(2, 1_600)))
    )
    yield "inline-string-too-long.xlsx", xlsx(sheet(f'<row r="2">{text_cell("A2", "a" * 32_768)}</row>'))
    yield "two-million-cells.xlsx", xlsx(sheet('<row><c><v>1</v></c></row>' * (2 * m)))
    yield "size-announced.xlsx", xlsx(sheet(ROW, before='<dimension ref="A1:XFD1048576"/>'))
    yield "size-upside-down.xlsx", xlsx(sheet(ROW, before='<dimension ref="B9:A1"/>'))
    yield "size-beyond-numbers.xlsx", xlsx(sheet(ROW, before='<dimension ref="A1:ZZZZZZZZ99999999999"/>'))
    yield "cell-far-out.xlsx", xlsx(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    yield "cell-beyond-numbers.xlsx", xlsx(sheet('<row r="2"><c r="ZZZZZZZZ2"><v>1</v></c></row>'))
    yield "row-beyond-numbers.xlsx", xlsx(sheet('<row r="99999999999"><c><v>1</v></c></row>'))
    yield "cells-far-out-in-every-row.xlsx", xlsx(
        sheet("".join(f'<row r="{n}"><c r="ALL{n}"><v>1</v></c></row>' for n in range(2, 3 * k)))
    )
    yield "cells-twice-and-backwards.xlsx", xlsx(
        sheet("".join(f'<row r="{n}"><c r="A{n}"><v>60</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in (3, 2, 2)))
    )
    yield "one-wide-header-over-many-rows.xlsx", xlsx(
        f'{HEAD}<worksheet><sheetData><row r="1">'
        + "".join(f'<c t="inlineStr"><is><t>c{n}</t></is></c>' for n in range(1000))
        + "</row>" + "<row><c><v>1</v></c></row>" * (100 * k) + "</sheetData></worksheet>"
    )
    yield "all-merged.xlsx", xlsx(
        sheet(ROW, after='<mergeCells count="9"><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    )
    yield "merged-a-million-times.xlsx", xlsx(
        sheet(ROW, after="<mergeCells>" + '<mergeCell ref="A3:B4"/>' * m + "</mergeCells>")
    )
    yield "merged-badly.xlsx", xlsx(sheet(ROW, after='<mergeCells><mergeCell ref="B9:A1"/><mergeCell ref="?"/></mergeCells>'))
    yield "ten-thousand-sheets.xlsx", xlsx(sheet(ROW), sheets=10 * k)
    yield "formula-number-announced.xlsx", xlsx(
        sheet('<row r="2"><c r="A2"><f t="shared" si="4000000000" ref="A2:A9">B2</f></c></row>')
    )
    yield "formula-number-beyond-numbers.xlsx", xlsx(
        sheet('<row r="2"><c r="A2"><f t="shared" si="18446744073709551615" ref="A2:A9">B2</f></c></row>')
    )
    yield "shared-formula-in-every-cell.xlsx", xlsx(
        sheet(
            f'<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A9">{"A1+" * 10_000}1</f></c></row>'
            + '<row><c><f t="shared" si="0"/></c></row>' * (5 * k)
        )
    )
    yield "formats-with-a-long-font.xlsx", xlsx(
        sheet(ROW), styles=f'{HEAD}<styleSheet><fonts><font><name val="{"a" * m}"/></font></fonts><cellXfs>'
        + '<xf numFmtId="0" fontId="0"/>' * (50 * k) + "</cellXfs></styleSheet>",
    )
    yield "formats-with-a-long-code.xlsx", xlsx(
        sheet(ROW), styles=f'{HEAD}<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{"0" * m}"/></numFmts><cellXfs>'
        + '<xf numFmtId="200"/>' * (50 * k) + "</cellXfs></styleSheet>",
    )
    yield "a-million-formats.xlsx", xlsx(
        sheet(ROW), styles=f'{HEAD}<styleSheet><cellXfs>' + '<xf numFmtId="14"/>' * m + "</cellXfs></styleSheet>"
    )
    yield "part-of-a-gigabyte.xlsx", archive(
        [(n, d) for n, d in xlsx_parts("") if "sheet1" not in n]
        + [("xl/worksheets/sheet1.xml", b" " * (300 * m), {"size": 100})]
    )
    yield "entities-that-grow.xlsx", xlsx(
        '<!DOCTYPE x [<!ENTITY a "' + "a" * k + '">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
        + f"]><worksheet><sheetData>{HEADER}<row>{text_cell('A2', '&i;')}</row></sheetData></worksheet>"
    )
    yield "deep.xlsx", xlsx(f"{HEAD}<worksheet><sheetData>" + "<a>" * m + "</a>" * m + "</sheetData></worksheet>")
    yield "comment-of-60-megabytes.xlsx", xlsx(sheet("<!--" + "<" * (60 * m) + "-->" + ROW))
    yield "a-million-attributes.xlsx", xlsx(sheet("<row " + 'a="" ' * 150_000 + ">" + "</row>" + ROW))
    yield "cut-off-in-a-cell.xlsx", xlsx(sheet(ROW)[:-60])
    yield "utf-16.xlsx", xlsx(sheet(ROW).replace("UTF-8", "UTF-16").encode("utf-16"), strings("a").encode("utf-16"))
    parts = xlsx_parts(sheet(ROW))
    yield "wrong-checksum.xlsx", archive(parts[:3] + [(*parts[3], {"crc": 1})])
    yield "locked-part.xlsx", archive(parts[:3] + [(*parts[3], {"flags": 1})])
    yield "name-twice.xlsx", archive(parts + [("XL/worksheets\\SHEET1.xml", b"<worksheet/>")])
    yield "name-twice-the-same.xlsx", archive(parts + [parts[3]])
    yield "size-of-a-part-beyond-numbers.xlsx", archive(
        parts[:3] + [(*parts[3], {"size": 0xFFFFFFFF, "packed_size": 0xFFFFFFFF, "extra": struct.pack("<HHQQ", 1, 16, 2**63, 2**63)})]
    )
    yield "parts-announced.xlsx", archive(parts, count=0xFFFE)
    yield "parts-on-top-of-each-other.xlsx", archive(
        parts + [(f"xl/media/{n}", b"", {"at": 0, "packed_size": 900}) for n in range(k)]
    )
    yield "twenty-five-thousand-parts.xlsx", archive(parts + [(f"{n}", b"", {"at": 0}) for n in range(25 * k)])
    yield "archive-in-an-archive.xlsx", archive([("a.xlsx", archive(parts))])
    yield "binary.xlsx", archive(
        [("_rels/.rels", relations(("officeDocument", "xl/workbook.bin"))), ("xl/workbook.bin", b"\0" * 99)]
    )
    yield "web-page.xls", b"<html><table><tr><td>code</td></tr></table></html>"

    yield "cells-repeated.ods", ods(ods_row(ods_cell("a", ' table:number-columns-repeated="1000"'), ' table:number-rows-repeated="1000000"'))
    yield "cells-repeated-beyond-numbers.ods", ods(ods_row(ods_cell("a", ' table:number-columns-repeated="18446744073709551615"')))
    yield "rows-repeated-and-long.ods", ods(ods_row(ods_cell("a" * 30_000), ' table:number-rows-repeated="100000"'))
    yield "cells-repeated-in-many-rows.ods", ods(
        ods_row(ods_cell("a", ' table:number-columns-repeated="500"')) * (8 * k)
    )
    yield "blanks-repeated-in-many-rows.ods", ods(
        ods_row('<table:table-cell table:number-columns-repeated="16000"/>' + "<table:table-cell/>") * (8 * k)
        + ods_row(ods_cell("60") + ods_cell("1"))
    )
    yield "spaces-repeated.ods", ods(ods_row(ods_cell('<text:s text:c="4000000000"/>')))
    yield "spaces-repeated-in-a-note.ods", ods(
        ods_row(ods_cell('60<office:annotation><text:s text:c="4000000000"/></office:annotation>') + ods_cell("1"))
    )
    yield "covered-cells-repeated.ods", ods(
        ods_row(ods_cell("a") + '<table:covered-table-cell office:value-type="float" office:value="1" table:number-columns-repeated="900"/>', ' table:number-rows-repeated="90000"')
    )
    yield "formulas-repeated.ods", ods(
        ods_row(f'<table:table-cell table:formula="{"1+" * 10_000}1" table:number-columns-repeated="900"/>', ' table:number-rows-repeated="900"')
    )
    yield "far-out.ods", ods(ods_row('<table:table-cell table:number-columns-repeated="5000"/>' + ods_cell("a")))
    yield "rows-far-apart.ods", ods(
        ods_row("<table:table-cell/>", ' table:number-rows-repeated="1048000"') + ods_row("".join(ods_cell("1") for _ in range(9)))
    )
    yield "empty-to-the-end.ods", ods(
        ods_row(ods_cell("60") + ods_cell("100"))
        + ods_row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048574"')
    )
    yield "cut-off-in-a-table.ods", archive(
        [("mimetype", ODS.encode()), ("META-INF/manifest.xml", b"<a/>"),
         ("content.xml", b'<office:document-content><table:table table:name="2025"><table:table-row>')]
    )
    yield "cut-off-in-a-note.ods", archive(
        [("mimetype", ODS.encode()), ("META-INF/manifest.xml", b"<a/>"),
         ("content.xml", b'<d><table:table table:name="2025"><table:table-row><table:table-cell office:value-type="string"><office:annotation>')]
    )
    yield "table-in-a-table.ods", ods(ods_row(ods_cell('a<table:table table:name="x"><table:table-row/></table:table>')))
    yield "entities-that-grow.ods", ods(ods_row(ods_cell("&a;")), before="<!DOCTYPE x [<!ENTITY a 'aaaa'>]>")
    yield "locked.ods", ods("", manifest='<manifest:manifest><manifest:encryption-data/></manifest:manifest>')
    yield "template.ods", ods("", mime=ODS + "-template")
    yield "deep.ods", ods("<a>" * m + "</a>" * m)
    yield "ten-thousand-tables.ods", ods("</table:table>" + '<table:table table:name="x"/>' * (10 * k) + '<table:table table:name="y">')

    yield "size-announced.xls", xls(b"", size=(0, 0xFFFFFFFE, 0, 0xFF))
    yield "size-upside-down.xls", xls(b"", size=(9, 3, 0, 2))
    yield "cell-far-out.xls", xls(number(65_535, 65_535, 1))
    yield "cell-far-down.xls", xls(number(65_535, 20, 1))
    yield "text-announced.xls", xls(b"".join(label(n % 60_000 + 1, 0, "a", says=65_535) for n in range(9 * k)))
    table = record(0x00FC, struct.pack("<II", 1, 1) + struct.pack("<HB", 65_535, 0) + b"a" * 8_000)
    table += b"".join(record(0x003C, b"\0" + b"a" * 8_000) for _ in range(7)) + record(0x003C, b"\0" + b"a" * 1_535)
    in_table = b"".join(record(0x00FD, struct.pack("<HHHI", n + 1, 0, 0, 0)) for n in range(2 * k))
    yield "text-in-every-cell.xls", xls(in_table, table=table)
    yield "texts-announced.xls", xls(b"", table=record(0x00FC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF)))
    yield "texts-cut-off.xls", xls(b"", table=record(0x00FC, struct.pack("<IIHB", 1, 1, 9, 8)))
    yield "texts-in-many-pieces.xls", xls(b"", table=record(0x00FC, b"\0" * 8) + record(0x003C) * (30 * k))
    formula = struct.pack("<HHHBBIH", 1, 0, 0, 0, 0, 0, 0xFFFF) + b"\0" * 6
    spaces = b"\x1e\1\0" + b"\x19\x40\0\xff" * 2_000
    yield "spaces-in-formulas.xls", xls(record(0x0006, formula + struct.pack("<H", len(spaces)) + spaces) * 9)
    brackets = b"\x1e\1\0" + b"\x15" * 8_000
    yield "brackets-in-formulas.xls", xls(record(0x0006, formula + struct.pack("<H", len(brackets)) + brackets) * 9)
    many = b"\x1f" + struct.pack("<d", 5e-324)
    yield "long-numbers-in-formulas.xls", xls(record(0x0006, formula + struct.pack("<H", 8_001) + many * 889) * 9)
    yield "ten-thousand-sheets-in-one-place.xls", xls(
        b"".join(number(n % 60_000 + 1, n // 60_000, 1) for n in range(500)), sheets=5 * k
    )
    yield "sheet-beyond-the-end.xls", xls(b"", begin=0xFFFFFFFF)
    yield "merged-announced.xls", xls(record(0x00E5, b"\xff\xff"))
    yield "numbers-upside-down.xls", xls(record(0x00BD, struct.pack("<HHHHIH", 1, 9, 0, 0, 0, 3)))
    yield "locked.xls", xls(b"", globals_=record(0x002F, b"\1\0" + b"\0" * 52))
    stream = xls_stream(b"")
    sectors = len(stream.ljust(4096, b"\0")) // 512
    circle = [0xFFFFFFFE] + [1] * sectors
    yield "circle-of-sectors.xls", compound(stream, table=circle, length=0xFFFFFFFF)
    yield "circle-of-folders.xls", compound(stream, table=[0] + list(range(2, sectors + 1)) + [0xFFFFFFFE])
    yield "circle-of-tables.xls", compound(stream, header=patched(68, struct.pack("<II", 2, 0xFFFFFFFF)))
    yield "length-announced.xls", compound(stream, length=0xFFFFFFFF)
    yield "sector-beyond-the-end.xls", compound(stream, start=0x00FFFFFF)
    yield "short-stream-without-a-place.xls", compound(stream, length=100)
    yield "locked-new-workbook.xlsx", compound(stream, name="EncryptedPackage")
    yield "nothing.xlsx", b""
    yield "head-only.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

    yield "long-cell.csv", f'code,amount\n60,"{"a" * 40_000}"\n'.encode()
    yield "quotation-mark-not-closed.csv", ('code,amount\n60,"1\n' + "61,2\n" * 10_000).encode()
    yield "nothing-letters.csv", b"code,amount\n6\0,1\0\n"
    yield "wide.csv", ("code,amount" + ",a" * 30_000 + "\n").encode()


with zipfile.ZipFile(HERE / "bombs.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
    for name, data in sorted(bombs()):
        out.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)
