"""Links that were sent and answers that came, as tables."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..models import Answer, Link

WORKS, RAN_OUT, TAKEN_BACK = "Works", "Run out", "Taken back"
COLOURS = {WORKS: "green", RAN_OUT: "grey", TAKEN_BACK: "red"}


def links_table(links: Iterable[Link], slug: str, now: datetime, path: str) -> Table:
    return Table(
        caption="Links sent by e-mail",
        columns=(
            Column("person", "For"),
            Column("what", "What about"),
            Column("state", "State"),
            Column("until", "Works until"),
            Column("answered", "Answered"),
            Column("back", "Take back", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_link_row(link, slug, now) for link in links),
        filters=(Filter("person", "For"), Filter("state", "State")),
        searchable=True,
        export_href=path,
        empty="No link has been sent yet.",
        note="A link also stops working once what it is about is finished, or passes to another owner.",
    )


def state_of(link: Link, now: datetime) -> str:
    if link.revoked_at is not None:
        return TAKEN_BACK
    return WORKS if link.expires_at > now else RAN_OUT


def _link_row(link: Link, slug: str, now: datetime) -> Row:
    state, answers = state_of(link, now), list(link.answers.all())
    back = Cell()
    if state == WORKS:
        hidden = f"the link for {link.person.name} about {link.what}"
        back = Cell(text="Take back", href=reverse("reminders:revoke", args=[slug, link.pk]), hidden=hidden)
    return row(
        link.person.name,
        link.what,
        Cell(text=state, tag=COLOURS[state], note=link.why_revoked),
        timezone.localdate(link.expires_at),
        timezone.localdate(max(answer.at for answer in answers)) if answers else Cell(text="Not yet"),
        back,
        facets={"person": link.person.name, "state": state},
    )


def answers_table(answers: Iterable[Answer], slug: str, path: str) -> Table:
    return Table(
        caption="Answers waiting for the team",
        columns=(
            Column("at", "Said"),
            Column("person", "Who"),
            Column("what", "About"),
            Column("said", "Answer"),
            Column("take", "Take up", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_answer_row(answer, slug) for answer in answers),
        searchable=True,
        export_href=path,
        empty="No answer waits for you. Most answers go into the record by themselves.",
        row_headers=False,
    )


def _answer_row(answer: Answer, slug: str) -> Row:
    link = answer.link
    return row(
        timezone.localdate(answer.at),
        Cell(text=link.person.name, note="by e-mail link"),
        link.what,
        answer.said,
        Cell(
            text="Take up",
            href=reverse("reminders:take_up", args=[slug, answer.pk]),
            hidden=f"the answer of {link.person.name} about {link.what}",
        ),
    )
