#!/usr/bin/env python3
"""The same Khmer pages as PDF files, made by `sala`, by Chromium's print-to-PDF and by WeasyPrint: what a file
takes, cold and warm, how large it is, and whether its text comes out as it went in.

    benches/leaflets_beside.py [--count 20] [--program target/release/sala] [--chromium /usr/bin/chromium]
        [--weasyprint PYTHON] [--folder /dev/shm] [--keep FOLDER]

The pages are those of leaflets.py, about 600 words each. `sala` gets them as a campaign, and makes two files
of each, one to read and one to print and fold; the others get HTML of the same words with a style sheet of a
few lines and the same fonts, and make one. Cold is a process that makes the first page and ends, for `sala`
less a build without leaflets; warm is what each further page adds, of the CPU time of all processes that take
part. Of the text, each run of twelve letters without blanks is looked for in what `pdftotext` reads.

WeasyPrint is that of any Python (`python3 -m venv v && v/bin/pip install weasyprint`, then
`--weasyprint v/bin/python`). What is not there is left out, and said.
"""

import argparse
import base64
import html
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

import generate
import leaflets

ROOT = leaflets.ROOT
FONTS = ROOT / "themes/default/fonts"
STYLE = """
@font-face { font-family: body; src: url("FONTS/NotoSansKhmer_400Regular.ttf") }
@font-face { font-family: body; font-weight: 700; src: url("FONTS/NotoSansKhmer_700Bold.ttf") }
@page { size: A4; margin: 11mm }
body { font: 10.5pt/1.5 body; margin: 0 }
h1 { font-size: 24pt; line-height: 1.3 }
table { border-collapse: collapse; width: 100% }
th, td { border: .4pt solid; padding: .3em; text-align: left }
"""
RUN = 12


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=20)
    arguments.add_argument("--program", type=Path, default=ROOT / "target/release/sala")
    arguments.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    arguments.add_argument("--weasyprint", help="a Python that has WeasyPrint", default=sys.executable)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--keep", type=Path, help="leave the files in this folder")
    arguments.add_argument("--print", nargs="+", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.print:
        return {"chromium": print_with_chromium, "weasyprint": print_with_weasyprint}[options.print[0]](
            options.chromium, options.print[1:]
        )
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        folder = Path(folder)
        pages = [generate.draw_page(number, options.count, generate.read_sentences()) for number in range(options.count)]
        texts = [written(page, folder / f"{page['name']}.html") for page in pages]
        print("                cold ms   CPU ms   warm CPU ms      kB   text that comes out")
        files = with_sala(options, folder, pages)
        report("sala", *files, texts)
        for name in ["chromium", "weasyprint"]:
            made = with_another(options, folder, name, pages)
            if made:
                report(name, *made, texts)
        if options.keep:
            shutil.copytree(folder, options.keep, dirs_exist_ok=True)


def report(name, cold, warm, files, texts):
    size = statistics.mean(path.stat().st_size for path in files) / 1000
    found = statistics.mean(share(text, read(path)) for text, path in zip(texts, files))
    print(f"{name:14}{1000 * cold[0]:9.0f}{1000 * cold[1]:9.0f}{1000 * warm:14.1f}{size:8.1f}{100 * found:18.1f} %")


def with_sala(options, folder, pages):
    times = {}
    for count in [1, options.count]:
        for name, asked in [("plain", ""), ("printed", 'leaflets = ["a4"]\n')]:
            campaign = folder / f"{name}-{count}"
            leaflets.write(campaign, count, asked)
            times[name, count] = leaflets.build(options.program, campaign)
    added = {count: [times["printed", count][at] - times["plain", count][at] for at in range(2)] for count in [1, options.count]}
    warm = (added[options.count][1] - added[1][1]) / (options.count - 1)
    public = folder / f"printed-{options.count}/public"
    files = [next(public.rglob(f"{page['name']}-a4.pdf")) for page in pages]
    return added[1], warm, files


def with_another(options, folder, name, pages):
    """One page in a process of its own, and all of them in another."""
    times = []
    for some in [pages[:1], pages]:
        command = [sys.executable if name == "chromium" else options.weasyprint, __file__]
        command += ["--chromium", options.chromium or "", "--print", name]
        command += [str(folder / f"{page['name']}.html") for page in some]
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        problems = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            print(f"{name:14} not measured: {(problems.strip().splitlines() or ['it failed'])[-1]}")
            return None
        times.append((time.perf_counter() - begin, usage.ru_utime + usage.ru_stime))
    warm = (times[1][1] - times[0][1]) / (len(pages) - 1)
    return times[0], warm, [folder / f"{page['name']}-{name}.pdf" for page in pages]


def print_with_weasyprint(_, paths):
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    for path in paths:
        document = weasyprint.HTML(filename=path)
        document.write_pdf(path.replace(".html", "-weasyprint.pdf"), font_config=fonts, pdf_variant="pdf/ua-1")


def print_with_chromium(program, paths):
    """Speaks with the browser through two pipes (`--remote-debugging-pipe`)."""
    if not program:
        raise SystemExit("there is no Chromium")
    theirs, ours = os.pipe()
    back, answers = os.pipe()

    def wire():
        ends = [os.dup(end) for end in (theirs, answers) for _ in range(4)][3::4]
        os.dup2(ends[0], 3)
        os.dup2(ends[1], 4)

    with tempfile.TemporaryDirectory() as profile:
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        browser = subprocess.Popen(command, preexec_fn=wire, close_fds=False, stderr=subprocess.DEVNULL)
        os.close(theirs)
        os.close(answers)
        incoming = os.fdopen(back, "rb")
        numbers = iter(range(1, 1 << 30))
        left = bytearray()

        def message():
            while b"\0" not in left:
                piece = incoming.read1(1 << 20)
                if not piece:
                    raise SystemExit("Chromium ended")
                left.extend(piece)
            own, _, rest = bytes(left).partition(b"\0")
            left[:] = rest
            return json.loads(own)

        def call(method, session=None, **parameters):
            number = next(numbers)
            asked = {"id": number, "method": method, "params": parameters}
            if session:
                asked["sessionId"] = session
            os.write(ours, json.dumps(asked).encode() + b"\0")
            while True:
                answer = message()
                if answer.get("id") == number:
                    if "error" in answer:
                        raise SystemExit(answer["error"]["message"])
                    return answer["result"]

        target = call("Target.createTarget", url="about:blank")["targetId"]
        session = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        call("Page.enable", session)
        for path in paths:
            call("Page.navigate", session, url=Path(path).as_uri())
            while message().get("method") != "Page.loadEventFired":
                pass
            call("Runtime.evaluate", session, expression="document.fonts.ready.then(() => 1)", awaitPromise=True)
            made = call("Page.printToPDF", session, preferCSSPageSize=True, generateTaggedPDF=True)
            Path(path.replace(".html", "-chromium.pdf")).write_bytes(base64.b64decode(made["data"]))
        call("Browser.close")
        browser.wait()


def written(page, path):
    """Writes the page as HTML, and gives its words."""
    parts = [f"<h1>{html.escape(page['title'])}</h1>", f"<p><b>{html.escape(page['description'])}</b></p>"]
    parts += [as_html(block) for block in page["blocks"] if not block.startswith("<!--")]
    style = STYLE.replace("FONTS", FONTS.as_uri())
    head = f'<meta charset="utf-8"><title>{html.escape(page["title"])}</title><style>{style}</style>'
    body = "\n".join(parts)
    path.write_text(f'<!doctype html><html lang="km"><head>{head}</head><body>{body}</body></html>', encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]*>", " ", body))


def as_html(block):
    block = re.sub(r"\[LINK \S+\]", "[ទំព័រនេះ]", html.escape(block, quote=False))
    block = re.sub(r"\[([^\]]+)\]", r'<a href="https://org.example/">\1</a>', block)
    if block.startswith("## "):
        return f"<h2>{block[3:]}</h2>"
    if block.startswith("- "):
        return "<ul>" + "".join(f"<li>{line[2:]}</li>" for line in block.splitlines()) + "</ul>"
    if block.startswith("&gt; "):
        return f"<blockquote>{block[5:]}</blockquote>"
    if block.startswith("| "):
        rows = [line.strip("| ").split(" | ") for line in block.splitlines() if not line.startswith("|:")]
        cells = [["".join(f"<{kind}>{cell}</{kind}>" for cell in row)] for kind, row in zip(["th"] + ["td"] * len(rows), rows)]
        return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in cells) + "</table>"
    return f"<p>{block}</p>"


def read(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode(errors="replace")


def share(text, shown):
    """How much of the text stands in what is shown."""
    text, shown = letters(text), letters(shown)
    known = {shown[at : at + RUN] for at in range(len(shown) - RUN + 1)}
    runs = [text[at : at + RUN] for at in range(len(text) - RUN + 1)]
    return sum(run in known for run in runs) / len(runs)


def letters(text):
    # `sala` spells what looks the same in one way, the one of the dictionary.
    text = unicodedata.normalize("NFC", text).replace("\u17d2\u178a", "\u17d2\u178f")
    return re.sub(r"[\s\u200b\ufeff•–]+", "", text)


if __name__ == "__main__":
    main()
