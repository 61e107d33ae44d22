"""Where a paper lists people: the stretches of text under `Present`, `Apologies`, `Members` …, and what that means."""

import re
from dataclasses import dataclass, replace

from sightline_reader.labelled import head_end
from sightline_reader.layout import Line, View
from sightline_reader.people.entries import COLUMN_HEAD
from sightline_reader.people.labels import (
    APOLOGIES,
    MEMBER,
    NEUTRAL,
    PRESENT,
    SPOKEN,
    label_of,
    may_label_members,
    members_label,
    names_an_office,
)
from sightline_reader.people.names import LIKELY, name_at, person_at
from sightline_reader.people.posts import kind_of_words
from sightline_reader.words import days_in

_AGENDA = re.compile(
    r"\s*(?:introductions?|agenda|(?:no\.?\s+)?item\b|actions?\b|minutes\b|welcome|matters arising|declarations?"
    r"|election of|resolved|decisions?"
    r"|points of discussion|discussion|purpose|background|terms of reference|date\b|time\b|venue\b|location"
    r"|quorum|role\b|remit"
    r"|next meeting|duration|note \d|distribution|circulation|copies|cc\b|yours|dear|printed|signed|page \d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\s*(?:item\s*)?(?:no\.?\s*)?\d{1,3}(?:\.\d{1,2})*[.):]?\s+(?=[A-Z“])|\s*\d{1,3}\.\s+[A-Z]|\s*[A-H]\d?[.)]\s+[A-Z]"
    r"|\s*[A-Z]{2,6}[/.-] ?\d[\w/. -]*[:.]?\s+[A-Z]"
)
LONGEST_LIST = 9000


@dataclass(frozen=True, slots=True)
class Region:
    """People listed between two offsets. `columns_lost` marks two headings that stand together before their lists."""

    status: str
    label: str
    start: int
    end: int
    columns_lost: bool = False
    heading: str | None = None
    """An organisation that stands over this part of the list."""


def regions_of(view: View) -> list[Region]:
    """The stretches of the text that list people, in order; each runs to the next label or to the first prose."""
    lines = [line for line in view.body if not line.blank]
    out: list[Region] = []
    n = 0
    while n < len(lines):
        found = label_of(lines[n].text)
        if found is None and may_label_members(lines[n].text):
            found = members_label(_texts(lines, n))
        if found is None:
            n += 1
            continue
        status, label, at = found
        last = n if names_an_office(lines[n].text) else _last_line(lines, n, status)
        out.append(Region(status, label, lines[n].start + at, lines[last].end))
        n = max(last, n) + 1
    joined = _joined(view, out)
    if unlabelled := _unlabelled(view, joined):
        joined.append(unlabelled)
    parts = [part for region in joined for part in _split_at_apologies(view, region)]
    return [part for region in parts for part in _split_at_headings(view, region)]


_HEADING = re.compile(r"(?m)^[ \t]*(?P<words>[A-Z][\w,’'&/ -]{2,60}?)\s*(?:\([^)\n]{0,40}\))?\s*:[ \t]*$")


def _split_at_headings(view: View, region: Region) -> list[Region]:
    """Headings inside a list, such as `Officers (advising):` or `Health:`, part it; an organisation heads its part."""
    cuts = [m for m in _HEADING.finditer(view.text, region.start, region.end) if not name_at(m["words"])]
    if not cuts or region.columns_lost:
        return [region]
    edges = [(region.start, cuts[0].start(), None)]
    for n, cut in enumerate(cuts):
        stop = cuts[n + 1].start() if n + 1 < len(cuts) else region.end
        edges.append((cut.end(), stop, cut["words"] if kind_of_words(cut["words"]) == "organisation" else None))
    return [replace(region, start=a, end=b, heading=words) for a, b, words in edges if view.text[a:b].strip()]


_INSIDE = re.compile(
    r"(?<=[\s.;)])(?:with )?apolog(?:ies|y)(?: for absence| received| from)?\s*(?::|[–—-](?=\s))\s*", re.IGNORECASE
)


def _split_at_apologies(view: View, region: Region) -> list[Region]:
    """`… Bob (Acme). Apologies – Cat`: the label inside a line begins a list of its own."""
    inside = _INSIDE.search(view.text, region.start, region.end)
    if region.status == APOLOGIES or inside is None:
        return [region]
    return [
        Region(region.status, region.label, region.start, inside.start()),
        Region(APOLOGIES, "apologies", inside.end(), region.end),
    ]


def _texts(lines: list[Line], n: int) -> list[str]:
    return [line.text for line in lines[n : n + 5]]


def _last_line(lines: list[Line], n: int, status: str) -> int:
    """The last line of the list that begins on line `n`."""
    last, idle = n, 0
    for m in range(n + 1, len(lines)):
        text = lines[m].text
        labelled = (label_of(text) and not names_an_office(text)) or (
            status not in (PRESENT, NEUTRAL, APOLOGIES) and members_label(_texts(lines, m))
        )
        if lines[m].start - lines[n].start > LONGEST_LIST or labelled or ends_list(text, status):
            break
        idle = 0 if _could_be_listed(text) else idle + 1
        if idle > 6:
            break
        last = m
    return last


def ends_list(text: str, status: str) -> bool:
    """A numbered agenda item, a known heading or a sentence ends a list of people."""
    bare = re.sub(r"^\s*(?:[•·▪❖●\uf0b7*-]\s*|\(?\d{1,2}[.)]\s+)?", "", text)
    name = person_at(bare)
    if COLUMN_HEAD.fullmatch(bare.strip()):
        return False
    numbered = bool(_NUMBERED.match(text))
    if name is not None and not (numbered and name.certainty < LIKELY and not bare[name.end :].strip()):
        rest = bare[name.end :]
        said = re.match(r"[\s,]*(?:\([^)]*\)\s*)?([a-z]+)\b", rest)
        continues = said and said[1] not in {
            "and",
            "for",
            "from",
            "of",
            "on",
            "the",
            "deputy",
            "deputising",
            "representing",
            "sub",
        }
        spoke = SPOKEN.search(re.split(r"[,(;–-]", rest)[0][:60])
        return bool(spoke) or bool(continues and said and said[1].endswith("ed"))
    if re.match(r"\s*(?:\d{1,2}\.\s*$|\*+\s*=|\d{1,2}\s*/\s|no\.?\s*/\s)", text, re.IGNORECASE):
        return True
    if _NUMBERED.match(text) and not days_in(text.strip()[:24]):
        return True
    if _AGENDA.match(text) and kind_of_words(text) not in ("post", "organisation"):
        return True
    if days_in(text) and not re.search(r"\bitems?\b", text, re.I) and status != MEMBER:
        return True
    return len(text.split()) >= 6 and bool(SPOKEN.search(text)) and not re.search(r"[,(].*[,)]", text[:30])


def _could_be_listed(text: str) -> bool:
    cells = re.split(r"\s{3,}|\t|\|", text.strip(" |"))
    return any(name_at(cell.strip(" •·-")) or kind_of_words(cell) != "unknown" for cell in cells)


def _joined(view: View, regions: list[Region]) -> list[Region]:
    """Two labels in a row, the first with nothing under it, mean that columns were printed one after another."""
    out: list[Region] = []
    for region in regions:
        before = out[-1] if out else None
        empty = before is not None and not view.text[before.start : before.end].strip()
        touching = before is not None and _letters(view.text[before.end : region.start]) == _letters(region.label)
        if before is not None and empty and touching and {before.status, region.status} == {PRESENT, APOLOGIES}:
            out[-1] = Region(before.status, before.label, region.start, region.end, columns_lost=True)
        else:
            out.append(region)
    return out


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


LEAST_UNLABELLED = 3
UNLABELLED = "no label"


def _unlabelled(view: View, regions: list[Region]) -> Region | None:
    """A list of people in the head of minutes with no heading over it: blocks whose lines begin with names."""
    if any(_lists_members(view, r) for r in regions):
        return None
    if not re.search(r"\b(?:minutes|meeting)\b", view.text[: max(head_end(view), 600)], re.I):
        return None
    stop = min([head_end(view), *(r.start for r in regions if r.status == APOLOGIES)])
    lines = [line for line in view.body if not line.blank and line.start < stop]
    lines = [line for line in lines if not any(r.start <= line.start < r.end for r in regions)]
    first = next((n for n, line in enumerate(lines) if _lists_people(line.text)), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(lines) and not (label_of(lines[last + 1].text) or ends_list(lines[last + 1].text, PRESENT)):
        last += 1
    listing = [line for line in lines[first : last + 1] if _lists_people(line.text)]
    if max(_names_in(view.text[lines[first].start : lines[last].end]), len(listing)) < LEAST_UNLABELLED:
        return None
    return Region(NEUTRAL, UNLABELLED, lines[first].start, lines[last].end)


def _lists_members(view: View, region: Region) -> bool:
    """Whether the list is that of those who met, and not of an office or of those who came as well."""
    as_well = re.match(r"also|in ?attendance|guests?|invited|observers?|advis[eo]rs", region.label)
    listed = region.status in (PRESENT, NEUTRAL, MEMBER) and not as_well
    return listed and not names_an_office(_line_of(view, region))


def _names_in(text: str) -> int:
    """How many surely known names begin lines, columns or phrases of the text."""
    places = [m.end() for m in re.finditer(r"(?:^|[\n,;)]|\s{2,})\s*", text)] + [
        m.end() for m in re.finditer(r"\w\s", text)
    ]
    return len({name.name_start for at in places if (name := person_at(text, at)) and name.certainty >= LIKELY})


def _line_of(view: View, region: Region) -> str:
    return view.line_at(region.start).text


def _lists_people(text: str) -> bool:
    first = text.strip()
    name = person_at(first)
    if name is None or SPOKEN.search(text) or label_of(text):
        return False
    rest = first[name.end :]
    parted = bool(re.match(r"\s*[,(–-]|\s{2,}|\t|[A-Z][a-z]", rest))
    return parted and (name.certainty >= LIKELY or kind_of_words(rest) in ("post", "organisation"))
