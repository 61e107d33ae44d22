"""Verbs of plans."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.partnership.governance.models import Board

from .models import Objective, Priority, PriorityTheme, Theme, ThemeWord


@deed
def record_theme(
    *,
    code: str,
    label: str,
    edition: str,
    by: User | None,
    definition: str = "",
    words: Iterable[str] = (),
    region: Partnership | None = None,
    started_on: date | None = None,
    source: str = "",
) -> Theme:
    """A theme of the common vocabulary, or of one region's own."""
    theme = kept(
        Theme(
            code=code,
            label=label,
            definition=definition,
            region=region,
            edition=edition,
            started_on=started_on,
            source=source,
        )
    )
    for one in words:
        kept(ThemeWord(theme=theme, words=one))
    return theme


@deed
def set_priority(
    *,
    partnership: Partnership,
    title: str,
    by: User | None,
    number: str = "",
    outcome: str = "",
    pledge: str = "",
    board: Board | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    continues: Priority | None = None,
    themes: Iterable[Theme] = (),
) -> Priority:
    """A priority in the partnership's own words, for a period; `ended_on` is the first day on which it no longer holds."""
    refuse_child_details(title=title, outcome=outcome, pledge=pledge)
    for thing, field in ((board, "board"), (continues, "continues")):
        if thing is not None and thing.partnership_id != partnership.pk:
            raise Refused(f"{thing} belongs to another partnership.", field)
    priority = kept(
        Priority(
            partnership=partnership,
            number=number,
            title=title.strip(),
            outcome=outcome.strip(),
            pledge=pledge.strip(),
            board=board,
            started_on=started_on,
            ended_on=ended_on,
            continues=continues,
        )
    )
    for theme in themes:
        map_to_theme(priority=priority, theme=theme, by=by)
    _index(priority)
    return priority


@deed
def map_to_theme(*, priority: Priority, theme: Theme, by: User | None, is_confirmed: bool = True) -> PriorityTheme:
    """Says that a priority speaks of a theme; a person's word outlasts a proposal."""
    link = priority.themes.filter(theme=theme).first() or PriorityTheme(priority=priority, theme=theme)
    link.is_confirmed = is_confirmed or bool(link.pk and link.is_confirmed)
    return kept(link)


@deed
def set_objective(
    *,
    priority: Priority,
    text: str,
    by: User | None,
    number: str = "",
    measure: str = "",
    lead: Organisation | None = None,
    board: Board | None = None,
    started_on: date | None = None,
    due_on: date | None = None,
) -> Objective:
    refuse_child_details(text=text, measure=measure)
    if not text.strip():
        raise Refused("Say what is to be reached.", "text")
    return kept(
        Objective(
            priority=priority,
            number=number,
            text=text.strip(),
            measure=measure.strip(),
            lead=lead,
            board=board,
            started_on=started_on,
            due_on=due_on,
        )
    )


def _index(priority: Priority) -> None:
    index_entry(
        kind="plan.priority",
        id=priority.pk,
        partnership=priority.partnership,
        title=f"Priority {priority.number}: {priority.title}" if priority.number else f"Priority: {priority.title}",
        text=f"{priority.outcome} {priority.pledge}",
        dated_on=priority.started_on,
    )
