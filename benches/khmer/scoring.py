"""Compares cut lines with gold, and says where they differ.

In: lines of gold and the same lines as a segmenter cut them. Out: figures, or the mistakes, each with
what stands around it. Knows no segmenter and no files.
"""

import collections
import dataclasses
import re

WORD = 2
OPTIONAL = 1
SEPARATORS = {" ": WORD, "\u200b": WORD, "\u00a0": WORD, "\t": WORD, "\ufeff": WORD, "|": OPTIONAL}
LETTER = re.compile("[\u1780-\u17d3\u17dc\u17dd]")
# A sign of the cluster that the character before it belongs to.
DEPENDENT = re.compile("[\u17b4-\u17d3\u17dd\u200c\u200d]")
COENG = "\u17d2"
# How much text is shown before and after a mistake.
CONTEXT = 20


def boundaries_of(line):
    """The text without separators, and the places inside it where one stood."""
    text = []
    places = {}
    for character in line:
        kind = SEPARATORS.get(character)
        if kind is None:
            text.append(character)
        else:
            places[len(text)] = max(places.get(len(text), 0), kind)
    inside = {place: kind for place, kind in places.items() if 0 < place < len(text)}
    return "".join(text), inside


def without_boundaries(line):
    return boundaries_of(line)[0]


def between_letters(line):
    """As `boundaries_of`, only the places between two Khmer letters."""
    text, places = boundaries_of(line)
    return text, {place: kind for place, kind in places.items() if is_between_letters(text, place)}


def is_between_letters(text, place):
    return bool(LETTER.match(text[place - 1]) and LETTER.match(text[place]))


def is_inside_cluster(text, place):
    return bool(DEPENDENT.match(text[place])) or text[place - 1] == COENG


def count_letters(line):
    return len(LETTER.findall(line))


def score(gold_lines, cut_lines):
    wanted = found = words = words_found = wrong = inside = left = letters = 0
    for gold_line, cut_line in zip(gold_lines, cut_lines):
        text, boundaries = between_letters(gold_line)
        cut_text, breaks = between_letters(cut_line)
        if text != cut_text:
            left += 1
            continue
        letters += count_letters(text)
        words += sum(kind == WORD for kind in boundaries.values())
        words_found += sum(boundaries.get(place) == WORD for place in breaks)
        wanted += len(breaks)
        found += sum(place in boundaries for place in breaks)
        wrong += sum(place not in boundaries for place in breaks)
        inside += sum(is_inside_cluster(text, place) for place in breaks)
    precision = found / wanted if wanted else 0.0
    recall = words_found / words if words else 0.0
    both = precision + recall
    return {
        "P": precision,
        "R": recall,
        "F": 2 * precision * recall / both if both else 0.0,
        "wrong": 1000 * wrong / letters if letters else 0.0,
        "inside": inside,
        "left": left,
    }


# --- terms ---------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Phrase:
    """A term among other words: the line with `|` where cuts are legal, and where the term stands."""

    line: str
    start: int
    end: int


def in_phrase(carrier, term):
    start = len(without_boundaries(carrier.split("{}")[0]))
    return Phrase(carrier.replace("{}", term), start, start + len(without_boundaries(term)))


def score_terms(phrases, cut_lines):
    """`wrong` are those cut illegally inside the term, `around` those cut so elsewhere."""
    wrong = inside = around = left = 0
    for phrase, cut_line in zip(phrases, cut_lines):
        text, legal = boundaries_of(phrase.line)
        cut_text, cuts = boundaries_of(cut_line)
        if text != cut_text:
            left += 1
            continue
        illegal = cuts.keys() - legal.keys()
        within = {place for place in illegal if phrase.start < place < phrase.end}
        wrong += bool(within)
        inside += sum(is_inside_cluster(text, place) for place in within)
        around += within != illegal
    share = wrong / len(phrases) if phrases else 0.0
    return {"wrong": wrong, "share": share, "inside": inside, "around": around, "left": left}


# --- mistakes ------------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Mistake:
    """Places where a segmenter and the gold differ in the same way."""

    made: str  # as the segmenter cut it, `|` at its breaks
    gold: str  # the same stretch in the gold, a space or `|` at its boundaries
    places: list  # where it stands, each as the line's number and what is around it


def wrong_breaks(gold_lines, cut_lines):
    """Breaks at no boundary, by the two pieces beside them; the commonest first."""
    return grouped(gold_lines, cut_lines, lambda gold, cut: cut.keys() - gold.keys())


def missed_boundaries(gold_lines, cut_lines):
    """Boundaries between words without a break, by the stretch that was left whole."""

    def missed(gold, cut):
        return {place for place, kind in gold.items() if kind == WORD} - cut.keys()

    return grouped(gold_lines, cut_lines, missed)


def grouped(gold_lines, cut_lines, differences):
    groups = collections.defaultdict(list)
    for number, (gold_line, cut_line) in enumerate(zip(gold_lines, cut_lines), start=1):
        text, gold = between_letters(gold_line)
        cut_text, cut = between_letters(cut_line)
        if text != cut_text:
            continue
        for place in sorted(differences(gold, cut)):
            start, end = reach(text, cut, place, -1), reach(text, cut, place, 1)
            made = written(text, cut, start, end, "|")
            start, end = settle(text, gold, start, -1), settle(text, gold, end, 1)
            around = text[max(place - CONTEXT, 0) : place], text[place : place + CONTEXT]
            groups[made, written(text, gold, start, end, " ")].append((number, "|".join(around)))
    mistakes = [Mistake(made, gold, places) for (made, gold), places in groups.items()]
    return sorted(mistakes, key=lambda mistake: (-len(mistake.places), mistake.made))


def reach(text, places, place, step):
    """The next of the places on this side, or where the run of letters ends."""
    place += step
    return settle(text, places, place, step)


def settle(text, places, place, step):
    """The place itself if it is one of the places or ends a run of letters, otherwise the next."""
    while 0 < place < len(text) and place not in places and is_between_letters(text, place):
        place += step
    return place


def written(text, places, start, end, separator):
    signs = {WORD: separator, OPTIONAL: "|"}
    letters = (signs.get(places.get(at) if at > start else None, "") + text[at] for at in range(start, end))
    return "".join(letters)
