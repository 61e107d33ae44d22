"""The region as its overseer reads it: matrices whose blank cells say which kind of blank they are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.urls import reverse

from sightline.foundation.accounts.domain import TOPIC_LABELS, Topic
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.periods import Period, year_label
from sightline.oversight.gaps.domain import Severity
from sightline.oversight.gaps.models import Finding
from sightline.oversight.gaps.presenters import SHORT_SEVERITY, TAGS
from sightline.oversight.gaps.rules.catalogue import catalogue
from sightline.oversight.intake.models import Paper
from sightline.partnership.governance.models import Board
from sightline.record.meetings.domain.attendance import Tally

from ..queries.region import Neighbour

NEVER_SHARED = "What concerns serious incidents and unpublished reviews is never shared, and not counted here."
NOT_SHARED = Cell(text="Not shared", value=-1)


@dataclass(frozen=True)
class RegionPage:
    title: str
    table: Table
    intro: str
    back_href: str = ""


def side_by_side(rows: Iterable[Neighbour], year: Period, path: str) -> RegionPage:
    table = Table(
        caption=f"Partnerships side by side, meetings of {year_label(year)}",
        columns=(
            Column("partnership", "Partnership"),
            Column("boards", "Boards", numeric=True),
            Column("meetings", "Meetings held", numeric=True),
            Column("duty", "Findings: duties", numeric=True),
            Column("own", "Findings: own rules", numeric=True),
            Column("record", "Findings: record", numeric=True),
            Column("papers", "Papers with faults", numeric=True),
            Column("shares", "Shares", sortable=False),
        ),
        rows=tuple(_neighbour_row(n) for n in rows),
        searchable=True,
        export_href=path,
        empty="No partnership belongs to this region yet.",
        note="Only what each partnership shares is counted. Numbers are not a league table: a fuller record has more to find.",
    )
    return RegionPage("The region", table, "What each partnership shares with the region, as it stands.")


def _neighbour_row(n: Neighbour) -> Row:
    slug = n.partnership.slug
    found = _by_severity(n.findings) if n.findings is not None else {}
    return row(
        Cell(
            text=n.partnership.name,
            note="" if n.partnership.is_verified else "Unverified: its name and shape were not seen at the source",
        ),
        _number(n.boards, reverse("workspace:region_boards", args=[slug])),
        _number(n.meetings, ""),
        *(
            _number(
                found.get(severity, 0) if n.findings is not None else None,
                reverse("workspace:region_partnership", args=[slug]),
            )
            for severity in Severity
        ),
        _number(n.papers_with_faults, reverse("workspace:region_documents")),
        _shared(n.topics),
    )


def _shared(topics: Collection[str]) -> str:
    if all(topic in topics for topic in Topic):
        return "Everything"
    return ", ".join(TOPIC_LABELS[topic] for topic in Topic if topic in topics) or "Nothing"


def _number(number: int | None, href: str) -> Cell:
    if number is None:
        return NOT_SHARED
    return Cell(text=str(number), value=number, href=href if number else "")


def _by_severity(findings: dict[str, int]) -> dict[Severity, int]:
    rules = catalogue()
    return {s: sum(n for code, n in findings.items() if code in rules and rules[code].severity is s) for s in Severity}


def attendance_matrix(
    tallies: dict[tuple[int, int], Tally],
    names: dict[int, str],
    partnerships: Iterable[Partnership],
    shared: frozenset[int],
    year: Period,
    path: str,
) -> RegionPage:
    met = {pk for _, pk in tallies}
    columns = [p for p in partnerships if p.pk in met]
    silent = len(shared - met)
    agencies = sorted({agency for agency, _ in tallies}, key=lambda a: (-_boroughs(tallies, a), names[a].casefold()))
    table = Table(
        caption=f"Meetings attended, percent of those due and known, {year_label(year)}",
        columns=(
            Column("agency", "Agency"),
            Column("boroughs", "Partnerships", numeric=True),
            *(Column(p.slug, p.short_name, numeric=True) for p in columns),
        ),
        rows=tuple(
            row(names[a], _boroughs(tallies, a), *(_percent(tallies.get((a, p.pk))) for p in columns)) for a in agencies
        ),
        searchable=True,
        export_href=path,
        stacked=False,
        dense=True,
        empty="No partnership of the region shares attendance for this year.",
        note="Deputies count as the agency's attendance. Not known is not counted as absent. A dash: no seat and no meeting there."
        + _left_out(silent, "share attendance, with no meeting on record for this year"),
    )
    intro = "One row for each agency over all the boards it sits on. Agencies in most partnerships come first."
    return RegionPage("Attendance by agency", table, intro)


def _left_out(number: int, why: str) -> str:
    """Which columns are not there, and which kind of blank that is."""
    if not number:
        return ""
    who = "1 more partnership does" if number == 1 else f"{number} more partnerships do"
    return f" {who} {why}."


def _boroughs(tallies: dict[tuple[int, int], Tally], agency: int) -> int:
    return sum(1 for a, _ in tallies if a == agency)


def _percent(tally: Tally | None) -> Cell:
    if tally is None:
        return Cell(text="–", hidden="no seat and no meeting", value=-2)
    if tally.percent is None:
        return Cell(text="Not known", unknown=True)
    return Cell(text=f"{tally.percent}%", value=tally.percent, note=f"{tally.attended} of {tally.due}")


def findings_matrix(
    found: dict[int, dict[str, int]],
    partnerships: Iterable[Partnership],
    shared: frozenset[int],
    recorded: frozenset[int],
    path: str,
) -> RegionPage:
    """`recorded`: partnerships with boards in the record; for the others a zero would say too much."""
    columns = [p for p in partnerships if p.pk in shared & recorded]
    rules = [rule for code, rule in catalogue().items() if any(code in counts for counts in found.values())]
    table = Table(
        caption="Open findings by rule and partnership",
        columns=(
            Column("rule", "Rule"),
            Column("severity", "By consequence"),
            Column("areas", "Partnerships", numeric=True),
            *(Column(p.slug, p.short_name, numeric=True) for p in columns),
        ),
        rows=tuple(
            row(
                Cell(text=rule.title, href=reverse("gaps:rule", args=[rule.code])),
                Cell(text=SHORT_SEVERITY[rule.severity], tag=TAGS[rule.severity]),
                sum(1 for counts in found.values() if rule.code in counts),
                *(_finding_cell(found.get(p.pk, {}).get(rule.code, 0), p, rule.code) for p in columns),
            )
            for rule in rules
        ),
        filters=(Filter("severity", "By consequence"),),
        searchable=True,
        export_href=path,
        stacked=False,
        dense=True,
        sort="-areas",
        empty="No partnership of the region shares findings, or nothing is found.",
        note=f"{NEVER_SHARED}{_left_out(len(shared - recorded), 'share findings, with no board on record')}",
    )
    intro = "How often each rule finds something, in the partnerships that share their findings."
    return RegionPage("Findings by rule", table, intro)


def _finding_cell(number: int, partnership: Partnership, code: str) -> Cell:
    href = (
        reverse("workspace:region_partnership", args=[partnership.slug])
        + f"?rule={code.replace('_', '+').capitalize()}"
    )
    return Cell(text=str(number), value=number, href=href if number else "", hidden=f"in {partnership.short_name}")


def findings_of(partnership: Partnership, rows: Iterable[Finding], path: str) -> RegionPage:
    table = Table(
        caption=f"Open findings of {partnership.name}",
        columns=(
            Column("finding", "Finding"),
            Column("about", "About"),
            Column("severity", "By consequence"),
            Column("rule", "Rule"),
            Column("found", "Found"),
        ),
        rows=tuple(
            row(
                Cell(text=f.summary, note="; ".join(item["text"] for item in f.evidence[:4])),
                f.subject_label,
                Cell(text=SHORT_SEVERITY[Severity(f.severity)], tag=TAGS[Severity(f.severity)]),
                f.rule.replace("_", " ").capitalize(),
                f.found_at.date(),
            )
            for f in rows
        ),
        filters=(Filter("severity", "By consequence"), Filter("rule", "Rule")),
        searchable=True,
        export_href=path,
        empty="This partnership shares no findings, or none is open.",
        note=NEVER_SHARED,
    )
    return RegionPage(partnership.name, table, "What its rules find, as it shares it.", reverse("workspace:region"))


def boards_of(partnership: Partnership, rows: Iterable[tuple[Board, int, int]], path: str) -> RegionPage:
    """`rows`: each board with its number of seats and how many of them are vacant."""
    table = Table(
        caption=f"Boards of {partnership.name}",
        columns=(
            Column("board", "Board"),
            Column("kind", "Kind"),
            Column("seats", "Seats", numeric=True),
            Column("vacant", "Vacant", numeric=True),
        ),
        rows=tuple(row(b.name, b.get_kind_display(), seats, vacant) for b, seats, vacant in rows),
        searchable=True,
        export_href=path,
        empty="This partnership shares no boards.",
    )
    return RegionPage(
        partnership.name, table, "Its boards and their seats, as it shares them.", reverse("workspace:region")
    )


def faults_page(papers: Iterable[Paper], path: str) -> RegionPage:
    table = Table(
        caption="Faults found in documents",
        columns=(Column("partnership", "Partnership"), Column("paper", "Document"), Column("fault", "Fault")),
        rows=tuple(
            row(p.partnership.short_name, p.version.document.title, fault["message"])
            for p in papers
            for fault in p.faults
        ),
        filters=(Filter("partnership", "Partnership"),),
        searchable=True,
        export_href=path,
        empty="No partnership of the region shares faults in documents, or none was found.",
    )
    intro = "What the papers of the region lack or contradict, in the partnerships that share it."
    return RegionPage("Faults in documents", table, intro)


def year_link(path: str, start: int, current: bool) -> dict[str, object]:
    label = f"{start}-{(start + 1) % 100:02d}"
    return {"text": label, "href": f"{path}?year={start}", "current": current}
