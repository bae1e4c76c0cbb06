#!/usr/bin/env python3
"""Writes the same campaign of Khmer pages for sala and for Hugo; same arguments, same bytes.

  generate.py FOLDER [--pages 1000]

FOLDER/sala, FOLDER/sala-same-work and FOLDER/hugo hold ten sections of pages with about 600
words each, in headings, paragraphs, lists, a quotation, a table and links, three of forty topics on
each page. The sentences are those of the example campaign and of the declaration that the tests
read; the pages make no sense, but words, spellings and line lengths are real.
"""

import argparse
import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
SECTIONS = "water roads schools health land fish youth forest markets budget".split()
TOPICS = [f"topic-{number:02}" for number in range(1, 41)]
KHMER = re.compile(r"[\u1780-\u17ff]")
# A word of Khmer has about four and a half characters.
CHARACTERS_A_PAGE = 2_500
PER_LIST = 20


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--pages", type=int, default=1000)
    options = arguments.parse_args()
    shutil.rmtree(options.folder, ignore_errors=True)
    sentences = read_sentences()
    pages = [draw_page(number, options.pages, sentences) for number in range(options.pages)]
    write_for_sala(options.folder / "sala", pages, sentences, 'build_search_index = true\n', "zwsp")
    # What Hugo does as well: no word breaks, no search.
    write_for_sala(options.folder / "sala-same-work", pages, sentences, 'build_search_index = false\n', "none")
    write_for_hugo(options.folder / "hugo", pages, sentences)


def read_sentences():
    files = sorted(
        file for file in (REPOSITORY / "content").rglob("*.md") if not file.name.endswith(".en.md")
    )
    files.append(REPOSITORY / "src/khmer/fixtures/udhr-khm.txt")
    sentences = []
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            # Only prose: no front matter, components, tables, headings or emphasis.
            if re.search(r"[{}|=#*\[\]<>`\"]", line):
                continue
            for sentence in re.split(r"(?<=។)\s*", line.lstrip("-0123456789. ")):
                if 30 <= len(KHMER.findall(sentence)) <= 400:
                    # One sign stands twice in the declaration, which would be warned of.
                    sentences.append(sentence.replace("\u200b", "").replace("់់", "់"))
    return list(dict.fromkeys(sentences))


def draw_page(number, count, sentences):
    draw = random.Random(number)
    page = {
        "name": f"page-{number:05}",
        "section": SECTIONS[number % len(SECTIONS)],
        "date": date(2026, 11, 1) - timedelta(days=number),
        "title": words_of(draw.choice(sentences), 40),
        "description": draw.choice(sentences),
        "topics": sorted(draw.sample(TOPICS, 3)),
    }
    blocks = [paragraph(draw, sentences, 2), "<!-- more -->"]
    while sum(len(KHMER.findall(block)) for block in blocks) < CHARACTERS_A_PAGE:
        number_of_block = len(blocks)
        blocks.append(f"## {words_of(draw.choice(sentences), 40)}")
        blocks.append(paragraph(draw, sentences, 3))
        kind = number_of_block % 4
        if kind == 0:
            blocks.append("\n".join(f"- {draw.choice(sentences)}" for _ in range(3)))
        elif kind == 1:
            blocks.append(f"> {draw.choice(sentences)}")
        elif kind == 2:
            rows = [f"| {words_of(draw.choice(sentences), 30)} | {draw.randint(1, 900)} |" for _ in range(5)]
            blocks.append("\n".join(["| ឈ្មោះ | ចំនួន |", "|:--|--:|", *rows]))
        else:
            other = draw.randrange(count)
            target = f"{SECTIONS[other % len(SECTIONS)]}/page-{other:05}.md"
            blocks.append(f"{draw.choice(sentences)} [LINK {target}]")
    page["blocks"] = blocks
    return page


def paragraph(draw, sentences, count):
    return " ".join(draw.choice(sentences) for _ in range(count))


def words_of(sentence, limit):
    """The beginning of a sentence, cut where a writer put a space."""
    cut = sentence
    while len(cut) > limit and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip("។ ")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def front_matter(title, description="", more=""):
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in (title, description)]
    return f'+++\ntitle = "{quoted[0]}"\ndescription = "{quoted[1]}"\n{more}+++\n'


def body(page, link, more="<!-- more -->"):
    text = "\n\n".join(page["blocks"]).replace("<!-- more -->", more)
    return re.sub(r"\[LINK (\S+)\]", lambda match: f"[ទំព័រនេះ]({link(match[1])})", text) + "\n"


def listed(names):
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def write_for_sala(folder, pages, sentences, search, line_breaks):
    menu = listed(f"@/{section}/_index.md" for section in SECTIONS[:6])
    terms = "".join(f'{topic} = "{words_of(sentences[at], 24)}"\n' for at, topic in enumerate(TOPICS))
    write(
        folder / "sala.toml",
        f'base_url = "https://org.example/"\ntitle = "យុទ្ធនាការ"\nmenu = {menu}\n{search}\n'
        f'[khmer]\nline_breaks = "{line_breaks}"\n\n'
        f'[[taxonomies]]\nname = "topics"\ntitle = "ប្រធានបទ"\npaginate_by = {PER_LIST}\n'
        f"[taxonomies.terms]\n{terms}",
    )
    write(folder / "content/_index.md", front_matter("យុទ្ធនាការ", sentences[0]) + sentences[1] + "\n")
    for at, section in enumerate(SECTIONS):
        more = f'weight = {at + 1}\nsort_by = "date"\npaginate_by = {PER_LIST}\n'
        head = front_matter(words_of(sentences[at], 30), sentences[at + 1], more)
        write(folder / f"content/{section}/_index.md", head + sentences[at + 2] + "\n")
    for page in pages:
        more = f"date = {page['date']}\n[taxonomies]\ntopics = {listed(page['topics'])}\n"
        text = front_matter(page["title"], page["description"], more) + body(page, "@/{}".format)
        write(folder / f"content/{page['section']}/{page['name']}.md", text)


def write_for_hugo(folder, pages, sentences):
    shutil.copytree(HERE / "hugo/layouts", folder / "layouts")
    style = (REPOSITORY / "themes/default/css/site.css").read_text("utf-8")
    # The same style sheet without comments and line ends, as sala puts it in a page.
    style = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.S))
    write(folder / "layouts/_partials/site.css", style)
    menu = "".join(f'[[menus.main]]\npageRef = "/{section}"\nweight = {at + 1}\n' for at, section in enumerate(SECTIONS[:6]))
    write(
        folder / "hugo.toml",
        'baseURL = "https://org.example/"\ndefaultContentLanguage = "km"\ntitle = "យុទ្ធនាការ"\nhasCJKLanguage = false\n'
        f"enableRobotsTXT = true\n[pagination]\npagerSize = {PER_LIST}\ndisableAliases = true\n"
        '[taxonomies]\ntopic = "topics"\n[outputs]\nhome = ["html", "rss"]\nsection = ["html"]\n'
        'taxonomy = ["html"]\nterm = ["html"]\n[services.rss]\nlimit = 20\n'
        f"[minify]\ndisableCSS = true\n{menu}",
    )
    write(folder / "content/_index.md", front_matter("យុទ្ធនាការ", sentences[0]) + sentences[1] + "\n")
    for at, section in enumerate(SECTIONS):
        head = front_matter(words_of(sentences[at], 30), sentences[at + 1], f"weight = {at + 1}\n")
        write(folder / f"content/{section}/_index.md", head + sentences[at + 2] + "\n")
    for at, topic in enumerate(TOPICS):
        write(folder / f"content/topics/{topic}/_index.md", front_matter(words_of(sentences[at], 24)))
    for page in pages:
        more = f"date = {page['date']}\ntopics = {listed(page['topics'])}\n"
        link = '{{{{< relref "/{}" >}}}}'.format
        text = front_matter(page["title"], page["description"], more) + body(page, link, "<!--more-->")
        write(folder / f"content/{page['section']}/{page['name']}.md", text)


if __name__ == "__main__":
    main()
