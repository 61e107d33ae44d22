"""A list whose numbers came apart from its words, as a page leaves it when its columns are read one after another."""

import re
from collections.abc import Iterator

from sightline_reader.aims.entries import NOUN, Priority
from sightline_reader.passages import Passage

_RUN_NUMBERS = re.compile(r"((?:\b\d{1,2}\.\s+){2,})")
_MAY_RUN = re.compile(r"\d\.\s+\d")
"""What every such run holds: most passages hold none, and need no closer look."""


def flattened(flow: list[Passage]) -> Iterator[Priority]:
    """ "1. 2. 3. Neglect Voice of the Child Early Help …": as many titles as numbers, told apart by their capitals."""
    for passage in flow:
        for run in _RUN_NUMBERS.finditer(passage.text) if _MAY_RUN.search(passage.text) else ():
            before = passage.text[max(run.start() - 60, 0) : run.start()]
            if not re.search(rf"(?i)\b{NOUN}\W*$", before):
                continue
            numbers = re.findall(r"\d{1,2}", run[0])
            stop = re.compile(r"\b\d{1,2}\.\s|[.:]\s").search(passage.text, run.end())
            words = passage.text[run.end() : stop.start() if stop else len(passage.text)]
            yield from _titles(passage, run.end(), words, numbers)
            yield from _singly_numbered(passage, run.end() + len(words), int(numbers[-1]))


def _titles(passage: Passage, at: int, words: str, numbers: list[str]) -> Iterator[Priority]:
    words = re.split(r"\s+(?=(?:Areas|Other|Key|Further|Theme)\s)", words)[0]
    for number, (start, end) in zip(numbers, _parted(words, len(numbers)), strict=False):
        yield Priority(number, words[start:end].strip(), None, *passage.span(at + start, at + end), 0.6)


def _parted(words: str, count: int) -> list[tuple[int, int]]:
    """The most even way to part title-case words into `count` titles; a title begins with a capital not led by a small word."""
    tokens = list(re.finditer(r"\S+", words))
    starts = [n for n, t in enumerate(tokens) if t[0][0].isupper() and (n == 0 or not _is_small(tokens[n - 1][0]))]
    best: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {(0, 0): (0, ())}
    for made in range(count):
        for begin in starts:
            if (made, begin) not in best:
                continue
            cost, cuts = best[made, begin]
            for end in [*(s for s in starts if s > begin), len(tokens)]:
                size = end - begin
                paid = cost + size * size + (25 if size == 1 else 0)
                key = (made + 1, end)
                if key not in best or paid < best[key][0]:
                    best[key] = (paid, (*cuts, begin))
    cuts = best.get((count, len(tokens)), (0, ()))[1]
    ends = [*cuts[1:], len(tokens)]
    return [(tokens[a].start(), tokens[b - 1].end()) for a, b in zip(cuts, ends, strict=False)] if cuts else []


def _is_small(word: str) -> bool:
    return word.lower() in ("of", "the", "and", "for", "from", "in", "to", "on", "with", "a", "&")


def _singly_numbered(passage: Passage, at: int, last: int) -> Iterator[Priority]:
    """The entries after the run, each behind its own number."""
    for match in re.finditer(
        r"\b(\d{1,2})\.\s+(?P<title>[A-Z][^.\d]{2,80}?)(?=\s+o\s|\s+\d{1,2}[.\s]|\s+(?:The|This)\s|$)",
        passage.text[at:],
    ):
        if int(match[1]) != last + 1:
            return
        last += 1
        yield Priority(
            match[1],
            match["title"].strip(),
            None,
            *passage.span(at + match.start("title"), at + match.end("title")),
            0.6,
        )
