#!/usr/bin/env python3
"""Writes a campaign of 1,000 Khmer pages whose words people marked, and queries with their answers.

  pages.py FOLDER [--pages 1000] [--help-folder UNPACKED] [--terms FILE]
  pages.py FOLDER --lines FILE [--pages 10000]

The text is LibreOffice's help in Khmer (Debian package libreoffice-help-km, MPL-2.0; it is fetched
if --help-folder does not name it unpacked). Its translators put U+200B between words, which is the only large free
text that says where people see Khmer words. FOLDER/site is a campaign without the marks,
FOLDER/pages.json the text with them, FOLDER/queries.json the queries. Same package, same bytes.

A query for a part of a compound is answered by the pages on which people marked it, as a word of its
own or inside a longer one. --terms names a file of compounds, one a line, with `|` where a cut is legal
(`#` begins a remark): each part of a term is answered by the pages that have the term, too.

Short help pages are joined with their neighbours, so that the median page has 3.8 KB of text.

--lines takes another text, one sentence a line and nothing marked, and makes pages of as many lines. Its
queries are words of the dictionary that stand between blanks somewhere, and two of them in a row that
do. Nobody knows all pages on which a reader sees them: `pages` of the answer are those that have their
letters, which precision is asked of, and `strict` those on which they stand between blanks, which
recall is asked of.
"""

import argparse
import html
import json
import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from statistics import median

KHMER = re.compile(r"[\u1780-\u17d3\u17d7\u17dc\u17dd]")
SPLIT = re.compile(r"([\u1780-\u17d3\u17d7\u17dc\u17dd\u200b]+)")
WORD = re.compile(r"[\u1780-\u17d3\u17d7\u17dc\u17dd]{2,}")
CLUSTER = re.compile(
    r"[\u1780-\u17b3](?:[\u17b4-\u17d1\u17d3\u17d7\u17dc\u17dd]|\u17d2[\u1780-\u17b3])*"
)
BLOCK = re.compile(r"<(h[1-6]|p)\b[^>]*>(.*?)</\1>", re.S)
# What Markdown would take for a mark; sentences keep their words.
MARKDOWN = re.compile(r"[*_<>\[\]{}`|#\\~^$=@&+!-]+")
# A campaign with one is not built.
TELEPHONE = re.compile(r"(?:\d[ .()-]?){8}")
MARK = "\u200b"
# Between two marks: no Khmer letter of the same word goes on there.
EDGE = r"(?:^|$|[^\u1780-\u17d3\u17d7\u17dc\u17dd])"
QUERIES = 400


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--help-folder", type=Path)
    arguments.add_argument("--terms", type=Path)
    arguments.add_argument("--lines", type=Path)
    options = arguments.parse_args()
    if options.lines:
        pages = pages_of_lines(options.lines, options.pages)
        return write(options.folder, pages, queries_of_lines(pages, read_dictionary()))
    source = options.help_folder or fetch(options.folder / "package")
    pages = join(read(source), options.pages)
    dictionary = read_dictionary()
    terms = read_terms(options.terms) if options.terms else []
    queries = {
        "words": words(pages, dictionary),
        "phrases": phrases(pages, dictionary),
        "parts": parts(pages, dictionary, terms),
    }
    write(options.folder, pages, queries)


def write(folder, pages, queries):
    sizes = [len(page["unmarked"].encode()) for page in pages]
    print(f"{len(pages)} pages, median {median(sizes):.0f} bytes of text, {sum(sizes)} in all")
    write_site(folder / "site", pages)
    (folder / "pages.json").write_text(json.dumps(pages, ensure_ascii=False), "utf-8")
    (folder / "queries.json").write_text(json.dumps(queries, ensure_ascii=False), "utf-8")
    print({kind: len(found) for kind, found in queries.items()})


def pages_of_lines(file, count, least=3600):
    lines = [one_spelling(tidy(line.replace(MARK, ""))) for line in file.read_text("utf-8").splitlines()]
    kept = [line for line in lines if KHMER.search(line) and not TELEPHONE.search(line)]
    print(f"{len(lines) - len(kept)} of {len(lines)} lines left out: no Khmer letter, or a telephone number")
    pages, blocks, bytes_of_page = [], [], 0
    for line in kept:
        blocks.append(line)
        bytes_of_page += len(line.encode()) + 1
        if bytes_of_page >= least:
            pages.append(blocks)
            blocks, bytes_of_page = [], 0
    pages = [pages[at * len(pages) // count] for at in range(min(count, len(pages)))]
    titles = ["".join(CLUSTER.findall(blocks[0])[:12]) for blocks in pages]
    texts = ["\n".join([title, *blocks]) for title, blocks in zip(titles, pages)]
    return [{"title": title, "text": text, "unmarked": text} for title, text in zip(titles, texts)]


def queries_of_lines(pages, dictionary):
    alone, together = set(), set()
    for page in pages:
        for run in WORD.findall(page["unmarked"]):
            clusters = CLUSTER.findall(run)
            if run in dictionary:
                alone.add(run)
            for at in range(1, len(clusters) if len(clusters) < 9 else 1):
                two = "".join(clusters[:at]), "".join(clusters[at:])
                if run not in dictionary and dictionary.issuperset(two) and all(letters(word) > 1 for word in two):
                    together.add(run)
    return {"words": drawn(pages, alone), "phrases": drawn(pages, together)}


def drawn(pages, found):
    queries = random.Random(61).sample(sorted(found), min(QUERIES, len(found)))
    return [
        {
            "query": query,
            "pages": [number for number, page in enumerate(pages) if has_letters(page["unmarked"], query)],
            "strict": holding(pages, query, "unmarked"),
        }
        for query in sorted(queries)
    ]


def has_letters(text, query):
    """Whether the clusters of a query stand in a text."""
    return query in text and re.search(rf"(?<!\u17d2){query}(?![\u17b6-\u17d3\u17dd])", text) is not None


def fetch(folder):
    if not folder.exists():
        parts = folder.with_suffix(".parts")
        parts.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "libreoffice-help-km"], cwd=parts, check=True)
        package = next(parts.glob("*.deb"))
        subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
        shutil.rmtree(parts)
    return folder


def read(folder):
    """The help pages in the order of their paths, each with its folder, title and paragraphs."""
    pages = []
    for file in sorted(folder.glob("usr/share/libreoffice/help/km/text/**/*.html")):
        text = file.read_text("utf-8")
        text = text[text.find('id="DisplayArea"') :]
        blocks = [tidy(block) for _, block in BLOCK.findall(text)]
        blocks = [block for block in blocks if len(KHMER.findall(block)) > 3]
        if blocks:
            pages.append({"folder": file.parent, "title": blocks[0], "blocks": blocks})
    return pages


def tidy(block):
    text = html.unescape(re.sub(r"<[^>]+>", "", block))
    text = MARKDOWN.sub(" ", text.replace("\u200c", "").replace("\u200d", ""))
    text = re.sub(r"\s+", " ", text)
    return re.sub(f" *{MARK}[{MARK} ]*", lambda found: " " if " " in found[0] else MARK, text).strip(f" {MARK}")


def join(sources, count, least=2450):
    pages, open_page = [], None
    for source in sources:
        if open_page and open_page["folder"] == source["folder"] and size(open_page) < least:
            open_page["blocks"] += source["blocks"]
        else:
            open_page = dict(source)
            pages.append(open_page)
    pages = [page for page in pages if size(page) >= 600]
    # An even draw, so that every part of the help is there.
    pages = [pages[at * len(pages) // count] for at in range(min(count, len(pages)))]
    pages = [(page["title"], one_spelling("\n".join(page["blocks"]))) for page in pages]
    pages = [{"title": title, "text": text, "unmarked": unmarked(text)} for title, text in pages]
    agree(pages)
    return pages


def one_spelling(text):
    """Below the line DA and TA look the same, and translators type either."""
    return text.replace("\u17d2\u178a", "\u17d2\u178f")


def read_dictionary():
    """What the dictionary of the program lists: a stray mark inside a word makes no query."""
    file = Path(__file__).resolve().parents[2] / "src/khmer/words.tsv"
    lines = file.read_text("utf-8").splitlines()
    return {one_spelling(line.split("\t")[0]) for line in lines if not line.startswith("#")}


def size(page):
    return sum(len(unmarked(block).encode()) + 1 for block in page["blocks"])


def unmarked(text):
    return text.replace(MARK, "")


def agree(pages):
    """Adds the marks that people forgot: where most of the same clusters around are marked elsewhere.

    A third of what looks like a wrong answer is a word marked on one page and not on the next.
    """
    seen, marked = Counter(), Counter()
    runs = [(page, piece) for page in pages for piece in SPLIT.split(page["text"])]
    for _, piece in runs:
        for around, is_marked in borders(piece):
            seen[around] += 1
            marked[around] += is_marked
    agreed = {}
    for _, piece in runs:
        if piece not in agreed:
            places = borders(piece)
            letters = CLUSTER.findall(piece.replace(MARK, ""))
            agreed[piece] = letters[0] + "".join(
                (MARK if is_marked or marked[around] * 2 >= seen[around] else "") + cluster
                for (around, is_marked), cluster in zip(places, letters[1:])
            ) if KHMER.match(piece) and "".join(letters) == piece.replace(MARK, "") else piece
    for page in pages:
        page["agreed"] = "".join(agreed[piece] for piece in SPLIT.split(page["text"]))


def borders(piece):
    """The clusters on both sides of each cluster's beginning but the first, and whether it is marked."""
    places, letters = set(), []
    for word in piece.split(MARK):
        letters += CLUSTER.findall(word)
        places.add(len(letters))
    return [
        (("".join(letters[max(0, at - 2) : at]), "".join(letters[at : at + 2])), at in places)
        for at in range(1, len(letters))
    ]


def words(pages, dictionary):
    """Words of the dictionary that people marked, drawn evenly, with the pages that hold them."""
    found = set()
    for page in pages:
        found.update(WORD.findall(page["text"]))
    return clear(pages, sorted(found & dictionary))


def phrases(pages, dictionary):
    """Two words of the dictionary that people marked side by side."""
    found = set()
    for page in pages:
        for piece in SPLIT.split(page["text"]):
            marked = piece.split(MARK)
            found.update(two for two in zip(marked, marked[1:]) if dictionary.issuperset(two))
    return clear(pages, sorted("".join(two) for two in found))


def read_terms(file):
    lines = file.read_text("utf-8").splitlines()
    return [one_spelling(line.replace(" ", "")).split("|") for line in lines if line and not line.startswith("#")]


def parts(pages, dictionary, terms):
    """Parts of words that the dictionary has as one and people marked as two or more, and of terms."""
    found, with_terms = set(), {}
    for page in pages:
        for piece in SPLIT.split(page["agreed"]):
            marked = piece.split(MARK)
            for first, second in zip(marked, marked[1:]):
                if first + second in dictionary:
                    found.update((first, second))
    text = "\n".join(page["unmarked"] for page in pages)
    for term in terms:
        for part in term if len(term) > 1 and "".join(term) in text else ():
            found.add(part)
            with_terms.setdefault(part, set()).add("".join(term))
    meant = sorted(part for part in found & dictionary if len(CLUSTER.sub("", part)) == 0 and letters(part) >= 3)
    random.Random(62).shuffle(meant)
    queries = []
    for query in sorted(meant[:QUERIES]):
        own = answer(pages, query)
        wanted = with_terms.get(query, ())
        in_terms = {at for at, page in enumerate(pages) if any(term in page["unmarked"] for term in wanted)}
        queries.append({name: sorted(in_terms.union(value)) if name != "query" else value for name, value in own.items()})
    return queries


def letters(word):
    """A letter below another counts as one sign with what puts it there."""
    return len(word.replace("\u17d2", ""))


def answer(pages, query):
    strict, agreed = (holding(pages, query, text) for text in ("text", "agreed"))
    return {"query": query, "pages": agreed, "strict": strict}


def holding(pages, query, text):
    """The pages on which the query stands between two marks; marks inside it do not count."""
    inside = re.compile(EDGE + f"{MARK}?".join(re.escape(letter) for letter in query) + EDGE)
    return [
        number
        for number, page in enumerate(pages)
        if query in page["unmarked"] and inside.search(page[text])
    ]


def clear(pages, found):
    """Draws queries about which people agree with themselves: nine in ten pages that have the letters
    of a query have it marked. Where they do not, no answer is right or wrong."""
    random.Random(61).shuffle(found)
    drawn = []
    for query in found:
        with_letters = sum(query in page["unmarked"] for page in pages)
        found_answer = answer(pages, query)
        if len(found_answer["pages"]) >= 0.9 * with_letters:
            drawn.append(found_answer)
        if len(drawn) == QUERIES:
            break
    return sorted(drawn, key=lambda one: one["query"])


def write_site(folder, pages):
    shutil.rmtree(folder, ignore_errors=True)
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "sala.toml").write_text('base_url = "https://org.example/"\ntitle = "ជំនួយ"\n', "utf-8")
    (content / "_index.md").write_text('+++\ntitle = "ជំនួយ"\n+++\n', "utf-8")
    for number, page in enumerate(pages):
        title = unmarked(page["title"]).replace('"', " ")
        body = "\n\n".join(unmarked(block) for block in page["text"].split("\n")[1:])
        text = f'+++\ntitle = "{title}"\n+++\n{body}\n'
        (content / f"p{number:04}.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
