"""Who was there, who sent apologies, who stood in for whom, and who is named as a member.

Lists, tables and sentences each give people with a standing; then what is said of one person in several places is
put together. Where the text cannot tell whether somebody came, the status stays null.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline_reader.kinds.meeting import is_of_a_meeting
from sightline_reader.layout import Line, View
from sightline_reader.model import Candidate
from sightline_reader.people.brackets import broken_brackets
from sightline_reader.people.columns import people_in_columns
from sightline_reader.people.entries import Entry, entries_in, entries_of_cells
from sightline_reader.people.inline import inline_lists
from sightline_reader.people.labels import (
    ABSENT,
    APOLOGIES,
    DEPUTY,
    MEMBER,
    NEUTRAL,
    PRESENT,
    label_of,
    names_an_office,
)
from sightline_reader.people.legend import LONG_LINE, legend_rows
from sightline_reader.people.lists import Region, regions_of
from sightline_reader.people.marked import MARK_HEADER, marked_rows
from sightline_reader.people.names import LIKELY
from sightline_reader.people.posts import kind_of_words
from sightline_reader.people.roster import legend_of, rosters, seats_of
from sightline_reader.people.runs import runs_of_names
from sightline_reader.people.sentences import addressees, apologies_in_sentences, deputies_in_sentences, signatories

ATTENDED = {PRESENT, APOLOGIES, ABSENT, DEPUTY}
COLUMNS_LOST = "The headings for attending and for apologies stand together, so it is not certain who came."
MARKS_LOST = "The marks for present and apologies are lost in this text."
NO_MARKS = "The table does not say who came."
LISTED_AS_PRESENT = "Listed among those attending, but apologies are recorded."


@dataclass(slots=True)
class Seen:
    """A person as one place of the text gives them."""

    entry: Entry
    status: str | None
    label: str = ""
    confidence: float = 0.85
    doubts: list[str] = field(default_factory=list)
    meeting_date: str | None = None
    extra: dict[str, str] = field(default_factory=dict)


def find(view: View) -> list[Candidate]:
    """One candidate for each person and standing."""
    seen = [*_flattened(view)] or [*_listed(view), *_in_tables(view), *_inline(view)]
    seen += [Seen(entry, entry.status or APOLOGIES, "sentence") for entry in apologies_in_sentences(view)]
    seen += [Seen(entry, DEPUTY, "sentence") for entry in deputies_in_sentences(view)]
    if not seen:
        seen = [Seen(entry, "addressee") for entry in addressees(view)]
    seen += [Seen(entry, "signatory", confidence=0.6) for entry in signatories(view)]
    _settle_organisations([one.entry for one in seen])
    found = [_candidate(view, one) for one in _put_together(_believed(seen))]
    return sorted(found, key=lambda candidate: candidate.start)


# ---- gathering
def _flattened(view: View) -> Iterator[Seen]:
    """Tables that lost their lines. A long line is looked at only where it may hold one."""
    for line in view.body:
        if len(line.text) < LONG_LINE:
            continue
        header = MARK_HEADER.search(line.text)
        rows = marked_rows(view.text, line.start + header.end(), _end_of_marks(view, line.end)) if header else []
        rows = rows or legend_rows(view.text, line.start, line.end, legend_of(view.text[: line.start + 300][-1200:]))
        if len(_inside(view, line)) >= max(len(rows), 1):
            continue
        if not rows:
            yield from (
                Seen(entry, status, "run", 0.6) for status, entry in runs_of_names(view.text, line.start, line.end)
            )
        statuses = {entry.status for entry in rows} - {None}
        unmarked = PRESENT if statuses and PRESENT not in statuses else None
        for entry in rows:
            doubts = [] if entry.status or unmarked else [MARKS_LOST]
            yield Seen(entry, entry.status or unmarked, "flattened", 0.7, doubts)


def _inline(view: View) -> Iterator[Seen]:
    """Lists inside long lines that do not begin with a label of people themselves."""
    for line in view.body:
        for status, entry in _inside(view, line):
            yield Seen(entry, entry.status or status, "inline", 0.7)


def _inside(view: View, line: Line) -> list[tuple[str, Entry]]:
    if len(line.text) < LONG_LINE or label_of(line.text):
        return []
    return inline_lists(view.text, line.start, line.end)


def _end_of_marks(view: View, line_end: int) -> int:
    """The table may run on over a page break, in further blocks that hold marks."""
    end = line_end
    for block in view.blocks:
        if end <= block.start < end + 40 and re.search(r"\s[YAPN](?:\s|$)", block.text):
            end = block.end
    return end


def _in_tables(view: View) -> Iterator[Seen]:
    """Rows of tables of people. Without marks of their own they have the standing of the list that they are part of."""
    regions = regions_of(view)
    are_members = _status_of_members(view, regions)
    for roster in view.once(rosters):
        start = roster.table.rows[0][0].start
        over = next((r for r in regions if r.start <= start + 1 < r.end or _heads(view, r, start)), None)
        for seat in seats_of(view, roster):
            marked = bool(roster.meetings or seat.status or {"present", "apologies", "status"} & roster.columns.keys())
            status = seat.status if marked or over is None else _status(over, seat.entry, are_members, False)
            if not marked and over is None:
                status = None if is_of_a_meeting(view) else MEMBER
            doubts = [seat.doubt] if seat.doubt else [] if status or marked else [NO_MARKS]
            yield Seen(seat.entry, status, "table", 0.9, doubts, seat.meeting_date, seat.extra)


def _heads(view: View, region: Region, table_start: int) -> bool:
    """An empty label right above a table heads the table."""
    return region.end <= table_start and not view.text[region.start : table_start].strip(" \n\r\t:|-")


def _listed(view: View) -> Iterator[Seen]:
    regions = regions_of(view)
    spans = [(r.table.rows[0][0].start, r.table.rows[-1][-1].end) for r in view.once(rosters)]
    are_members = _status_of_members(view, regions)
    lost = _marks_lost(view, regions)
    for region in regions:
        entries = _entries(view, region)
        entries = [entry for entry in entries if not any(a <= entry.name.name_start < b for a, b in spans)]
        for n, entry in enumerate(entries):
            entry.heading = entry.heading or region.heading
            one = Seen(entry, _status(region, entry, are_members, lost), region.label)
            if region.columns_lost:
                _doubt_columns(one, n, entries)
            elif one.status is None:
                one.doubts.append(MARKS_LOST)
            yield one


def _entries(view: View, region: Region) -> list[Entry]:
    crossed = broken_brackets(view.text, region.start, region.end)
    if crossed:
        return crossed
    columns = people_in_columns(view.text, region.start, region.end)
    if columns:
        return [entry for cells in columns for entry in entries_of_cells(cells)]
    return entries_in(view.text, region.start, region.end)


def _status(region: Region, entry: Entry, are_members: str | None, lost: bool) -> str | None:
    if entry.status:
        return entry.status
    if region.status == NEUTRAL:
        return None if lost else PRESENT
    return are_members if region.status == MEMBER else region.status


def _status_of_members(view: View, regions: list[Region]) -> str | None:
    """In minutes with no list of those present, the members listed beside an apologies list were there."""
    statuses = {region.status for region in regions}
    if PRESENT in statuses or NEUTRAL in statuses or APOLOGIES not in statuses:
        return MEMBER
    return PRESENT


def _marks_lost(view: View, regions: list[Region]) -> bool:
    """`Present` and `Apology` stand as empty column heads behind a list of names."""
    return any(
        region.status == NEUTRAL
        and re.search(r"(?m)^\s*Present\s+Apolog(?:y|ies)\s*$", view.text[region.start : region.end + 200])
        for region in regions
    )


def _doubt_columns(one: Seen, n: int, entries: list[Entry]) -> None:
    """The first column ends no earlier than the last person who must have been there: chair, deputy or secretariat."""
    sure = [m for m, entry in enumerate(entries) if entry.status == DEPUTY or _held_office(entry)]
    if one.entry.status is None:
        one.status = PRESENT if sure and n <= sure[-1] else None
        one.confidence = 0.6
        one.doubts.append(COLUMNS_LOST)


def _held_office(entry: Entry) -> bool:
    return any(
        re.match(r"(?:deputy |vice[- ]|co-)?chair\b|secretariat|minutes?\b|minute", part, re.I) for part in entry.parts
    )


# ---- putting together
def _believed(seen: list[Seen]) -> list[Seen]:
    """A name that may be something else is believed if most of the people are surely names, or more is said of it."""
    sure = 2 * sum(one.entry.name.certainty >= LIKELY for one in seen) >= len(seen)
    return [one for one in seen if sure or one.entry.name.certainty >= LIKELY or _is_told_of(one.entry)]


def _settle_organisations(entries: list[Entry]) -> None:
    """`Head of Care, Ways to Grow` and `Clerk, Ways to Grow`: unknown words behind two people's posts are where they work."""
    ends = [(entry, entry.parts[-1]) for entry in entries if len(entry.parts) > 1 and entry.role.organisation is None]
    ends = [(e, end) for e, end in ends if kind_of_words(end) == "unknown" and kind_of_words(e.parts[0]) == "post"]
    posts: dict[str, set[str]] = {}
    for entry, end in ends:
        posts.setdefault(end, set()).add(entry.parts[0])
    for entry, end in ends:
        if len(posts[end]) > 1:
            entry.parts, entry.lines, entry.said_organisation = entry.parts[:-1], entry.lines[:-1], end


def _is_told_of(entry: Entry) -> bool:
    return bool(entry.role.post or entry.role.organisation or entry.initials)


def _put_together(seen: list[Seen]) -> list[Seen]:
    kept: dict[str, Seen] = {}
    for one in seen:
        _office_from_label(one)
        key = _known_as(one, kept)
        if key not in kept:
            kept[key] = one
            continue
        _merge(kept[key], one)
    return list(kept.values())


def _office_from_label(one: Seen) -> None:
    if names_an_office(f"{one.label}: x"):
        office = re.sub(
            r"chaired by",
            "chair",
            re.sub(r"\s*(?:taken )?by$", "", one.label) if "chair" not in one.label else one.label,
        )
        one.entry.office = office.title()


def _known_as(one: Seen, kept: dict[str, Seen]) -> str:
    """The key of the person; a lone surname after a title is somebody listed in full, if just one fits."""
    key = re.sub(r"[^a-z ]", "", one.entry.name.person.lower()) + (f" {one.meeting_date}" if one.meeting_date else "")
    if key not in kept and " " not in key:
        same = [k for k in kept if k.split()[-1] == key and kept[k].entry.name.titled]
        return same[0] if len(same) == 1 else key
    return key


def _merge(first: Seen, second: Seen) -> None:
    """What the second place adds to the first: apologies outweigh a list of those invited."""
    if second.status == APOLOGIES and first.status == PRESENT:
        first.status = APOLOGIES
        first.doubts.append(LISTED_AS_PRESENT)
    elif first.status in (None, MEMBER) and second.status in ATTENDED:
        first.status, first.doubts = second.status, second.doubts
    role, other = first.entry.role, second.entry.role
    if other.post and not role.post:
        first.entry.add(other.post, -1)
    if other.organisation and not role.organisation and not role.unplaced:
        first.entry.add(other.organisation, -1)
    first.entry.office = first.entry.office or second.entry.office
    first.entry.initials = first.entry.initials or second.entry.initials
    first.entry.deputy_for = first.entry.deputy_for or second.entry.deputy_for


def _post(entry: Entry, post: str | None) -> str | None:
    if entry.office and not (post and entry.office.lower() in post.lower()):
        return f"{entry.office}; {post}" if post else entry.office
    return post or entry.name.rank


def _candidate(view: View, one: Seen) -> Candidate:
    entry, role = one.entry, one.entry.role
    doubts = list(one.doubts)
    organisation = role.organisation
    if organisation is None and role.unplaced and role.unplaced[0].isupper() and not entry.place:
        organisation = role.unplaced.split(",")[0]
        doubts.append("The words beside the name may be an organisation or something else.")
    organisation = organisation or entry.heading
    fields = {
        "person": entry.name.person,
        "initials": entry.initials,
        "post": _post(entry, role.post),
        "organisation": organisation,
        "status": one.status,
    }
    told = {"deputy_for": entry.deputy_for, "meeting_date": one.meeting_date, **one.extra}
    fields |= {name: value for name, value in told.items() if value}
    confidence = one.confidence - 0.1 * len(doubts) - 0.1 * (entry.name.certainty < LIKELY)
    return view.candidate("attendance", fields, (entry.start, entry.end), round(max(confidence, 0.2), 2), tuple(doubts))
