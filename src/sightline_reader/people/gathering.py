"""Gathers the people of a paper from its lists, its tables and the tables that lost their lines."""

import re
from collections.abc import Iterator

from sightline_reader.layout import Line, View
from sightline_reader.people.brackets import broken_brackets
from sightline_reader.people.columns import people_in_columns, side_by_side
from sightline_reader.people.entries import entries_in, entries_of_cells
from sightline_reader.people.entry import Entry
from sightline_reader.people.inline import inline_lists
from sightline_reader.people.labels import APOLOGIES, DEPUTY, MEMBER, NEUTRAL, PRESENT, label_of
from sightline_reader.people.legend import LONG_LINE, legend_rows
from sightline_reader.people.lists import Region, regions_of
from sightline_reader.people.marked import MARK_HEADER, marked_rows
from sightline_reader.people.marks import legend_of
from sightline_reader.people.roster import rosters, seats_of
from sightline_reader.people.runs import first_names, runs_of_names
from sightline_reader.people.seen import Seen

COLUMNS_LOST = "The headings for attending and for apologies stand together, so it is not certain who came."
MARKS_LOST = "The marks for present and apologies are lost in this text."
ONE_NAME = "Only one name is given for this person."
NO_MARKS = "The table does not say who came."


def flattened(view: View) -> Iterator[Seen]:
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


def inline(view: View) -> Iterator[Seen]:
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


def in_tables(view: View, minutes: bool) -> Iterator[Seen]:
    """Rows of tables of people. Without marks of their own they have the standing of the list that they are part of."""
    regions = view.once(regions_of)
    are_members = _status_of_members(view, regions)
    for roster in view.once(rosters):
        start = roster.table.rows[0][0].start
        over = next((r for r in regions if r.start <= start + 1 < r.end or _heads(view, r, start)), None)
        for seat in seats_of(view, roster):
            marked = bool(roster.meetings or seat.status or {"present", "apologies", "status"} & roster.columns.keys())
            status = seat.status if marked or over is None else _status(over, seat.entry, are_members, False)
            if not marked and over is None:
                status = None if minutes else MEMBER
            doubts = [seat.doubt] if seat.doubt else [] if status or marked else [NO_MARKS]
            yield Seen(seat.entry, status, "table", 0.9, doubts, seat.meeting_date, seat.extra)


def _heads(view: View, region: Region, table_start: int) -> bool:
    """An empty label right above a table heads the table."""
    return region.end <= table_start and not view.text[region.start : table_start].strip(" \n\r\t:|-")


def listed(view: View) -> Iterator[Seen]:
    regions = view.once(regions_of)
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
            if " " not in entry.name.person and not entry.name.titled:
                one.doubts.append(ONE_NAME)
            yield one


def _entries(view: View, region: Region) -> list[Entry]:
    crossed = broken_brackets(view.text, region.start, region.end)
    if crossed:
        return crossed
    lists = side_by_side(view.text, region.start, region.end)
    if lists:
        return [entry.moved(places) for text, places in lists for entry in entries_in(text, 0, len(text))]
    columns = people_in_columns(view.text, region.start, region.end)
    if columns:
        return [entry for cells in columns for entry in entries_of_cells(cells)]
    return first_names(view.text, region.start, region.end) or entries_in(view.text, region.start, region.end)


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
        one.status = PRESENT if sure and n <= _end_of_group(entries, sure[-1]) else None
        one.confidence = 0.6
        one.doubts.append(COLUMNS_LOST)


def _end_of_group(entries: list[Entry], last: int) -> int:
    """Colleagues under the same heading, who are told by their work and not by an organisation, came as well."""
    heading = entries[last].heading
    while heading and last + 1 < len(entries):
        following = entries[last + 1]
        if following.heading != heading or following.role.organisation or not following.parts:
            break
        last += 1
    return last


def _held_office(entry: Entry) -> bool:
    return any(
        re.match(r"(?:deputy |vice[- ]|co-)?chair\b|secretariat|minutes?\b|minute", part, re.I) for part in entry.parts
    )
