"""The register of challenges, and the escalation log that names nobody's case."""

from collections.abc import Iterable, Sequence

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain import KIND_LABELS, OUTCOME_LABELS, Course, Kind
from ..models import Challenge
from ..queries import by_agency, by_words, to_words
from .words import href, list_href, stage_cell, state_cell

Known = tuple[Challenge, Course]
SHOWN = (("open", "Open"), ("closed", "Closed"), ("all", "All"), ("log", "Escalation log"))
EMPTY = {
    "open": "No challenge is open.",
    "closed": "No challenge has been closed yet.",
    "all": "There are no challenges yet. A partner that disagrees with another can raise one here.",
    "log": "Nothing has been escalated yet.",
}
CAPTION = {
    "open": "Open challenges",
    "closed": "Closed challenges",
    "all": "All challenges",
    "log": "Escalation log",
}
COUNTED = (
    "Days are working days in England after the day a stage was entered. "
    "A challenge is beyond its stage when it took more than the limit and is not settled."
)


def tabs(show: str, slug: str, counts: dict[str, int]) -> list[dict[str, object]]:
    base = list_href(slug)
    return [
        {"text": text, "href": f"{base}?show={key}", "current": key == show, "count": counts.get(key)}
        for key, text in SHOWN
    ]


def register_table(known: Iterable[Known], slug: str, show: str, path: str) -> Table:
    return Table(
        caption=CAPTION[show],
        columns=(
            Column("number", "Number"),
            Column("what", "On what"),
            Column("by", "Raised by"),
            Column("to", "Challenged"),
            Column("stage", "Stage"),
            Column("state", "State"),
            Column("outcome", "Outcome"),
            Column("raised", "Raised"),
        ),
        rows=tuple(_row(challenge, course, slug) for challenge, course in known),
        filters=(
            Filter("kind", "On what"),
            Filter("agency", "Agency"),
            Filter("stage", "Stage"),
            Filter("theme", "Theme"),
            Filter("state", "State"),
        ),
        searchable=True,
        sort="-raised",
        export_href=f"{path}?show={show}",
        empty=EMPTY[show],
        note=COUNTED,
        row_headers=False,
    )


def _row(challenge: Challenge, course: Course, slug: str) -> Row:
    now, state = course.now_at, state_cell(course)
    return row(
        Cell(text=challenge.number, href=href(slug, challenge.pk)),
        Cell(text=KIND_LABELS[Kind(challenge.kind)], note=challenge.about),
        by_words(challenge),
        to_words(challenge),
        stage_cell(now) if now else "",
        state,
        OUTCOME_LABELS[course.outcome] if course.outcome else "",
        challenge.raised_on,
        facets={
            "kind": KIND_LABELS[Kind(challenge.kind)],
            "agency": agencies(challenge),
            "stage": f"{now.number}. {now.name}" if now else "",
            "theme": challenge.theme.label if challenge.theme else "No theme",
            "state": state.text,
        },
    )


def agencies(challenge: Challenge) -> Sequence[str]:
    return list(dict.fromkeys((by_agency(challenge), to_words(challenge))))


def escalation_table(known: Iterable[Known], slug: str, path: str) -> Table:
    """Agencies, theme, stage reached, days, outcome, learning: nothing of what was said."""
    return Table(
        caption=CAPTION["log"],
        columns=(
            Column("number", "Number"),
            Column("agencies", "Agencies"),
            Column("theme", "Theme"),
            Column("stage", "Stage reached"),
            Column("days", "Working days", numeric=True),
            Column("outcome", "Outcome"),
            Column("learning", "Learning"),
        ),
        rows=tuple(_log_row(challenge, course, slug) for challenge, course in known),
        filters=(Filter("agency", "Agency"), Filter("stage", "Stage reached"), Filter("theme", "Theme")),
        searchable=True,
        sort="-number",
        export_href=f"{path}?show=log",
        empty=EMPTY["log"],
        note="Challenges that went past the first stage. " + COUNTED,
        row_headers=False,
    )


def _log_row(challenge: Challenge, course: Course, slug: str) -> Row:
    highest = max(course.spans, key=lambda span: span.number)
    theme = challenge.theme.label if challenge.theme else ""
    return row(
        Cell(text=challenge.number, href=href(slug, challenge.pk), value=challenge.pk),
        " and ".join(agencies(challenge)),
        theme or Cell(text="No theme", unknown=True),
        Cell(text=f"{highest.number}. {highest.name}", value=highest.number),
        course.days,
        OUTCOME_LABELS[course.outcome] if course.outcome else Cell(text="Not settled", unknown=True),
        learned(challenge, course),
        facets={
            "agency": agencies(challenge),
            "stage": f"{highest.number}. {highest.name}",
            "theme": theme or "No theme",
        },
    )


def learned(challenge: Challenge, course: Course) -> str:
    if course.closed_on is None:
        return ""
    return challenge.learning or f"None, because: {challenge.no_learning_because}"
