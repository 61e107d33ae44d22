"""Who would get what, and what went out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.models import Person

from ..domain import STATE_LABELS, WEEKDAYS, State
from ..domain.days import day_words, due_words, next_sending_day, sentence
from ..domain.piles import Pile, Unreached
from ..models import Digest, Rhythm, Section
from ..queries import Gathered, Recipient
from .things import page_of

STATE_COLOURS = {
    State.PREPARED: "blue",
    State.SENDING: "blue",
    State.SENT: "green",
    State.FAILED: "yellow",
    State.GIVEN_UP: "red",
    State.IN_DOUBT: "orange",
}


@dataclass(frozen=True)
class WhoPage:
    is_on: bool
    words: str
    settings_href: str
    unreached: int
    nobody_href: str
    table: Table


def day_to_show(rhythm: Rhythm, today: date) -> date:
    """The next day on which digests go out; today where none do."""
    return next_sending_day(today, rhythm.weekdays) or today


def who_page(
    rhythm: Rhythm, day: date, today: date, gathered: Gathered, had: Collection[str], scope: Partnership
) -> WhoPage:
    place = scope.pk
    people = sorted(gathered.recipients.values(), key=lambda recipient: recipient.name)
    return WhoPage(
        rhythm.is_on,
        _rhythm_words(rhythm, day, today),
        reverse("reminders:rhythm", args=[scope.slug]),
        gathered.unreached[place].count,
        reverse("reminders:nobody", args=[scope.slug]),
        _who_table(people, had, scope, day, today),
    )


def _rhythm_words(rhythm: Rhythm, day: date, today: date) -> str:
    if not rhythm.is_on:
        return "Reminders are off. This is what would go out if they were on."
    on_days = _days_in_words(rhythm.weekdays)
    when = "today" if day == today else f"on {day_words(day)}"
    return (
        f"Reminders go out {on_days}, the next {when}: what is due within {rhythm.lead_days} working days"
        " and what is overdue, in one e-mail for each person."
    )


def _days_in_words(weekdays: Collection[int]) -> str:
    if len(weekdays) == len(WEEKDAYS):
        return "each working day"
    *others, last = [WEEKDAYS[n] for n in weekdays]
    return f"on {', '.join(others)} and {last}" if others else f"on {last}"


def _who_table(people: Iterable[Recipient], had: Collection[str], scope: Partnership, day: date, today: date) -> Table:
    when = "today" if day == today else f"on {day_words(day)}"
    return Table(
        caption=f"Who gets what {when}",
        columns=(
            Column("name", "Who"),
            Column("email", "E-mail"),
            Column("things", "Things", numeric=True),
            Column("overdue", "Overdue", numeric=True),
            Column("first", "Most urgent"),
        ),
        rows=tuple(_who_row(one, had, scope, day, today) for one in people),
        searchable=True,
        export_href=reverse("reminders:who", args=[scope.slug]),
        empty="Nobody has anything due.",
    )


def _who_row(one: Recipient, had: Collection[str], scope: Partnership, day: date, today: date) -> Row:
    pile = one.piles[scope.pk]
    first = pile.things[0]
    note = "Today’s e-mail is written" if day == today and one.email in had else ""
    return row(
        Cell(text=one.name, href=_one_href(one, scope), note=note),
        one.email,
        pile.count,
        pile.overdue,
        Cell(text=first.what, note=due_words(first.due_on, day)),
    )


def _one_href(one: Recipient, scope: Partnership) -> str:
    """A business manager who is not in the directory has no page here."""
    person = one.people[scope.pk]
    return reverse("reminders:one", args=[scope.slug, person]) if person else ""


def nobody_table(unreached: Unreached, slug: str, path: str) -> Table:
    note = ""
    if unreached.count > len(unreached.things):
        note = f"The first {len(unreached.things)} of {unreached.count} are listed."
    return Table(
        caption="Things that reach nobody",
        columns=(Column("what", "What"), Column("due", "Due"), Column("why", "Why nobody")),
        rows=tuple(
            row(Cell(text=due.what, href=page_of(due.reference, slug)), due.due_on, why, facets={"why": why})
            for due, why in unreached.things
        ),
        filters=(Filter("why", "Why nobody"),),
        searchable=True,
        sort="due",
        export_href=path,
        empty="Everything that is due reaches someone.",
        note=note,
    )


def sent_table(sections: Iterable[Section], slug: str, path: str) -> Table:
    return Table(
        caption="Digests",
        columns=(
            Column("day", "Day"),
            Column("name", "To"),
            Column("things", "Things", numeric=True),
            Column("overdue", "Overdue", numeric=True),
            Column("state", "State"),
        ),
        rows=tuple(_sent_row(section, slug) for section in sections),
        filters=(Filter("state", "State"),),
        searchable=True,
        export_href=path,
        empty="No reminder has gone out yet.",
        row_headers=False,
    )


def _sent_row(section: Section, slug: str) -> Row:
    digest = section.digest
    return row(
        digest.day,
        Cell(text=digest.name, href=reverse("reminders:digest", args=[slug, digest.pk]), note=digest.email),
        section.count,
        section.overdue,
        state_cell(digest),
        facets={"state": STATE_LABELS[State(digest.state)]},
    )


def state_cell(digest: Digest) -> Cell:
    state = State(digest.state)
    return Cell(text=STATE_LABELS[state], tag=STATE_COLOURS[state], note=digest.problem)


@dataclass(frozen=True)
class Line:
    what: str
    asks: str
    due: str


@dataclass(frozen=True)
class OnePage:
    name: str
    email: str
    lines: tuple[Line, ...]
    more: int
    back: str


def one_page(person: Person, email: str, pile: Pile | None, day: date, slug: str) -> OnePage:
    lines = tuple(Line(due.what, sentence(due.asks), due_words(due.due_on, day)) for due in pile.things) if pile else ()
    return OnePage(person.name, email, lines, pile.more if pile else 0, reverse("reminders:who", args=[slug]))


@dataclass(frozen=True)
class DigestPage:
    name: str
    email: str
    day: date
    state: Cell
    sent_at: object
    lines: tuple[Line, ...]
    more: int
    again_href: str
    back: str


def digest_page(section: Section, slug: str) -> DigestPage:
    digest, items = section.digest, list(section.items.all())
    may_again = digest.state in (State.FAILED, State.GIVEN_UP, State.IN_DOUBT)
    return DigestPage(
        digest.name,
        digest.email,
        digest.day,
        state_cell(digest),
        digest.sent_at,
        tuple(Line(item.what, sentence(item.asks), due_words(item.due_on, digest.day)) for item in items),
        section.count - len(items),
        reverse("reminders:again", args=[slug, digest.pk]) if may_again else "",
        reverse("reminders:sent", args=[slug]),
    )
