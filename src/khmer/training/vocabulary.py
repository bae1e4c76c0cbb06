"""The word list, what people marked, and words of civic text → the words of the dictionary.

The list is long and holds what is no word (`រជួល`, the end of ការជួល): what in 40 MB of text is always
the end of another word and never stands alone is left out. A word that only marks speak for must be
able to stand alone as well. Of civic text come the words that no list has and that no known words make
up: each stood between spaces or signs on its left and on its right, so it is no torn-off half.
"""

import collections
import re
from dataclasses import dataclass

from marks import BASE, CLUSTER, LETTERS, MARK, WORD, fold, word_counts

# So often must civic text have a word that no list has.
CIVIC_WORD = 8
# What stands so often in civic text or in marks is believed to be a word.
BELIEVED = 50
BELIEVED_MARKED = 20
# A single cluster is a word only if it is common; most are ends of words.
COMMON_CLUSTER = 200
# A word that so much commoner ones begin or end with is a piece of them.
PIECE = 10
LONGEST = 12
# A listed word is the end of others if in so large a share of its places a word ends with its first
# letter there, and if there were so many places.
END_OF_OTHERS, PLACES = 0.8, 2
LOOKED_AT = 300


@dataclass
class Evidence:
    """What the sources say of words."""

    listed: set
    marked: collections.Counter
    civic: collections.Counter
    # In civic text: how often a space or sign stood before a word, and behind.
    begins: collections.Counter
    ends: collections.Counter
    text: str

    @staticmethod
    def of(listed, marked, civic):
        begins, ends = collections.Counter(), collections.Counter()
        for line in civic:
            # A line may be cut out of a longer text: its ends are none.
            for match in re.finditer(f"(?<=[^{LETTERS}{MARK}])[{LETTERS}{MARK}]+", line):
                begins[fold(match[0].strip(MARK).split(MARK)[0])] += 1
            for match in re.finditer(f"[{LETTERS}{MARK}]+(?=[^{LETTERS}{MARK}])", line):
                ends[fold(match[0].strip(MARK).split(MARK)[-1])] += 1
        listed = {fold(word) for word in listed if WORD.fullmatch(word) and BASE.match(word)}
        text = "\n".join(fold(line.replace(MARK, "")) for line in civic)
        return Evidence(listed, word_counts(marked), word_counts(civic), begins, ends, text)

    def count(self, word):
        return self.marked[word] + self.civic[word]

    def is_word(self, word):
        return (
            word in self.listed
            and self.count(word) > 0
            or self.marked[word] >= BELIEVED_MARKED
            or self.civic[word] >= BELIEVED
        )

    def is_of_words(self, word, proper=False):
        """Whether words make it up; with `proper` at least two, and no rare clusters."""
        clusters = CLUSTER.findall(word)
        size = len(clusters)
        reached = [True] + [False] * size
        for end in range(1, size + 1):
            for start in range(max(end - LONGEST, 0), end):
                if not reached[start] or (proper and end - start == size):
                    continue
                part = "".join(clusters[start:end])
                is_stray = proper and end - start == 1 and self.count(part) < COMMON_CLUSTER
                if self.is_word(part) and not is_stray:
                    reached[end] = True
                    break
        return reached[size]


def choose(evidence, terms, rule):
    """The words; `rule` gives the words that one is made of by the rule of `marks.by_rule`."""
    listed = {
        word
        for word in evidence.listed
        if len(rule(word)) == 1 and not is_end_of_others(evidence, word)
    }
    marked = {
        word
        for word, count in evidence.marked.items()
        if count > 1
        and BASE.match(word)
        and word not in evidence.listed
        and not (count < BELIEVED_MARKED and is_piece(evidence, word))
    }
    known = listed | marked
    civic = {
        word
        for word, count in evidence.civic.items()
        if count >= CIVIC_WORD
        and word not in known
        and word not in evidence.listed
        and len(CLUSTER.findall(word)) > 1
        and evidence.begins[word]
        and evidence.ends[word]
        and len(rule(word)) == 1
        and not evidence.is_of_words(word, proper=True)
        and not is_piece(evidence, word)
        and not ends_with_a_sign(evidence, word)
    }
    return listed, marked, civic, {fold(word) for word in terms}


def is_end_of_others(evidence, word):
    """`រជួល`, where `ជួល` is a word and ការ stands before it whenever it is met."""
    first = CLUSTER.match(word)[0]
    rest = word[1:]
    is_doubled = rest.startswith(first)
    if len(first) > 1 or is_doubled or evidence.count(word) or not evidence.is_word(rest):
        return False
    places = list(places_of(word, evidence.text))
    ends = sum(ends_there(evidence, evidence.text, place, first) for place in places)
    return len(places) >= PLACES and ends >= END_OF_OTHERS * len(places)


def places_of(word, text):
    place = text.find(word)
    found = 0
    while place >= 0 and found < LOOKED_AT:
        yield place
        found += 1
        place = text.find(word, place + 1)


def ends_there(evidence, text, place, letter):
    before = text[max(place - LONGEST, 0) : place]
    return any(evidence.is_word(before[at:] + letter) for at in range(len(before)))


# Signs that a torn-off piece lacks.
LOST = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ់ៈ៍ិីុ"


def is_piece(evidence, word):
    """A word that another is, far more often, but for one letter at its end or its beginning."""
    most = PIECE * evidence.count(word)
    longer = [word + sign for sign in LOST] + [
        letter + word for letter in LOST if "\u1780" <= letter <= "\u17a2"
    ]
    return any(evidence.count(whole) > most for whole in longer)


def ends_with_a_sign(evidence, word):
    """With ៈ typed for the colon ៖."""
    stem = word.removesuffix("\u17c8")
    return stem != word and evidence.is_of_words(stem)
