"""Columns of `Name (organisation)` read across, so that one bracket opens before the last has closed."""

import re

from sightline_reader.people.entry import Entry
from sightline_reader.people.legend import name_ending_at
from sightline_reader.people.name_words import GIVEN
from sightline_reader.people.names import Name, name_at

LEAST_ROWS = 3


def broken_brackets(text: str, start: int, end: int) -> list[Entry]:
    """`Ann (Acme Bob (Beta) Trust)`: columns of `Name (organisation)` read across, so that brackets cross."""
    opened = [(n, at) for n, at in _names_with_brackets(text, start, end)]
    if len(opened) < LEAST_ROWS:
        return []
    entries, waiting, crossed = [], [], 0
    for n, (name, at) in enumerate(opened):
        stop = opened[n + 1][0].start if n + 1 < len(opened) else _last_close(text, at, end)
        entry = Entry(name, name.start, min(stop, at + 1))
        entries.append(entry)
        waiting.append([entry, ""])
        crossed += len(waiting) > 1
        _close(waiting, text[at + 1 : stop], text)
    return entries if crossed else []


def _names_with_brackets(text: str, start: int, end: int) -> list[tuple[Name, int]]:
    found = []
    for bracket in re.finditer(r"\s?\(", text[start:end]):
        at = start + bracket.start()
        name = name_ending_at(text, at)
        if name and name.start >= start:
            inside = text.count("(", start, name.start) > text.count(")", start, name.start)
            found.append((_without_first_word(text, name) if inside else name, start + bracket.end() - 1))
    return found


def _without_first_word(text: str, name: Name) -> Name:
    """Inside an open bracket the first of three words ends the bracket's own, unless it is a given name."""
    first, *others = name.person.split()
    if name.titled or len(others) < 2 or first.lower() in GIVEN:
        return name
    return name_at(text, text.index(others[0], name.name_start)) or name


def _last_close(text: str, at: int, end: int) -> int:
    last = text.rfind(")", at, min(end, at + 120))
    return last + 1 if last > 0 else end


def _close(waiting: list[list], words: str, text: str) -> None:
    """Hand out the words up to each closing bracket; `waiting` holds the open entries with their words so far.

    The newest bracket closes first and what is left closes the older ones, unless the newest ran on to the next line
    too: then the first words left over belong to the oldest.
    """
    pieces = words.split(")")
    if len(pieces) > 2 and len(waiting) > 1 and (torn := _torn_in_two(waiting[0][1], pieces[0], text)):
        own, tail = torn
        waiting[0][1] += " " + tail
        waiting[-1][1] += own + " " + pieces[1]
        order = [waiting.pop(0), waiting.pop()]
    else:
        waiting[-1][1] += pieces[0]
        order = [waiting.pop()] if len(pieces) > 1 else []
        if len(pieces) > 2 and waiting:
            waiting[0][1] += " " + pieces[1]
            order.append(waiting.pop(0))
    for entry, said in order:
        entry.add(" ".join(said.split()), 0)


def _torn_in_two(oldest: str, words: str, text: str) -> tuple[str, str] | None:
    """The newest entry's words, and behind them the oldest's, where a line end or the rest of the text says so."""
    lines = words.strip().splitlines()
    if len(lines) > 1:
        return lines[0], " ".join(lines[1:])
    head, _, tail = words.strip().rpartition(" ")
    whole = " ".join(f"{oldest} {tail}".split())
    return (head, tail) if head and f"({whole})" in text else None
