# Prints the text of a PDF as pdfium (Chromium's reader) copies it: pdfium.py FILE
import sys

import pypdfium2

document = pypdfium2.PdfDocument(sys.argv[1])
pages = [page.get_textpage().get_text_range() for page in document]
sys.stdout.buffer.write("\n".join(pages).encode("utf-8"))
