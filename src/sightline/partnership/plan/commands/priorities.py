"""Priorities from one period to the next, and the themes they speak of."""

from collections.abc import Iterable
from datetime import date

from django.db.models import ProtectedError

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.models import Board

from ..domain import ObjectiveState
from ..domain.themes import propose
from ..models import Priority, PriorityTheme, Theme
from ..queries.vocabulary import region_for, words_for
from .objectives import set_objective


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
    proposes: bool = True,
) -> Priority:
    """A priority in the partnership's own words, for a period; `ended_on` is the first day on which it no longer holds.

    Themes that are given are a person's word; what the words speak of besides is proposed for one to confirm.
    """
    if not title.strip():
        raise Refused("Say what the priority is.", "title")
    _check(partnership, title, outcome, pledge, board, continues)
    priority = _keep(
        Priority(
            partnership=partnership,
            number=number.strip(),
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
    if proposes:
        propose_themes(priority=priority, on=started_on or date.max, by=by)
    return priority


def _check(
    partnership: Partnership, title: str, outcome: str, pledge: str, board: Board | None, continues: Priority | None
) -> None:
    refuse_child_details(title=title, outcome=outcome, pledge=pledge)
    for thing, field in ((board, "board"), (continues, "continues")):
        if thing is not None and thing.partnership_id != partnership.pk:
            raise Refused(f"{thing} belongs to another partnership.", field)


@deed
def correct_priority(
    *,
    priority: Priority,
    by: User | None,
    title: str,
    number: str = "",
    outcome: str = "",
    pledge: str = "",
    board: Board | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    continues: Priority | None = None,
) -> Priority:
    """Mends what was written down wrongly; the trail keeps the words before. A new wording for a new period is carried on."""
    if not title.strip():
        raise Refused("Say what the priority is.", "title")
    _check(priority.partnership, title, outcome, pledge, board, continues)
    if continues is not None and priority.pk in _line_of(continues):
        raise Refused("A priority cannot carry itself on. Choose the one of the period before.", "continues")
    priority.title, priority.number = title.strip(), number.strip()
    priority.outcome, priority.pledge, priority.board = outcome.strip(), pledge.strip(), board
    priority.started_on, priority.ended_on, priority.continues = started_on, ended_on, continues
    return _keep(priority)


def _line_of(priority: Priority | None) -> set[int]:
    """The priority and all those that it carries on."""
    seen: set[int] = set()
    while priority is not None and priority.pk not in seen:
        seen.add(priority.pk)
        priority = priority.continues
    return seen


@deed
def end_priority(*, priority: Priority, on: date, by: User | None, note: str = "") -> Priority:
    """`on` is the first day on which it no longer holds."""
    refuse_child_details(note=note)
    if priority.started_on is not None and on < priority.started_on:
        raise Refused("It would end before it starts. Choose a later day.", "on")
    priority.ended_on, priority.ending_note = on, note.strip()
    return _keep(priority)


@deed
def carry_on(
    *,
    priority: Priority,
    started_on: date,
    by: User | None,
    ended_on: date | None = None,
    title: str = "",
    number: str | None = None,
    outcome: str | None = None,
    pledge: str | None = None,
    with_objectives: bool = False,
) -> Priority:
    """The same concern in the next period, in the same words or new ones: the older ends as the newer starts.

    Themes come along; with `with_objectives` those objectives that are still under way, too.
    """
    if priority.continued_by.exists():
        raise Refused(f"{priority} is carried on already. Correct the priority that carries it on.")
    if priority.started_on is not None and started_on <= priority.started_on:
        raise Refused("The next period starts after this one. Choose a later day.", "started_on")
    if priority.ended_on is None or priority.ended_on > started_on:
        end_priority(priority=priority, on=started_on, note=priority.ending_note, by=by)
    newer = set_priority(
        partnership=priority.partnership,
        title=title or priority.title,
        number=priority.number if number is None else number,
        outcome=priority.outcome if outcome is None else outcome,
        pledge=priority.pledge if pledge is None else pledge,
        board=priority.board,
        started_on=started_on,
        ended_on=ended_on,
        continues=priority,
        proposes=False,
        by=by,
    )
    for link in priority.themes.select_related("theme"):
        kept(PriorityTheme(priority=newer, theme=link.theme, is_confirmed=link.is_confirmed, because=link.because))
    if with_objectives:
        _carry_objectives(priority, newer, by)
    return newer


def _carry_objectives(priority: Priority, newer: Priority, by: User | None) -> None:
    for one in priority.objectives.filter(state=ObjectiveState.OPEN):
        set_objective(
            priority=newer,
            text=one.text,
            number=one.number,
            measure=one.measure,
            lead=one.lead,
            board=one.board,
            started_on=newer.started_on,
            due_on=one.due_on,
            by=by,
        )


@deed
def remove_priority(*, priority: Priority, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. Refused where others have built on it."""
    pk = priority.pk
    try:
        priority.delete()
    except ProtectedError as held:
        raise Refused(
            "Objectives or other parts of the record hang on this priority. End it instead, and say why."
        ) from held
    unindex(kind="plan.priority", id=pk)


@deed
def map_to_theme(
    *, priority: Priority, theme: Theme, by: User | None, is_confirmed: bool = True, because: str = ""
) -> PriorityTheme:
    """Says that a priority speaks of a theme; a person's word outlasts a proposal."""
    if theme.region_id not in (None, region_for(priority.partnership)):
        raise Refused(f"{theme} belongs to another region's vocabulary.", "theme")
    link = priority.themes.filter(theme=theme).first() or PriorityTheme(priority=priority, theme=theme)
    link.is_confirmed = is_confirmed or bool(link.pk and link.is_confirmed)
    link.because = link.because or because[:300]
    return kept(link)


@deed
def unmap_theme(*, link: PriorityTheme, by: User | None) -> None:
    """The priority does not speak of it after all; the trail keeps that it was said."""
    link.delete()


@deed
def propose_themes(*, priority: Priority, on: date, by: User | None) -> list[PriorityTheme]:
    """Marks the themes that the priority's words speak of, for a person to confirm or remove."""
    vocabulary = words_for(priority.partnership, on)
    themes = {theme.pk: theme for theme, _ in vocabulary}
    held = set(priority.themes.values_list("theme_id", flat=True))
    text = " . ".join((priority.title, priority.outcome, priority.pledge))
    return [
        map_to_theme(priority=priority, theme=themes[one.theme], because=one.because, is_confirmed=False, by=by)
        for one in propose(text, [(theme.pk, words) for theme, words in vocabulary])
        if one.theme not in held
    ]


def _keep(priority: Priority) -> Priority:
    kept(priority)
    index_entry(
        kind="plan.priority",
        id=priority.pk,
        partnership=priority.partnership,
        title=f"Priority {priority.number}: {priority.title}" if priority.number else f"Priority: {priority.title}",
        text=f"{priority.outcome} {priority.pledge}",
        dated_on=priority.started_on,
    )
    return priority
