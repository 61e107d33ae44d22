"""What a handler has at hand: the proposal, what the person chose, and the things their answers name."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Model, Q

from sightline.foundation.accounts.models import Partnership, User
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain.values import board_names, day_of
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries.questions import ANOTHER, NEW, NONE, WORDS
from sightline.oversight.intake.queries.resolving import Resolver
from sightline.partnership.directory.commands import appoint, create_post, name_also, record_organisation, record_person
from sightline.partnership.directory.models import Holding, Organisation, Person, Post
from sightline.partnership.governance.commands import create_board, name_board_also
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.governance.models import Board, Seat
from sightline.record.meetings.commands import record_meeting
from sightline.record.meetings.models import Meeting

Thing = TypeVar("Thing", bound=Model)
MEETING_FIRST = "Say first which meeting this paper is of; then this can be accepted."
_KINDS = (
    (BoardKind.SUBGROUP, ("subgroup", "sub-group", "sub group")),
    (BoardKind.EXECUTIVE, ("executive",)),
    (BoardKind.PANEL, ("panel",)),
    (BoardKind.NETWORK, ("network",)),
    (BoardKind.TASK_GROUP, ("task",)),
)


@dataclass
class Taking:
    proposal: Proposal
    fields: dict[str, Any]
    answers: dict[str, str]
    resolver: Resolver
    by: User | None
    at: datetime

    @property
    def paper(self) -> Paper:
        return self.proposal.paper

    @property
    def partnership(self) -> Partnership:
        return self.paper.partnership

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        return "" if value is None else str(value).strip()

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The person's answers; where they gave none, what was chosen beforehand."""
        questions = self.resolver.questions(self.proposal.kind, self.fields)
        return {q.name: self.answers.get(q.name) or q.chosen for q in questions}

    @property
    def meeting_if_known(self) -> Meeting | None:
        return self.resolver.meeting

    @property
    def meeting(self) -> Meeting:
        if self.resolver.meeting is None:
            raise Refused(MEETING_FIRST)
        return self.resolver.meeting

    def named_meeting(self) -> Meeting:
        """The meeting that this find names by its date (a row of a grid), else the one of the whole paper."""
        day = day_of(self.text("meeting_date"))
        if day is None:
            return self.meeting
        board = self.board() if "board" in self.chosen else self.meeting.board
        return record_meeting(board=board, held_on=day.on, is_month_only=day.is_month_only, by=self.by)

    def deputy_for(self) -> Person | None:
        return self._thing(Person, self.chosen.get("deputy_for", WORDS))

    def organisation(self) -> Organisation | None:
        """As chosen; a new one is the partnership's own. How this paper writes it is kept as another of its names."""
        written, chosen = self.text("organisation") or self.text("name"), self.chosen.get("organisation", WORDS)
        if chosen == NEW:
            own = Organisation.objects.filter(Q(partnership=self.partnership) | Q(partnership__isnull=True))
            known = own.filter(name__iexact=" ".join(written.split())).first()
            return known or record_organisation(name=written, partnership=self.partnership, by=self.by)
        body = self._thing(Organisation, chosen)
        if body is not None and written and self._is_news(body, written):
            name_also(organisation=body, name=written, partnership=self.partnership, by=self.by)
        return body

    def _is_news(self, body: Organisation, written: str) -> bool:
        known = {body.name, body.abbreviation, *body.names.values_list("name", flat=True)}
        return len(written) <= 200 and written.casefold() not in {name.casefold() for name in known}

    def person(self) -> Person | None:
        chosen, name = self.chosen.get("person", WORDS), " ".join(self.text("person").split())
        if chosen not in (NEW, ANOTHER):
            return self._thing(Person, chosen)
        known = Person.objects.filter(partnership=self.partnership, name=name).first() if chosen == NEW else None
        return known or record_person(partnership=self.partnership, name=name, by=self.by)

    def post(self, organisation: Organisation | None, person: Person | None) -> Post | None:
        """The post, with the person in it; since when is not known from one paper, and is not guessed."""
        chosen = self.chosen.get("post", WORDS)
        post = self._thing(Post, chosen)
        if chosen == NEW and organisation is not None:
            title = " ".join(self.text("post").split())[:160]
            post = Post.objects.filter(
                partnership=self.partnership, organisation=organisation, title__iexact=title
            ).first()
            post = post or create_post(partnership=self.partnership, organisation=organisation, title=title, by=self.by)
        if post is not None and person is not None and not Holding.objects.filter(post=post, person=person).exists():
            appoint(person=person, post=post, by=self.by)
        return post

    def seat(self) -> Seat | None:
        chosen = self.chosen.get("seat", NONE)
        number = chosen.removeprefix("seat:")
        own = Seat.objects.filter(board__partnership=self.partnership)
        return own.filter(pk=int(number)).first() if number.isdigit() else None

    def board(self) -> Board:
        """As chosen. How the paper writes its name, and what it was called before, is kept to recognise it by."""
        chosen = self.chosen.get("board", "")
        name, former = board_names(self.text("board") or self.text("body") or self.resolver.body_of_paper)
        board = self._new_board(name[:200]) if chosen == NEW else self._thing(Board, chosen)
        if board is None:
            raise Refused("Choose the board, or correct its name.", "board")
        known = {board.name, board.short_name, *board.names.values_list("name", flat=True)}
        for other in {name[:200], former[:200]} - {""}:
            if other.casefold() not in {one.casefold() for one in known}:
                name_board_also(board=board, name=other, by=self.by)
        return board

    def _new_board(self, name: str) -> Board:
        """One of just that name may have been entered since the page was drawn."""
        running = Board.objects.filter(partnership=self.partnership, ended_on__isnull=True)
        known = running.filter(name__iexact=name).first()
        return known or create_board(partnership=self.partnership, name=name, kind=_board_kind(name), by=self.by)

    def _thing(self, model: type[Thing], chosen: str) -> Thing | None:
        """What `person:12` names, if it is this partnership's or everyone's."""
        kind, _, number = chosen.partition(":")
        if kind != model.__name__.lower() or not number.isdigit():
            return None
        ours = Q(partnership=self.partnership)
        if model is Organisation:
            ours |= Q(partnership__isnull=True)
        return model._default_manager.filter(ours, pk=int(number)).first()

    def owner(self) -> Organisation | Person | Post | None:
        chosen = self.chosen.get("owner", WORDS)
        return next((thing for model in (Person, Post, Organisation) if (thing := self._thing(model, chosen))), None)

    @property
    def day(self) -> date:
        return self.resolver.on


def _board_kind(name: str) -> BoardKind:
    lower = name.lower()
    return next((kind for kind, words in _KINDS if any(word in lower for word in words)), BoardKind.BOARD)
