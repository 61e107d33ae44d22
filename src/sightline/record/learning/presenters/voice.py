"""Voice: what people were asked, what they said, what changed; what has not changed is said as plainly."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.blocks import Paper
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.plan.models import Priority

from .. import policy
from ..documents.papers import Heard, you_said_paper
from ..domain.voice import (
    GROUP_LABELS,
    METHOD_LABELS,
    SMALL_GROUP,
    TOO_FEW,
    Group,
    Method,
    is_small,
    reporting_year,
    shown_number,
)
from ..models import VoiceActivity, VoiceChange
from ..queries.voice import asked_about
from .shared import Crumbs, Fact, ListPage, Tab, at, button, day, tabs

NOTHING = "Nothing has changed yet"
PARTS = (("voice", "What people were asked"), ("you_said", "You said, we did"), ("voice_priorities", "By priority"))


def number_cell(how_many: int | None) -> Cell:
    if how_many is None:
        return Cell(text="Not known", unknown=True)
    return Cell(text=shown_number(how_many), value=SMALL_GROUP - 1 if is_small(how_many) else how_many)


def told_cell(activity: VoiceActivity, on: date) -> Cell:
    if activity.fed_back_on and activity.fed_back_on <= on:
        return Cell(text=day(activity.fed_back_on), value=activity.fed_back_on)
    due = activity.feedback_due_on
    if due and due < on:
        return Cell(text="Overdue", tag="red", note=f"due by {day(due)}")
    return Cell(text="Not yet", tag="grey", note=f"due by {day(due)}" if due else "")


def parts(slug: str, current: str) -> tuple[Tab, ...]:
    return tabs(slug, current, PARTS)


def voice_page(
    activities: Iterable[VoiceActivity], partnership: Partnership, viewer: Viewer, on: date, path: str
) -> ListPage:
    slug = partnership.slug
    table = Table(
        caption="What people were asked",
        columns=(
            Column("title", "Activity"),
            Column("group", "Who"),
            Column("number", "How many", numeric=True),
            Column("method", "How"),
            Column("when", "When"),
            Column("about", "Priorities and themes"),
            Column("changed", "What changed"),
            Column("told", "Told what came of it"),
        ),
        rows=tuple(_row(one, slug, on) for one in activities),
        filters=(
            Filter("year", "Year"),
            Filter("group", "Who"),
            Filter("about", "About"),
            Filter("changed", "What changed"),
        ),
        searchable=True,
        export_href=path,
        empty="Nobody has been asked anything yet, as far as the record shows.",
        note=f"Years run from April to March. A number below {SMALL_GROUP} is shown as fewer than {SMALL_GROUP}.",
    )
    actions = ()
    if policy.may_keep_learning(viewer, partnership.pk):
        actions = (button("Record what people were asked", at("record_voice", slug)),)
    return ListPage("Voice", parts(slug, "voice"), (table,), actions)


def _row(one: VoiceActivity, slug: str, on: date) -> Row:
    about = [link.priority.title for link in one.priorities.all()] + [link.theme.label for link in one.themes.all()]
    changes = len(one.changes.all())
    words = f"{changes} {'change' if changes == 1 else 'changes'}" if changes else NOTHING
    return row(
        Cell(text=one.title, href=at("activity", slug, activity=one.pk)),
        GROUP_LABELS[Group(one.group)],
        number_cell(one.how_many),
        METHOD_LABELS[Method(one.method)],
        one.held_on,
        ", ".join(about),
        Cell(text=words, value=changes, tag="green" if changes else "red"),
        told_cell(one, on),
        facets={
            "year": reporting_year(one.held_on),
            "about": about,
            "changed": "Something changed" if changes else NOTHING,
        },
    )


@dataclass(frozen=True)
class ChangeShown:
    text: str
    on: str
    links: tuple[tuple[str, str], ...]
    remove_href: str


@dataclass(frozen=True)
class StatementShown:
    text: str
    remove_href: str


@dataclass(frozen=True)
class ActivityPage:
    title: str
    crumbs: list[dict[str, str]]
    facts: tuple[Fact, ...]
    asked: str
    statements: tuple[StatementShown, ...]
    too_few: str
    changes: tuple[ChangeShown, ...]
    nothing: str
    actions: tuple[dict[str, Any], ...]


def activity_page(
    activity: VoiceActivity, viewer: Viewer, papers: set[int], partnership: Partnership, on: date
) -> ActivityPage:
    slug, pk = partnership.slug, activity.pk
    keeps = bool(policy.may_keep_learning(viewer, partnership.pk))
    small = is_small(activity.how_many)
    say = () if small else (button("Write down what they said", at("add_statement", slug, activity=pk), quiet=True),)
    actions = (
        button("Record what changed", at("add_change", slug, activity=pk)),
        *say,
        button("Record that they were told", at("feed_back", slug, activity=pk), quiet=True),
        button("Change these details", at("correct_voice", slug, activity=pk), quiet=True),
        button("Remove", at("remove_voice", slug, activity=pk), quiet=True),
    )
    return ActivityPage(
        title=activity.title,
        crumbs=Crumbs("voice", slug, activity.title).items,
        facts=tuple(_facts(activity, papers, slug, on)),
        asked=activity.asked,
        statements=tuple(
            StatementShown(one.text, at("remove_statement", slug, activity=pk, statement=one.pk) if keeps else "")
            for one in activity.statements.all()
        ),
        too_few=TOO_FEW if small else "",
        changes=tuple(_change(one, slug, keeps) for one in activity.changes.all()),
        nothing=NOTHING,
        actions=actions if keeps else (),
    )


def _facts(activity: VoiceActivity, papers: set[int], slug: str, on: date) -> Iterable[Fact]:
    number = shown_number(activity.how_many)
    yield Fact("Who", GROUP_LABELS[Group(activity.group)])
    yield Fact("How many", number or "Not known")
    yield Fact("How", METHOD_LABELS[Method(activity.method)])
    yield Fact("Asked by", str(activity.asked_by or "The partnership"))
    yield Fact("When", day(activity.held_on))
    yield Fact("Priorities", "; ".join(link.priority.title for link in activity.priorities.all()))
    yield Fact("Themes", ", ".join(link.theme.label for link in activity.themes.all()))
    if activity.document and activity.document_id in papers:
        href = reverse("library:document", kwargs={"partnership": slug, "pk": activity.document_id})
        yield Fact("Paper", activity.document.title, href)
    told = told_cell(activity, on)
    heard = activity.fed_back_how if activity.fed_back_on and activity.fed_back_on <= on else told.note
    yield Fact("Told what came of it", told.text, note=heard)


def _change(one: VoiceChange, slug: str, keeps: bool) -> ChangeShown:
    remove = at("remove_change", slug, activity=one.activity_id, change=one.pk) if keeps else ""
    return ChangeShown(one.text, day(one.on), tuple(_because(one, slug)), remove)


def _because(one: VoiceChange, slug: str) -> Iterable[tuple[str, str]]:
    if one.priority:
        yield f"Priority: {one.priority}", ""
    if one.decision:
        meeting = one.decision.meeting
        href = reverse("meetings:meeting", kwargs={"partnership": slug, "meeting": meeting.pk})
        yield f"Decision {one.decision.number} of {meeting}", href
    if one.action:
        yield (
            f"Action: {one.action}",
            reverse("actions:action", kwargs={"partnership": slug, "action": one.action_id}),
        )
    if one.recommendation:
        href = reverse(
            "recommendations:recommendation",
            kwargs={"partnership": slug, "recommendation": one.recommendation_id},
        )
        yield f"Recommendation {one.recommendation}", href


@dataclass(frozen=True)
class YouSaidPage:
    tabs: tuple[Tab, ...]
    heard: tuple[Heard, ...]
    waiting: tuple[tuple[str, str, str], ...]
    years: tuple[tuple[str, bool], ...]
    year: str
    papers: tuple[tuple[str, str], ...]


def heard(activity: VoiceActivity, on: date) -> Heard:
    number = shown_number(activity.how_many) or "Number not known"
    who = GROUP_LABELS[Group(activity.group)]
    told = activity.fed_back_on and activity.fed_back_on <= on
    return Heard(
        title=activity.title,
        who=f"{who}, {number.lower()}, {METHOD_LABELS[Method(activity.method)].lower()}, {day(activity.held_on)}",
        said=tuple(one.text for one in activity.statements.all()),
        done=tuple(f"{one.text} ({day(one.on)})" for one in activity.changes.all()),
        told=f"They were told on {day(activity.fed_back_on)}: {activity.fed_back_how}"
        if told
        else "They have not been told yet.",
    )


def in_year(activities: Iterable[VoiceActivity], year: str) -> list[VoiceActivity]:
    return [one for one in activities if not year or reporting_year(one.held_on) == year]


def you_said_page(activities: list[VoiceActivity], year: str, partnership: Partnership, on: date) -> YouSaidPage:
    slug = partnership.slug
    chosen = in_year(activities, year)
    years = sorted({reporting_year(one.held_on) for one in activities}, reverse=True)
    return YouSaidPage(
        tabs=parts(slug, "you_said"),
        heard=tuple(heard(one, on) for one in chosen if one.changes.all()),
        waiting=tuple(
            (one.title, at("activity", slug, activity=one.pk), day(one.held_on))
            for one in chosen
            if not one.changes.all()
        ),
        years=tuple((one, one == year) for one in years),
        year=year,
        papers=tuple(
            (label, f"{at('you_said', slug)}?year={year}&export={form}")
            for label, form in (("Word", "docx"), ("PDF", "pdf"))
        ),
    )


def you_said_on_paper(activities: list[VoiceActivity], year: str, partnership: Partnership, on: date) -> Paper:
    told = [(heard(one, on), bool(one.changes.all())) for one in in_year(activities, year)]
    return you_said_paper(
        partnership.name,
        year or "All years",
        tuple(one for one, changed in told if changed),
        tuple(one for one, changed in told if not changed),
    )


def priorities_page(
    priorities: Iterable[Priority], activities: list[VoiceActivity], partnership: Partnership, path: str
) -> ListPage:
    """From each priority to those who were asked about it; one that nobody was asked about says so."""
    slug = partnership.slug
    by_priority: dict[int, list[VoiceActivity]] = {}
    for one in activities:
        for link in one.priorities.all():
            by_priority.setdefault(link.priority_id, []).append(one)
    table = Table(
        caption="Who was asked about each priority",
        columns=(
            Column("priority", "Priority"),
            Column("asked", "Times asked", numeric=True),
            Column("who", "Who"),
            Column("last", "Last asked"),
            Column("changes", "Changes", numeric=True),
        ),
        rows=tuple(_priority_row(one, by_priority.get(one.pk, [])) for one in priorities),
        export_href=path,
        empty="There are no priorities on this date.",
    )
    return ListPage("Voice by priority", parts(slug, "voice_priorities"), (table,))


def _priority_row(priority: Priority, asked: list[VoiceActivity]) -> Row:
    if not asked:
        return row(priority.title, 0, Cell(text="Nobody was asked", tag="red"), None, None)
    who = sorted({GROUP_LABELS[Group(one.group)] for one in asked})
    changes = sum(len(one.changes.all()) for one in asked)
    return row(priority.title, len(asked), ", ".join(who), max(one.held_on for one in asked), changes)


def asked_facts(priority: Priority, on: date) -> list[dict[str, Any]]:
    """For the page of a priority: whether children, families and communities were asked about it."""
    times, last = asked_about(priority, on)
    value = "Nobody was asked" if not times else "Asked once" if times == 1 else f"Asked {times} times"
    href = at("voice_priorities", priority.partnership.slug)
    return [{"term": "Voice", "value": value, "href": href, "note": f"Last on {day(last)}" if last else ""}]
