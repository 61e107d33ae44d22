"""Pages of evidence, and the panel that every record with evidence shows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.design.paging import numbered_addresses
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.references import Reference

from . import queries
from .domain import (
    FORM_LABELS,
    GRADE_COLOURS,
    GRADE_LABELS,
    GRADES,
    IMPACT,
    KIND_LABELS,
    NO_IMPACT,
    NOT_GRADED,
    STANDING_LABELS,
    SUBJECT_PAGES,
    Form,
    Grade,
    Kind,
    Standing,
    highest,
    subject_label,
)
from .models import BearsOn, Evidence, Grading

Titles = Mapping[Reference, str]
STANDING_COLOURS = {
    Standing.COUNTS: "green",
    Standing.EXPIRED: "orange",
    Standing.SUPERSEDED: "grey",
    Standing.WITHDRAWN: "grey",
}


def grade_label(grade: str | None) -> str:
    return GRADE_LABELS[Grade(grade)] if grade else NOT_GRADED


def grade_cell(grade: str | None) -> Cell:
    """For tables of whatever has evidence: the grade it reaches, sorted by how far."""
    if not grade:
        return Cell(text=NOT_GRADED, unknown=True)
    return Cell(text=GRADE_LABELS[Grade(grade)], tag=GRADE_COLOURS[Grade(grade)], value=GRADES.index(Grade(grade)))


def reach_words(grade: Grade | None) -> str:
    """How far the evidence of a record reaches, as one plain statement."""
    if grade in IMPACT:
        return f"Evidence reaches: {GRADE_LABELS[grade].lower()}"
    return f"{NO_IMPACT}; it reaches {GRADE_LABELS[grade].lower()}" if grade else NO_IMPACT


def standing_of(evidence: Evidence, on: date) -> Standing:
    newer = getattr(evidence, "superseded_by", None)
    if evidence.withdrawn_on and evidence.withdrawn_on <= on:
        return Standing.WITHDRAWN
    if newer is not None and newer.added_on <= on:
        return Standing.SUPERSEDED
    return Standing.EXPIRED if evidence.expires_on and evidence.expires_on < on else Standing.COUNTS


def evidence_href(slug: str, pk: int) -> str:
    return reverse("evidence:evidence", kwargs={"partnership": slug, "evidence": pk})


@dataclass(frozen=True)
class PanelLine:
    title: str
    href: str
    about: str
    """Kind, form and date, in one quiet line."""
    note: str


@dataclass(frozen=True)
class PanelGroup:
    label: str
    colour: str
    lines: tuple[PanelLine, ...]


@dataclass(frozen=True)
class EvidencePanel:
    """What `evidence/panel.html` shows: by grade, the furthest first; what has expired last, for it counts no longer."""

    sentence: str
    has_impact: bool
    groups: tuple[PanelGroup, ...]
    expired: tuple[PanelLine, ...]
    add_href: str
    is_empty: bool


def evidence_panel(
    references: Reference | Iterable[Reference], *, slug: str, on: date, add_href: str = ""
) -> EvidencePanel:
    """The evidence of one record, or of several together. `add_href`: the page that adds some, where the viewer may."""
    wanted = [references] if isinstance(references, Reference) else list(references)
    found = {piece.pk: piece for pieces in queries.evidence_of(wanted, on).values() for piece in pieces}
    return panel_of(found.values(), slug=slug, on=on, add_href=add_href)


def panel_of(pieces: Iterable[Evidence], *, slug: str, on: date, add_href: str = "") -> EvidencePanel:
    """The same from pieces that `queries.evidence_of` has found already, for pages that show many panels."""
    standing = list(pieces)
    counting = [one for one in standing if not _is_over(one, on)]
    reach = highest({one.grade for one in counting})
    groups = []
    for grade in (*reversed(GRADES), ""):
        lines = tuple(_panel_line(one, slug) for one in counting if one.grade == grade)
        if lines:
            groups.append(PanelGroup(grade_label(grade), GRADE_COLOURS[Grade(grade)] if grade else "grey", lines))
    return EvidencePanel(
        sentence=_sentence(reach, bool(counting)),
        has_impact=reach in IMPACT,
        groups=tuple(groups),
        expired=tuple(_panel_line(one, slug) for one in standing if _is_over(one, on)),
        add_href=add_href,
        is_empty=not standing,
    )


def _is_over(one: Evidence, on: date) -> bool:
    return one.expires_on is not None and one.expires_on < on


def _sentence(reach: Grade | None, is_any: bool) -> str:
    if reach in IMPACT:
        return f"The evidence reaches as far as {GRADE_LABELS[reach].lower()}."
    if not is_any:
        return f"{NO_IMPACT}: nothing has been added that counts."
    said = f"{GRADE_LABELS[reach].lower()} only" if reach else "nothing is graded"
    return f"{NO_IMPACT}: {said}."


def _panel_line(one: Evidence, slug: str) -> PanelLine:
    when = f"dated {_day(one.dated_on)}" if one.dated_on else f"added {_day(one.added_on)}"
    parts = [KIND_LABELS[Kind(one.kind)], FORM_LABELS[Form(one.form)].lower(), when]
    if one.version > 1:
        parts.append(f"version {one.version}")
    if one.expires_on:
        parts.append(f"counts until {_day(one.expires_on)}")
    return PanelLine(one.title, evidence_href(slug, one.pk), ", ".join(parts), one.note)


def register_table(pieces: Iterable[Evidence], titles: Titles, slug: str, on: date, path: str) -> Table:
    href = numbered_addresses("evidence:evidence", "evidence", partnership=slug)
    return Table(
        caption="Evidence",
        columns=(
            Column("title", "Evidence"),
            Column("grade", "Grade"),
            Column("kind", "Kind"),
            Column("subject", "Bears on"),
            Column("form", "Form"),
            Column("dated", "Dated"),
            Column("until", "Counts until"),
            Column("standing", "State"),
            Column("added", "Added"),
        ),
        rows=tuple(_register_row(one, titles, href, on) for one in pieces),
        filters=(
            Filter("graded", "Grade", tuple((grade_label(g), grade_label(g)) for g in (*reversed(GRADES), ""))),
            Filter("of", "Kind"),
            Filter("about", "Bears on"),
            Filter("state", "State"),
        ),
        searchable=True,
        sort="-added",
        export_href=path,
        empty="There is no evidence yet. It is added on the page of the action or other record that it bears on.",
        note="Evidence that has expired, was replaced or was withdrawn stays readable and counts for nothing.",
        row_headers=False,
    )


def _register_row(one: Evidence, titles: Titles, href: Callable[[int], str], on: date) -> Row:
    standing = standing_of(one, on)
    subjects = [subject_words(link, titles) for link in one.links]
    version = f"Version {one.version}" if one.version > 1 else ""
    return row(
        Cell(text=one.title, href=href(one.pk), note=version),
        grade_cell(one.grade_on),
        KIND_LABELS[Kind(one.kind)],
        "; ".join(subjects[:3]) + (f"; and {len(subjects) - 3} more" if len(subjects) > 3 else ""),
        FORM_LABELS[Form(one.form)],
        one.dated_on,
        one.expires_on,
        Cell(text=STANDING_LABELS[standing], tag=STANDING_COLOURS[standing]),
        one.added_on,
        facets={
            "graded": grade_label(one.grade_on),
            "of": KIND_LABELS[Kind(one.kind)],
            "about": sorted({subject_label(link.subject_kind) for link in one.links}),
            "state": STANDING_LABELS[standing],
        },
    )


def subject_words(link: BearsOn, titles: Titles) -> str:
    label = subject_label(link.subject_kind)
    title = titles.get(Reference(link.subject_kind, link.subject_id), "")
    return title if title.startswith(label) else f"{label}: {title}" if title else label


@dataclass(frozen=True)
class SubjectLine:
    kind: str
    id: int
    words: str
    href: str


@dataclass(frozen=True)
class EvidencePage:
    id: int
    title: str
    grade: str
    colour: str
    standing: str
    standing_colour: str
    facts: tuple[dict[str, str], ...]
    note: str
    url: str
    has_file: bool
    subjects: tuple[SubjectLine, ...]
    gradings: tuple[dict[str, str], ...]
    versions: tuple[dict[str, str], ...]
    may_change: bool
    may_let_go: bool
    crumbs: tuple[dict[str, str], ...]


def evidence_page(
    one: Evidence, gradings: Iterable[Grading], titles: Titles, slug: str, on: date, may_keep: bool
) -> EvidencePage:
    standing = standing_of(one, on)
    may_change = may_keep and standing in (Standing.COUNTS, Standing.EXPIRED)
    subjects = tuple(_subject_line(link, titles, slug) for link in one.bears_on.all())
    return EvidencePage(
        id=one.pk,
        title=one.title,
        grade=grade_label(one.grade),
        colour=GRADE_COLOURS[Grade(one.grade)] if one.grade else "grey",
        standing=STANDING_LABELS[standing],
        standing_colour=STANDING_COLOURS[standing],
        facts=tuple(_facts(one, on)),
        note=one.note,
        url=one.url,
        has_file=bool(one.sha256),
        subjects=subjects,
        gradings=tuple(_grading_line(grading) for grading in gradings),
        versions=tuple(_versions(one, slug)),
        may_change=may_change,
        may_let_go=may_change and len(subjects) > 1,
        crumbs=({"text": "Evidence", "href": reverse("evidence:list", kwargs={"partnership": slug})},),
    )


def _facts(one: Evidence, on: date) -> Iterable[dict[str, str]]:
    yield {"term": "Kind", "value": KIND_LABELS[Kind(one.kind)]}
    yield {"term": "Dated", "value": _day(one.dated_on)}
    if one.expires_on:
        ended = "Counted until" if one.expires_on < on else "Counts until"
        yield {"term": ended, "value": _day(one.expires_on)}
    yield {"term": "Added", "value": f"{_day(one.added_on)}, {one.added_by or 'Sightline'}"}
    yield {"term": "Version", "value": str(one.version)}
    if one.sha256:
        yield {"term": "File", "value": f"{one.file_name} ({_size(one.size or 0)})", "note": one.media_type}
        yield {"term": "Digest (SHA-256)", "value": one.sha256}
    if one.withdrawn_on:
        yield {"term": "Withdrawn", "value": _day(one.withdrawn_on), "note": one.withdrawn_because}


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, size // 1024)} KB"


def _subject_line(link: BearsOn, titles: Titles, slug: str) -> SubjectLine:
    """Linked where the viewer may know its title, and its room has said where its pages are."""
    page = SUBJECT_PAGES.get(link.subject_kind)
    is_known = Reference(link.subject_kind, link.subject_id) in titles
    href = ""
    if page and page.route and is_known:
        href = reverse(page.route, kwargs={"partnership": slug, page.part: link.subject_id})
    return SubjectLine(link.subject_kind, link.subject_id, subject_words(link, titles), href)


def _grading_line(grading: Grading) -> dict[str, str]:
    said = f"{_day(grading.on)}, {grading.by or 'Sightline'}"
    return {
        "change": f"{grade_label(grading.before)} to {grade_label(grading.after).lower()}",
        "why": grading.why,
        "said": said,
    }


def _versions(one: Evidence, slug: str) -> Iterable[dict[str, str]]:
    newer = getattr(one, "superseded_by", None)
    if newer is not None:
        yield {"text": f"Newer: version {newer.version}, {newer.title}", "href": evidence_href(slug, newer.pk)}
    if one.supersedes is not None:
        older = one.supersedes
        yield {"text": f"Older: version {older.version}, {older.title}", "href": evidence_href(slug, older.pk)}


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
