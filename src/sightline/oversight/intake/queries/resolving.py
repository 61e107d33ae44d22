"""Who and what a proposal speaks of: for each name in it the things it could be, one chosen beforehand."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q
from rapidfuzz import fuzz

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.intake.domain import IN_THE_RECORD
from sightline.oversight.intake.domain.values import MEMBERS, board_names, day_of
from sightline.oversight.intake.models import Paper
from sightline.partnership.directory.domain.names import Candidate, NameBook, person_words
from sightline.partnership.directory.queries import name_book
from sightline.partnership.governance.models import Membership
from sightline.partnership.governance.queries import SeatRow, boards_of, matching_boards, seats_of_boards
from sightline.partnership.plan.models import Objective
from sightline.record.actions.models import Action
from sightline.record.meetings.models import Meeting

from . import learning, promises, serving
from .proposals import decided_meeting, reviews_said
from .questions import ANOTHER, NEW, NONE, WORDS, Option, Question, asked_of, id_of

SAME_ACTION = 88


class Resolver:
    """Loaded once for a paper: a hundred proposals take a constant number of queries."""

    def __init__(self, paper: Paper, today: date) -> None:
        self.paper = paper
        self.partnership: Partnership = paper.partnership
        self.today = today
        self._boards: dict[str, list[Candidate]] = {}
        self._seats_of: dict[int, list[SeatRow]] = {}

    @cached_property
    def meeting(self) -> Meeting | None:
        pk = decided_meeting(self.paper)
        return Meeting.objects.select_related("board").filter(pk=pk).first() if pk else None

    @cached_property
    def reviews_said(self) -> list[int]:
        """Reviews that accepted proposals of this paper belong to."""
        return reviews_said(self.paper)

    @cached_property
    def on(self) -> date:
        """The day of the paper, as far as it is known: names are those of that day."""
        if self.meeting is not None:
            return self.meeting.held_on
        proposed = self.paper.proposals.filter(kind__in=("meeting", "document_date")).order_by("-kind", "start").first()
        day = day_of(proposed.fields.get("date")) if proposed else None
        return day.on if day else self.today

    @cached_property
    def book(self) -> NameBook:
        return name_book(self.partnership, self.on)

    def _seats(self, board: int | None) -> list[SeatRow]:
        if board is not None and board not in self._seats_of:
            self._seats_of[board] = seats_of_boards([board], self.on).get(board, [])
        return self._seats_of[board] if board is not None else []

    @cached_property
    def actions(self) -> list[Action]:
        """Those that this paper may speak of again: open ones, and what was raised on its own day."""
        own = Action.objects.filter(partnership=self.partnership)
        return list(own.filter(Q(closed_on__isnull=True) | Q(raised_on=self.on)).order_by("-pk"))

    def questions(self, kind: str, fields: dict[str, Any]) -> tuple[Question, ...]:
        ask = {
            "meeting": self._of_meeting,
            "attendance": self._of_attendance,
            "agency_attendance": self._of_attendance,
            "actions": self._of_action,
            "recommendations": self._of_recommendation,
            "organisations": self._of_organisation,
            "membership_posts": self._of_seat,
            "board_structure": self._of_board,
            "next_meeting": self._of_next,
            "planned_meetings": self._of_next,
            "priorities": lambda fields: promises.of_priority(self, fields),
            "review_cases": lambda fields: promises.of_review(self, fields),
            "findings": lambda fields: promises.of_finding(self, fields),
            "learning": lambda fields: learning.of_learning(self, fields),
        }.get(kind)
        return tuple(ask(fields)) if ask else ()

    def _of_meeting(self, fields: dict[str, Any]) -> list[Question]:
        return [self._board(fields.get("body") or "")]

    def _of_board(self, fields: dict[str, Any]) -> list[Question]:
        body = fields.get("body") or ""
        if not body and self.meeting is not None:
            return []
        return [self._board(body)]

    def _of_seat(self, fields: dict[str, Any]) -> list[Question]:
        body = self._body(fields.get("organisation"))
        board = [] if self.meeting is not None else [self._board(fields.get("body") or self.body_of_paper)]
        return [*board, *([body] if body else [])]

    def _of_next(self, fields: dict[str, Any]) -> list[Question]:
        return [] if self.meeting is not None else [self._board(fields.get("body") or self.body_of_paper)]

    @cached_property
    def body_of_paper(self) -> str:
        """The board that the paper seems to be of."""
        named = self.paper.proposals.filter(kind__in=("meeting", "board_structure")).order_by("-kind", "start")
        return next((body for fields in named.values_list("fields", flat=True) if (body := fields.get("body"))), "")

    def _board(self, written: str) -> Question:
        """The boards that a name could mean, and all others after them: a paper may not name its board at all."""
        name, _ = board_names(written)
        if name not in self._boards:
            self._boards[name] = matching_boards(self.partnership, [name], self.on)[name] if name else []
        found = self._boards[name]
        new = [Option(NEW, f"New board: {name}")] if name else []
        others = [Option(f"board:{pk}", other) for pk, other in self.boards if pk not in {c.id for c in found}]
        asked = asked_of("board", "Which board?", written, found, [*new, *others])
        if name:
            return asked
        known = f"board:{self.board_said}" if self.board_said else ""
        return replace(asked, chosen=known, is_sure=bool(known))

    @cached_property
    def boards(self) -> list[tuple[int, str]]:
        return list(boards_of(self.partnership, self.on).order_by("name").values_list("pk", "name"))

    @cached_property
    def board_said(self) -> int | None:
        """The board that a person gave for another line of the same paper."""
        said = self.paper.proposals.filter(choice__in=IN_THE_RECORD, record_kind="governance.membership")
        seats = Membership.objects.filter(pk__in=said.values("record_id"))
        return seats.order_by("pk").values_list("seat__board", flat=True).first()

    def _of_attendance(self, fields: dict[str, Any]) -> list[Question]:
        body = self._body(fields.get("organisation"))
        asked = self._of_meeting_named(fields) + ([body] if body else [])
        organisation = id_of(body.chosen) if body else None
        if fields.get("person"):
            asked.append(self._person(fields["person"], organisation, fields.get("post") or ""))
        if fields.get("post"):
            asked.append(self._post(fields["post"], organisation, body))
        if fields.get("deputy_for"):
            asked.append(self._deputy_for(fields["deputy_for"]))
        if fields.get("status") in MEMBERS:
            return asked
        return [*asked, *self._seat(asked, organisation)]

    def _of_meeting_named(self, fields: dict[str, Any]) -> list[Question]:
        """Grids and membership lists name the board in place of one meeting of the whole paper."""
        names_meeting = bool(fields.get("meeting_date")) or fields.get("status") in MEMBERS
        if not names_meeting or (self.meeting is not None and not fields.get("board")):
            return []
        return [self._board(fields.get("board") or self.body_of_paper)]

    def _deputy_for(self, written: str) -> Question:
        words = [Option(WORDS, "Keep the words only")]
        return asked_of("deputy_for", f"Who is “{written}”?", written, self.book.who(written), words, is_told=True)

    def _body(self, written: str | None) -> Question | None:
        if not written:
            return None
        last = [Option(NEW, f"New organisation: {written}"), Option(WORDS, "Keep the words only")]
        return asked_of(
            "organisation", f"Which organisation is “{written}”?", written, self.book.which_organisation(written), last
        )

    def _person(self, written: str, organisation: int | None, post: str) -> Question:
        found = self.book.who(written, organisation=organisation, post=post)
        last = [Option(ANOTHER if found else NEW, f"New person: {written}"), Option(WORDS, "Keep the words only")]
        # One name, or initials, is too little to enter a person under.
        if len(person_words(written)) < 2:
            last.reverse()
        return asked_of("person", f"Who is “{written}”?", written, found, last)

    def _post(self, written: str, organisation: int | None, body: Question | None) -> Question:
        found = [c for c in self.book.which_post(written, organisation=organisation) if self._is_at(c, organisation)]
        has_body = body is not None and body.chosen != WORDS
        new, words = Option(NEW, f"New post: {written}"), Option(WORDS, "Keep the words only")
        return asked_of("post", f"Which post is “{written}”?", written, found, [new, words] if has_body else [words])

    def _is_at(self, candidate: Candidate, organisation: int | None) -> bool:
        """Half the country has a Head of Service: a post elsewhere is no candidate."""
        return any(p.id == candidate.id and p.organisation == organisation for p in self.book.posts)

    def _seat(self, asked: list[Question], organisation: int | None) -> list[Question]:
        named = next((q for q in asked if q.name == "board"), None)
        board = id_of(named.chosen) if named else self.meeting.board_id if self.meeting else None
        people = {id_of(q.chosen) for q in asked if q.name in ("person", "deputy_for")} - {None}
        chosen = NONE
        options = [Option(NONE, "No seat at this board")]
        for seat in self._seats(board):
            sitting = [o for o in (seat.member, *seat.deputies) if o is not None]
            is_theirs = any(o.person_id in people for o in sitting)
            is_agency = organisation is not None and seat.organisation_id == organisation
            if is_theirs or is_agency:
                name = seat.member.name if seat.member else "vacant"
                because = "sits here" if is_theirs else "seat of this organisation"
                options.append(Option(f"seat:{seat.id}", f"{seat.title} ({name})", because))
            if is_theirs and chosen == NONE:
                chosen = f"seat:{seat.id}"
        if len(options) == 1:
            return []
        return [Question("seat", "In which seat?", "", tuple(options), chosen)]

    def _of_action(self, fields: dict[str, Any]) -> list[Question]:
        asked = []
        same = self._same_actions(fields.get("what") or "", str(fields.get("number") or ""))
        if same:
            options = [*same, Option(NEW, "A new action")]
            asked.append(
                Question("action", "Is this an action that is in the record?", "", tuple(options), same[0].value)
            )
        if fields.get("who"):
            asked.append(self._owner(fields["who"]))
        return [*asked, *serving.of_action(self, fields)]

    @cached_property
    def objectives(self) -> list[Objective]:
        """Those that an action of this paper may serve."""
        return serving.objectives_of(self.partnership)

    def _same_actions(self, what: str, number: str) -> list[Option]:
        scored = []
        for action in self.actions:
            likeness = _likeness(what, action.what)
            same_number = bool(number) and number == action.number
            if likeness >= SAME_ACTION or (same_number and likeness >= SAME_ACTION - 20):
                scored.append((likeness, action, same_number))
        scored.sort(key=lambda row: (-row[0], row[1].pk))
        return [
            Option(
                f"action:{a.pk}",
                f"{a.number} {a.what[:90]}".strip(),
                "the same number" if numbered else "nearly the same words",
            )
            for _, a, numbered in scored[:2]
        ]

    def _owner(self, written: str) -> Question:
        book, words = self.book, [Option(WORDS, "Keep the words only")]
        found = [*book.who(written), *book.which_organisation(written), *book.which_post(written)]
        found = sorted(found, key=lambda c: -c.score)[:4]
        return asked_of("owner", f"Who is “{written}”?", written, found, words, is_told=True)

    def _of_recommendation(self, fields: dict[str, Any]) -> list[Question]:
        written, review = fields.get("addressee"), promises.of_recommendation(self, fields)
        if not written:
            return review
        found = self.book.which_organisation(written)
        last = [Option(WORDS, "Keep the words only")]
        question = f"Which organisation is “{written}”?"
        return [*review, asked_of("organisation", question, written, found, last, is_told=True)]

    def _of_organisation(self, fields: dict[str, Any]) -> list[Question]:
        question = self._body(fields.get("name"))
        return [question] if question else []


def _likeness(what: str, other: str) -> float:
    """Out of 100. Words added at an end count little, unless one text is but a small part of the other."""
    short, long = sorted((len(what), len(other)))
    if short <= 20:
        return 0
    return fuzz.token_set_ratio(what, other) if short >= long / 2 else fuzz.token_sort_ratio(what, other)
