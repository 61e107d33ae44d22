"""Actions, recommendations with their answers, and evidence of what came of it."""

from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.kernel.references import Reference
from sightline.oversight.imports.domain.sheets import Column, Kind, Sheet
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.governance.models import Board
from sightline.record.actions.commands import Owner, raise_action
from sightline.record.actions.domain import CLOSED, RATING_LABELS, STATUS_LABELS, WORD_LABELS, Rating, Status, Word
from sightline.record.actions.models import Action
from sightline.record.evidence.commands import add_evidence, bear_on
from sightline.record.evidence.domain import GRADE_LABELS, Grade
from sightline.record.evidence.domain import KIND_LABELS as EVIDENCE_KINDS
from sightline.record.evidence.domain import Kind as EvidenceKind
from sightline.record.evidence.models import Evidence
from sightline.record.recommendations.commands import record_recommendation, respond
from sightline.record.recommendations.domain import ANSWER_LABELS, SOURCE_LABELS, Answer
from sightline.record.recommendations.models import Recommendation

from .shape import Amiss, Register, Values, choice, day, names, needed_with


def _owner(thing: Any) -> Owner:
    return Owner(organisation=thing) if isinstance(thing, Organisation) else Owner(post=thing)


def _add_action(partnership: Partnership, v: Values, by: User | None) -> Action:
    status = Status(v["status"] or Status.OPEN)
    if status not in CLOSED:
        todo = "Choose Done or Withdrawn as its status, or leave this cell empty."
        for key in ("closed_on", "closing_note"):
            if v[key]:
                raise Amiss(key, "This action is not closed by its status.", todo)
    return raise_action(
        partnership=partnership,
        number=v["number"],
        what=v["what"],
        leads=[_owner(one) for one in v["owner"]],
        contributors=[_owner(one) for one in v["contributors"]],
        due_on=v["due_on"],
        raised_on=v["raised_on"],
        status=status,
        closed_on=v["closed_on"],
        closing_note=v["closing_note"],
        rating=Rating(v["rating"]) if v["rating"] else None,
        objectives=v["objective"],
        word=Word(v["word"]) if v["word"] else None,
        word_of=v["word_of"],
        by=by,
    )


ACTIONS = Register(
    Sheet(
        "actions",
        "Actions",
        (
            Column("number", "Number"),
            Column("what", "Action", needed=True, hint="Say what is to be done, beginning with a verb."),
            names("owner", "Owner", "Posts or organisations, parted by semicolons"),
            names("contributors", "Contributors", "Posts or organisations, parted by semicolons"),
            day("raised_on", "Raised on"),
            day("due_on", "Due on"),
            choice("status", "Status", STATUS_LABELS),
            choice("rating", "Rating", RATING_LABELS),
            day("closed_on", "Closed on", hint="Needed for what is done or withdrawn"),
            Column("closing_note", "How it was closed", hint="What was done, or why it was withdrawn"),
            choice("word", "On whose word", WORD_LABELS),
            Column("word_of", "Whose word", hint="The board and its meeting, or the paper"),
            names("objective", "Objective", "The words or number of each objective that it serves"),
        ),
        "One row for each action.",
    ),
    lambda p, v: Action.objects.filter(partnership=p, what=v["what"], number=v["number"]).exists(),
    _add_action,
    {"owner": "owner", "contributors": "owner", "objective": "objective"},
)

_PLAIN = ("number", "text", "source_title", "made_on", "urgency_as_written", "respond_by")


def _add_recommendation(partnership: Partnership, v: Values, by: User | None) -> Recommendation:
    needed_with(v, "answer", "The answer has no day.", ("answered_on", "Enter the day of the answer."))
    for key in ("answered_on", "reason", "answered_by"):
        needed_with(v, key, "Something is said of an answer, and no answer is given.", ("answer", "Choose the answer."))
    made = record_recommendation(
        partnership=partnership,
        source_kind=v["source_kind"] or "",
        is_to_all=bool(v["is_to_all"]),
        addressed_to=_of_kind(Organisation, v["addressed_to"]),
        posts=_of_kind(Post, v["addressed_to"]),
        boards=_of_kind(Board, v["addressed_to"]),
        by=by,
        **{name: v[name] for name in _PLAIN},
    )
    if v["answer"]:
        who = v["answered_by"]
        respond(
            recommendation=made,
            partnership=partnership,
            answer=Answer(v["answer"]),
            on=v["answered_on"],
            reason=v["reason"],
            board=who if isinstance(who, Board) else None,
            organisation=who if isinstance(who, Organisation) else None,
            by=by,
        )
    return made


def _of_kind(kind: type, things: Any) -> list[Any]:
    return [one for one in things if isinstance(one, kind)]


RECOMMENDATIONS = Register(
    Sheet(
        "recommendations",
        "Recommendations",
        (
            Column("number", "Number"),
            Column("text", "Recommendation", needed=True, hint="Enter its exact words."),
            Column("source_title", "Made by", needed=True, hint="Enter the title of the review, audit or report."),
            choice("source_kind", "Kind of source", SOURCE_LABELS),
            day("made_on", "Made on"),
            names("addressed_to", "Addressed to", "Organisations, posts or boards, parted by semicolons"),
            Column("is_to_all", "To all partnerships", Kind.YES_NO),
            Column("urgency_as_written", "How soon"),
            day("respond_by", "Answer due on"),
            choice("answer", "Answer", ANSWER_LABELS),
            day("answered_on", "Answered on"),
            Column("reason", "Reason", hint="Needed where it is not accepted in full"),
            Column("answered_by", "Answered by", hint="The board or organisation whose answer it is"),
        ),
        "One row for each recommendation, in its exact words, with the answer that it was given.",
    ),
    lambda p, v: Recommendation.objects.filter(
        partnership=p, source_title=v["source_title"], number=v["number"], text=v["text"]
    ).exists(),
    _add_recommendation,
    {"addressed_to": "addressee", "answered_by": "board or organisation"},
)

_SUBJECTS = {"action": "actions.action", "objective": "plan.objective", "priority": "plan.priority"}


def _add_evidence(partnership: Partnership, v: Values, by: User | None) -> Evidence:
    on = v["added_on"] or v["dated_on"]
    if on is None:
        raise Amiss("added_on", "There is no day in this row.", "Enter when it was added, or when it is dated.")
    subjects = [Reference(kind, v[key].pk) for key, kind in _SUBJECTS.items() if v[key]]
    if not subjects:
        raise Amiss("action", "It is evidence of nothing.", "Name an action, an objective or a priority.")
    evidence = add_evidence(
        partnership=partnership,
        subject=subjects[0],
        kind=EvidenceKind(v["kind"]),
        grade=Grade(v["grade"]) if v["grade"] else None,
        on=on,
        by=by,
        **{name: v[name] for name in ("title", "note", "url", "dated_on", "expires_on")},
    )
    for subject in subjects[1:]:
        bear_on(evidence=evidence, subject=subject, by=by)
    return evidence


EVIDENCE = Register(
    Sheet(
        "evidence",
        "Evidence",
        (
            Column("title", "Evidence", needed=True, hint="Say in a few words what it is."),
            choice("kind", "Kind", EVIDENCE_KINDS, needed=True),
            choice("grade", "How far it reaches", GRADE_LABELS),
            Column("note", "Note", hint="What it shows; needed where there is no link"),
            Column("url", "Link", hint="An address that begins with https://"),
            Column("action", "Of the action", hint="Its number or words"),
            Column("objective", "Of the objective", hint="Its number or words"),
            Column("priority", "Of the priority", hint="Its number or title"),
            day("dated_on", "Dated"),
            day("expires_on", "Counts until"),
            day("added_on", "Added on", hint="Left empty, the day it is dated"),
        ),
        "One row for each note or link. Files are added on the page of what they show.",
    ),
    lambda p, v: Evidence.objects.filter(
        partnership=p, title=v["title"], kind=v["kind"], url=v["url"], note=v["note"]
    ).exists(),
    _add_evidence,
    {"action": "action", "objective": "objective", "priority": "priority"},
)
