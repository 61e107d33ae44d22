"""The learning tracker: a line from audit to re-audit, as a picture and as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.charts import Chart
from sightline.foundation.design.drawing import INK, QUIET, picture, square, text, uid_for
from sightline.foundation.design.marks import Mark
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.references import Reference
from sightline.record.evidence.domain import Grade
from sightline.record.evidence.presenters import EvidencePanel, evidence_panel, grade_cell
from sightline.record.reviews.queries.practice import is_open

from .. import policy, queries
from ..domain.tracks import (
    STATE_LABELS,
    STEP_LABELS,
    Rung,
    StepKind,
    StepState,
    lacks_re_audit,
    line_of,
    stands_at,
    step_state,
)
from ..models import Track, TrackStep
from .shared import Crumbs, Fact, ListPage, at, button, day

SUBJECT = "learning.track"
TONES = {
    StepState.DONE: "yes",
    StepState.PLANNED: "part",
    StepState.OVERDUE: "no",
    StepState.MISSING: "aside",
}
COLOURS = {StepState.DONE: "green", StepState.PLANNED: "blue", StepState.OVERDUE: "red", StepState.MISSING: "grey"}
NO_RE_AUDIT = "More than a year since the last briefing or training, and nobody has looked again"
NO_EVIDENCE = "No evidence of change yet"


def mark_of(rung: Rung) -> Mark:
    when = f", {day(rung.on)}" if rung.on else ""
    return Mark(TONES[rung.state], f"{STEP_LABELS[rung.kind]}: {STATE_LABELS[rung.state].lower()}{when}")


def tracks_page(
    tracks: list[Track], reach: dict[int, Grade | None], partnership: Partnership, viewer: Viewer, on: date, path: str
) -> ListPage:
    slug = partnership.slug
    keeps = policy.may_keep_learning(viewer, partnership.pk)
    table = Table(
        caption="Learning tracker",
        columns=(
            Column("what", "What is to change"),
            Column("of", "Theme or finding"),
            *(Column(kind.value, STEP_LABELS[kind], sortable=False) for kind in StepKind),
            Column("stands", "Where it stands"),
            Column("evidence", "Evidence of change"),
        ),
        rows=tuple(_row(track, reach, viewer, slug, on) for track in tracks),
        filters=(Filter("state", "State"), Filter("re", "Re-audit")),
        searchable=True,
        export_href=path,
        empty="Nothing is followed yet. Follow a theme or a finding from audit to re-audit.",
        note="Ticked is done, half is planned, crossed is overdue, a dot is not planned. "
        "A re-audit is looked for within a year of the last briefing or training: our convention.",
    )
    actions = (button("Follow a theme or finding", at("start_track", slug)),) if keeps else ()
    return ListPage("Learning tracker", (), (table,), actions)


def _row(track: Track, reach: dict[int, Grade | None], viewer: Viewer, slug: str, on: date) -> Row:
    facts = queries.step_facts(track)
    line = line_of(facts, on)
    closed = track.ended_on is not None and track.ended_on <= on
    missing = not closed and lacks_re_audit(facts, on)
    return row(
        Cell(text=track.title, href=at("track", slug, track=track.pk)),
        about(track, viewer, on),
        *(Cell(marks=(mark_of(rung),)) for rung in line),
        Cell(text="Closed" if closed else stands_at(line), note=NO_RE_AUDIT if missing else ""),
        evidence_cell(reach, track.pk),
        facets={"state": "Closed" if closed else "Open", "re": "Missing" if missing else "Not missing"},
    )


def about(track: Track, viewer: Viewer, on: date) -> str:
    """Theme and finding; the words of a finding only to those who may read it."""
    said = [track.theme.label] if track.theme else []
    if track.finding:
        seen = queries.may_show(viewer, track.finding, on)
        said.append(track.finding.text if seen else "A finding of a review that is not published")
    return "; ".join(said)


def evidence_cell(reach: dict[int, Grade | None], pk: int) -> Cell:
    return grade_cell(reach[pk]) if pk in reach else Cell(text=NO_EVIDENCE, tag="grey", value="")


@dataclass(frozen=True)
class StepShown:
    kind: str
    state: str
    colour: str
    when: str
    what: str
    found: str
    links: tuple[tuple[str, str], ...]
    change_href: str
    remove_href: str


@dataclass(frozen=True)
class TrackPage:
    title: str
    crumbs: list[dict[str, str]]
    stands: str
    warning: str
    facts: tuple[Fact, ...]
    line: Chart
    steps: tuple[StepShown, ...]
    panel: EvidencePanel
    actions: tuple[dict[str, Any], ...]


def track_page(track: Track, viewer: Viewer, papers: set[int], partnership: Partnership, on: date) -> TrackPage:
    slug = partnership.slug
    keeps = bool(policy.may_keep_learning(viewer, partnership.pk))
    facts, closed = queries.step_facts(track), track.ended_on is not None and track.ended_on <= on
    line, add = line_of(facts, on), at("track_evidence", slug, track=track.pk)
    open_actions = (
        button("Add a step", at("add_step", slug, track=track.pk)),
        button("Change what it follows", at("correct_track", slug, track=track.pk), quiet=True),
        button("Close it", at("close_track", slug, track=track.pk), quiet=True),
    )
    return TrackPage(
        title=track.title,
        crumbs=Crumbs("tracks", slug, track.title).items,
        stands=stands_at(line),
        warning=NO_RE_AUDIT if not closed and lacks_re_audit(facts, on) else "",
        facts=tuple(_facts(track, viewer, on)),
        line=line_chart(track.title, line),
        steps=tuple(_step(step, viewer, papers, slug, on, keeps) for step in track.steps.all()),
        panel=evidence_panel(Reference(SUBJECT, track.pk), slug=slug, on=on, add_href=add if keeps else ""),
        actions=open_actions if keeps and not closed else (),
    )


def _facts(track: Track, viewer: Viewer, on: date) -> Iterable[Fact]:
    yield Fact("Theme or finding", about(track, viewer, on))
    yield Fact("Led by", str(track.lead_post or track.lead or ""))
    yield Fact("Followed since", day(track.started_on))
    if track.ended_on and track.ended_on <= on:
        yield Fact("Closed", day(track.ended_on), note=track.ending_note)


def _step(step: TrackStep, viewer: Viewer, papers: set[int], slug: str, on: date, keeps: bool) -> StepShown:
    state = step_state(queries.one_step(step), on)
    when = f"Done {day(step.done_on)}" if state is StepState.DONE else f"Planned for {day(step.planned_on)}"
    here = {"track": step.track_id, "step": step.pk}
    return StepShown(
        kind=STEP_LABELS[StepKind(step.kind)],
        state=STATE_LABELS[state],
        colour=COLOURS[state],
        when=when,
        what=step.what,
        found=step.found,
        links=tuple(_links(step, viewer, papers, slug, on)),
        change_href=at("correct_step", slug, **here) if keeps else "",
        remove_href=at("remove_step", slug, **here) if keeps else "",
    )


def _links(step: TrackStep, viewer: Viewer, papers: set[int], slug: str, on: date) -> Iterable[tuple[str, str]]:
    """What shows a step, as far as this person may know of it."""
    partnership = step.track.partnership_id
    if step.briefing and (step.briefing.issued_on or policy.may_read_drafts(viewer, partnership)):
        yield str(step.briefing), at("briefing", slug, briefing=step.briefing_id)
    if step.review and (is_open(step.review, on) or policy.may_read_unpublished(viewer, partnership)):
        yield str(step.review), ""
    if step.meeting:
        yield (
            str(step.meeting),
            reverse("meetings:meeting", kwargs={"partnership": slug, "meeting": step.meeting_id}),
        )
    if step.document and step.document_id in papers:
        yield step.document.title, reverse("library:document", kwargs={"partnership": slug, "pk": step.document_id})


def line_chart(title: str, line: tuple[Rung, ...]) -> Chart:
    """Five squares on a line, each with its sign and words: done, planned, overdue or not planned."""
    uid = uid_for("track", title, line)
    gap, size = 150, 30
    parts = [
        format_html('<path d="M75 35H{}" stroke="{}" stroke-width="2" fill="none"/>', 75 + gap * (len(line) - 1), QUIET)
    ]
    for place, rung in enumerate(line):
        x = 75 + gap * place
        parts.append(square(uid, x - size / 2, 20, size, mark_of(rung)))
        parts.append(text(x, 72, STEP_LABELS[rung.kind], anchor="middle", fill=INK))
        when = day(rung.on) if rung.on else STATE_LABELS[rung.state]
        parts.append(text(x, 92, when, anchor="middle", fill=QUIET))
    words = "; ".join(mark_of(rung).words for rung in line)
    svg = picture(uid, "From audit to re-audit", words, 105, parts)
    table = Table(
        caption="From audit to re-audit",
        name=uid,
        columns=(
            Column("step", "Step", sortable=False),
            Column("state", "How it stands", sortable=False),
            Column("when", "When", sortable=False),
        ),
        rows=tuple(row(STEP_LABELS[r.kind], STATE_LABELS[r.state], r.on) for r in line),
        caption_hidden=True,
    )
    return Chart(uid, "From audit to re-audit", words, svg, table, "")
