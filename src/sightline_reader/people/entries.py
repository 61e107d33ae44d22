"""Reads a list of people, however it is punctuated, into one entry for each person.

A phrase that begins with a name opens an entry; what follows it, up to the next name, tells about that person.
"""

import itertools
import re
from collections.abc import Sequence

from sightline_reader.people.columns import Placed
from sightline_reader.people.entry import Entry
from sightline_reader.people.name_words import NOT_NAMES
from sightline_reader.people.names import LIKELY, POSSIBLE, Name, name_at, person_at
from sightline_reader.people.phrases import Phrase, phrases_in
from sightline_reader.people.posts import kind_of_words
from sightline_reader.people.said import is_initials, tell
from sightline_reader.people.vocabulary import RANKS, TITLES


def entries_in(text: str, start: int, end: int, places: frozenset[str] = frozenset()) -> list[Entry]:
    """The people listed between two offsets of the text."""
    entries = _Machine(phrases_in(text, start, end, places), places).run()
    _share_between(entries)
    _share_last_organisation(entries)
    _mark_places(entries)
    return entries


STOOD_IN = re.compile(
    r"\b(?:attended|attending|substitut(?:ed|ing)|deputis(?:ed|ing)|represent(?:ed|ing))(?: as| for| in"
    r"| on)?(?: an?)?(?: (?:his|her|their))?"
    r"(?: (?:substitute|deputy|absence|place|stead|behalf|him|her|them))?\s*$",
    re.IGNORECASE,
)
COLUMN_HEAD = re.compile(
    r"(?:(?:full |job |meeting )?(?:name|title|role|post|position|designation|organisation|agency|representing|company"
    r"|department|initials"
    r"|present|apolog(?:y|ies)|attended|status|member|email|attendance)s?(?:\s*(?:&|and|/|,)?\s*)?)+",
    re.IGNORECASE,
)


HEAPED = 3
"""So many bare names before so many lines of posts are columns; where the numbers differ, nobody is given a post."""


class _Machine:
    """Walks the phrases once. A phrase opens an entry, adds to the one before, or heads a group."""

    def __init__(self, phrases: list[Phrase], places: frozenset[str]) -> None:
        self.phrases, self.places = phrases, places
        self.entries: list[Entry] = []
        self.heading: str | None = None
        self.lead: list[str] = []
        self.line = 0
        self.groups = False
        self.idle = False
        self.by_line = self._is_by_line()

    def _is_by_line(self) -> bool:
        """Whether entries are parted by line ends or semicolons, so that a comma parts what is said of one person."""
        named = [p for p in self.phrases if p.mark in ("line", "blank", "semi", "bar", "start") and self._name(p)]
        inside = [p for p in self.phrases if p.mark == "comma" and p.depth == 0]
        also_named = [p for p in inside if self._whole_name(p, LIKELY)]
        maybe_named = [p for p in inside if self._whole_name(p, POSSIBLE)]
        return len(named) >= 2 and len(named) > 2 * len(also_named) and len(named) >= len(maybe_named)

    def _name(self, phrase: Phrase) -> Name | None:
        name = name_at(phrase.text, 0, self.places, wrapped=True)
        behind = person_at(phrase.text, 0, self.places)
        return behind if behind and behind.start else name

    def _whole_name(self, phrase: Phrase, least: int) -> bool:
        name = self._name(phrase)
        return bool(name and name.certainty >= least and not re.match(r"\s*[A-Za-z]", phrase.text[name.end :]))

    def run(self) -> list[Entry]:
        skip_to = 0
        for n, phrase in enumerate(self.phrases):
            self.line += phrase.mark in ("line", "blank", "semi")
            if n < skip_to:
                continue
            if (stood_in := self._stood_in_by(n)) is not None:
                skip_to = stood_in
            elif phrase.depth:
                self._aside(phrase)
            elif (name := self._opens(n, phrase)) is not None:
                self._open(phrase, name)
            else:
                self._add(n, phrase)
        self._pair_columns()
        return self.entries

    def _stood_in_by(self, n: int) -> int | None:
        """`Ann Lee (Mr B Poe attended as substitute)`: the second person stands in for the first. Gives what to skip to."""
        phrase = self.phrases[n]
        if not self.entries or phrase.mark not in ("open", "dash", "gap", "comma"):
            return None
        stop = n + 1
        while (
            phrase.depth and stop < len(self.phrases) and self.phrases[stop].depth and self.phrases[stop].mark != "open"
        ):
            stop += 1
        said = ", ".join(p.text for p in self.phrases[n:stop])
        name = self._name(phrase)
        if name is None or not STOOD_IN.search(said[name.end :]):
            return None
        entry = Entry(
            _moved(name, phrase.start),
            phrase.start,
            phrase.end,
            status="deputy",
            deputy_for=self.entries[-1].name.person,
        )
        for part in STOOD_IN.sub("", said[name.end :]).split(","):
            tell(entry, part, self.line, self.places)
        self.entries.insert(len(self.entries) - 1, entry)
        return stop

    def _opens(self, n: int, phrase: Phrase) -> Name | None:
        name = self._name(phrase)
        if name is None or _is_said_of_last(phrase):
            return None
        rest = phrase.text[name.end :].strip()
        glued = phrase.text[name.end : name.end + 1].isalpha()
        if rest and not glued and name.certainty < LIKELY and _reads_as_organisation(phrase.text):
            return None
        apart = phrase.mark not in ("comma", "dash", "colon", "stop") or self.lead or not self.entries
        return name if apart or self._list_goes_on(phrase, name, rest) else None

    def _list_goes_on(self, phrase: Phrase, name: Name, rest: str) -> bool:
        """After a comma or a dash: a new person, rather than words about the last one."""
        if phrase.mark == "dash":
            return name.titled or (name.certainty > LIKELY and not rest and not self.entries[-1].parts)
        if rest and not re.match(r"[(\[]", rest) and not name.titled and not self._told_at_once(name, rest):
            return False
        if self.by_line:
            return name.certainty > LIKELY or (name.titled and name.certainty >= LIKELY)
        return name.certainty >= POSSIBLE

    def _told_at_once(self, name: Name, rest: str) -> bool:
        """`Ann Lee Head of Care`, `Ann Lee MP Department for …`: not the name of a trust called after a person."""
        kind = kind_of_words(rest)
        return kind == "post" or (
            kind in ("organisation", "body", "part") and name.certainty > LIKELY and len(rest.split()) > 1
        )

    def _open(self, phrase: Phrase, name: Name) -> None:
        self.idle = False
        entry = Entry(_moved(name, phrase.start), phrase.start, phrase.end, heading=self.heading, line=self.line)
        for part in self.lead:
            entry.add(part, self.line)
        self.lead = []
        if self.entries and phrase.mark == "slash":
            self.entries[-1].shares_with_next = True
        self.entries.append(entry)
        if name.start:
            tell(entry, phrase.text[: name.start], self.line, self.places)
        rest = phrase.text[name.end :]
        legend = re.match(r"\s+(?P<initials>[A-Z][A-Za-z]{1,3})\b(?!\.)", rest)
        if legend and is_initials(legend["initials"], name.person):
            entry.initials, rest = legend["initials"], rest[legend.end() :]
        tell(entry, rest, self.line, self.places)

    def _aside(self, phrase: Phrase) -> None:
        """Words in brackets tell about the person before them; before the first name they are a post."""
        if self.entries and not self.idle:
            tell(self.entries[-1], phrase.text, self.line, self.places)
            self.entries[-1].end = max(self.entries[-1].end, phrase.end)
        elif kind_of_words(phrase.text) == "post":
            self.lead = [phrase.text]

    def _add(self, n: int, phrase: Phrase) -> None:
        last = self.entries[-1] if self.entries else None
        starts_line = phrase.mark in ("line", "blank", "start", "semi")
        followed_by_colon = n + 1 < len(self.phrases) and self.phrases[n + 1].mark == "colon"
        if COLUMN_HEAD.fullmatch(phrase.text) or (starts_line and _is_rank_only(phrase.text)):
            return
        if phrase.mark == "blank" and last is not None and last.parts and kind_of_words(phrase.text) == "unknown":
            self.idle = True
        if self.idle:
            return
        heads = last is None or followed_by_colon or self._heads_group(n, phrase, last) or self._leads(n, phrase)
        if starts_line and heads:
            self._head(n, phrase, followed_by_colon, last is None)
        elif last is not None:
            tell(last, phrase.text, self.line, self.places)
            last.end = max(last.end, phrase.end)

    def _head(self, n: int, phrase: Phrase, colon: bool, first: bool) -> None:
        kind = kind_of_words(phrase.text)
        if self._leads(n, phrase):
            self.lead = [phrase.text]
        elif kind in ("organisation", "body", "part") and len(phrase.text.split()) <= 8:
            self.heading, self.groups = phrase.text, self.groups or first or colon
        elif colon:
            self.heading = None

    def _leads(self, n: int, phrase: Phrase) -> bool:
        """`Business Manager – Ann Lee`: the words stand before the name that they tell about."""
        following = self.phrases[n + 1] if n + 1 < len(self.phrases) else None
        if following is None or following.mark not in ("colon", "comma", "dash", "gap", "bar"):
            return False
        known = kind_of_words(phrase.text) != "unknown" or following.mark == "colon"
        return known and name_at(following.text, 0, self.places) is not None

    def _heads_group(self, n: int, phrase: Phrase, last: Entry) -> bool:
        """A line with an organisation alone heads the next people, if the last person has theirs already."""
        following = self.phrases[n + 1] if n + 1 < len(self.phrases) else None
        alone = following is not None and following.mark in ("line", "blank")
        if (
            not alone
            or kind_of_words(phrase.text) not in ("organisation", "body")
            or not name_at(following.text, 0, self.places)
        ):
            return False
        own = last.role.organisation
        return self.groups or (own is not None and (phrase.mark == "blank" or phrase.text not in own))

    def _pair_columns(self) -> None:
        """Names first, then as many lines of posts: the columns of a table printed one after another."""
        bare: list[Entry] = []
        for entry in self.entries:
            bare.append(entry)
            if entry.parts:
                lines = sorted(set(entry.lines))
                if len(bare) > 1 and len(lines) == len(bare) and lines[0] > entry.line:
                    _deal_out(bare, lines)
                elif len(bare) >= HEAPED and len(lines) >= HEAPED:
                    entry.parts, entry.lines = [], []
                bare = []


def _deal_out(entries: list[Entry], lines: list[int]) -> None:
    """Give the n-th line of what was heaped on the last person to the n-th person."""
    heap = list(zip(entries[-1].parts, entries[-1].lines, strict=True))
    for entry, line in zip(entries, lines, strict=True):
        entry.parts = [part for part, at in heap if at == line]
        entry.lines = [line] * len(entry.parts)


def _moved(name: Name, by: int) -> Name:
    return Name(
        name.person, name.start + by, name.end + by, name.name_start + by, name.name_end + by, name.rank, name.titled,
        name.certainty,
    )  # fmt: skip


def _is_said_of_last(phrase: Phrase) -> bool:
    return bool(re.match(r"(?:for|deput|representing|on behalf)\b", phrase.text, re.I))


def _reads_as_organisation(text: str) -> bool:
    return kind_of_words(text) == "organisation" and not re.search(r"[,(–—]", text)


def _is_rank_only(text: str) -> bool:
    words = re.findall(r"[A-Za-z]+", text)
    return (
        bool(words)
        and len(words) <= 4
        and words[-1].lower() in RANKS | TITLES
        and all(w.lower() in NOT_NAMES | RANKS | TITLES for w in words)
    )


def _share_between(entries: list[Entry]) -> None:
    """`Ann/Bob, Acme`: two people hold one seat."""
    for entry, following in reversed(list(itertools.pairwise(entries))):
        if entry.shares_with_next and not entry.parts:
            entry.parts, entry.lines = list(following.parts), list(following.lines)


def _share_last_organisation(entries: list[Entry]) -> None:
    """`Ann, Bob – all Acme`: the organisation at the end holds for those before it who have none."""
    if len(entries) < 2 or not entries[-1].parts:
        return
    last = entries[-1]
    shared = next(
        (m for part in last.parts if (m := re.match(r"(?:all|both)\s+(?:from |of )?(?:the )?(\S.*)", part))), None
    )
    if shared is None:
        return
    last.parts = [shared[1] if part == shared[0] else part for part in last.parts]
    for entry in reversed(entries[:-1]):
        if entry.parts:
            break
        entry.add(shared[1], 0)


PLACES_SHARE = 0.7
PLACES_LEAST = 4


def _mark_places(entries: list[Entry]) -> None:
    """Where nearly everyone has one unknown word beside their name, those words are places, not organisations."""
    said = [e for e in entries if e.parts]
    unknown = [e for e in said if e.role.post is None and e.role.organisation is None]
    if len(unknown) >= PLACES_LEAST and len(unknown) >= PLACES_SHARE * len(said):
        for entry in unknown:
            entry.place = True


def entries_of_cells(cells: Sequence[Placed]) -> list[Entry]:
    """The people of a row: those of the first cell that begins with a name, the first told about by the other cells."""
    named = next((cell for cell in cells if name_at(cell.text)), None)
    entries = _Machine(_shifted(named), frozenset()).run() if named is not None else []
    if named is None or not entries:
        return []
    for phrase in (p for cell in cells if cell is not named for p in phrases_in(cell.whole, 0, len(cell.whole))):
        tell(entries[0], phrase.text)
    if len(entries) == 1:
        entries[0].start, entries[0].end = named.start, max(entries[0].end, named.end)
    return entries


def _shifted(cell: Placed) -> list[Phrase]:
    """The phrases of a cell with their places in the whole text; words from lines below keep the cell's own end."""
    phrases = phrases_in(cell.whole, 0, len(cell.whole))
    for phrase in phrases:
        phrase.start, phrase.end = (
            min(phrase.start, len(cell.text)) + cell.start,
            min(phrase.end, len(cell.text)) + cell.start,
        )
    return phrases
