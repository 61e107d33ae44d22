"""Serious incidents by their references, and their rapid reviews: one under way on its ninth day, others finished."""

from datetime import date, timedelta

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.kernel.workdays import add_working_days, working_days_between
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import statutory_partners
from sightline.record.actions.commands import close_action
from sightline.record.actions.domain import Word
from sightline.record.reviews.commands import (
    answer_checks,
    ask_agencies,
    chase_return,
    correct_review,
    decide_rapid_review,
    end_incident,
    log_incident,
    mark_step,
    open_rapid_review,
    raise_rapid_action,
    ratify,
    receive_return,
    record_rapid_meeting,
    record_reply,
    respond_to_reply,
    send_to_panel,
)
from sightline.record.reviews.domain.incidents import Category, IncidentState
from sightline.record.reviews.domain.rapid import CHECKLIST, Answer, Met, Ratified, Reply
from sightline.record.reviews.models import Incident, RapidReview

from ..making import body_called, partnership_called
from .telling import HOME, Tellers, board_of, owner_called

DAY = 9
"""The working day of the fifteen on which the newcomer finds the review that is under way."""
ASKED = (
    "Achieving for Children",
    "Metropolitan Police Service",
    "NHS South West London ICB",
    "South West London and St George’s Mental Health NHS Trust",
    "Primary and secondary schools of Kingston and Richmond",
    "Probation Service (London)",
)
ANSWERED = ((0, Answer.INVOLVED), (1, Answer.INVOLVED), (4, Answer.INVOLVED), (5, Answer.NOTHING_KNOWN))
"""Which of those asked have answered; the others are late."""
FILE = "The partnership’s own drive, restricted folder"


def tell_incidents(tellers: Tellers) -> None:
    home = partnership_called(HOME)
    if not Incident.objects.filter(partnership=home).exists():
        build_incidents(home=home, tellers=tellers, by=tellers.manager)


@deed
def build_incidents(*, home: Partnership, tellers: Tellers, by: User | None) -> None:
    _earlier(home, by)
    _finished(home, by)
    _not_notified(home, by)
    _under_way(home, tellers.on, by)


def _bodies(home: Partnership) -> list[Organisation]:
    return [body_called(name, home) for name in ASKED]


def _earlier(home: Partnership, by: User | None) -> None:
    """Notified in time; closed without a practice review."""
    incident = log_incident(
        partnership=home,
        reference="SI-2025-01",
        category=Category.SERIOUS_HARM,
        aware_on=date(2025, 6, 9),
        occurred_on=date(2025, 6, 6),
        notified_on=date(2025, 6, 12),
        lead_authority=body_called("Kingston upon Thames Council"),
        decided_by_as_written="Director of children’s services",
        by=by,
    )
    rapid = open_rapid_review(partnership=home, reference="RR-2025-01", incident=incident, on=date(2025, 6, 12), by=by)
    _close(rapid, home, date(2025, 6, 26), False, "The learning is clear and a practice review would add nothing.", by)
    send_to_panel(rapid=rapid, on=date(2025, 6, 30), by=by)
    record_reply(rapid=rapid, reply=Reply.AGREES, on=date(2025, 7, 11), by=by)
    _completed(rapid, date(2025, 7, 11), by)


def _finished(home: Partnership, by: User | None) -> None:
    """Notified late; decided, ratified by each partner, answered by the Panel, and followed by a practice review."""
    incident = log_incident(
        partnership=home,
        reference="SI-2026-01",
        category=Category.DEATH,
        aware_on=date(2026, 3, 2),
        occurred_on=date(2026, 2, 27),
        notified_on=date(2026, 3, 12),
        lead_authority=body_called("Richmond upon Thames Council"),
        concerned=_bodies(home)[:4],
        criteria="Neglect is suspected.",
        decided_by_as_written="Director of children’s services",
        by=by,
    )
    rapid = open_rapid_review(partnership=home, reference="RR-2026-01", incident=incident, on=date(2026, 3, 3), by=by)
    _close(rapid, home, date(2026, 3, 19), True, "Several agencies closed the same worry alone; why is not known.", by)
    action = raise_rapid_action(
        rapid=rapid,
        what="Look at every referral about neglect that was closed three times in two years (RR-2026-01)",
        on=date(2026, 3, 19),
        leads=[owner_called(home, "Achieving for Children")],
        due_on=date(2026, 4, 30),
        is_immediate=True,
        by=by,
    )
    close_action(
        action=action,
        note="Thirty-one referrals were looked at; four families were visited again within the week.",
        word=Word.BOARD,
        word_of="LLR, 9 June 2026",
        on=date(2026, 6, 9),
        by=by,
    )
    send_to_panel(rapid=rapid, on=date(2026, 3, 23), by=by)
    record_reply(
        rapid=rapid,
        reply=Reply.AGREES,
        words="The decision is supported. Please say how adult services will be part of the review.",
        on=date(2026, 4, 8),
        asks_for_more=True,
        by=by,
    )
    respond_to_reply(
        rapid=rapid, response="Adult mental health has a seat on the panel of the review.", on=date(2026, 4, 17), by=by
    )
    _completed(rapid, date(2026, 4, 17), by)


def _completed(rapid: RapidReview, on: date, by: User | None) -> None:
    correct_review(review=rapid.review, started_on=rapid.opened_on, completed_on=on, by=by)


def _close(
    rapid: RapidReview, home: Partnership, decided_on: date, does_review: bool, reasons: str, by: User | None
) -> None:
    """All that comes before sending: summaries, the meeting, the checklist, the decision, each partner's word."""
    returns = ask_agencies(rapid=rapid, organisations=_bodies(home), on=rapid.opened_on, by=by)
    for one in returns:
        receive_return(
            agency_return=one,
            answer=Answer.INVOLVED,
            on=rapid.opened_on + timedelta(days=9),
            said_by="Its safeguarding lead",
            kept_where=FILE,
            by=by,
        )
    record_rapid_meeting(rapid=rapid, held_on=decided_on, board=board_of(home, "LLR"), by=by)
    answer_checks(rapid=rapid, answers={item.code: (Met.MET, "") for item in CHECKLIST}, by=by)
    decide_rapid_review(
        rapid=rapid, does_practice_review=does_review, reasons=reasons, suggests_national=False, on=decided_on, by=by
    )
    for partner in statutory_partners(home, decided_on):
        ratify(
            rapid=rapid,
            organisation=partner,
            answer=Ratified.RATIFIED,
            said_by="Its delegated safeguarding partner",
            on=add_working_days(decided_on, 1),
            by=by,
        )
    for step in rapid.steps.all():
        mark_step(step=step, done_on=add_working_days(rapid.incident.aware_on, step.day), by=by)


def _not_notified(home: Partnership, by: User | None) -> None:
    incident = log_incident(
        partnership=home,
        reference="SI-2026-02",
        category=Category.OTHER,
        aware_on=date(2026, 8, 17),
        lead_authority=body_called("Kingston upon Thames Council"),
        by=by,
    )
    end_incident(
        incident=incident,
        as_=IncidentState.NOT_NOTIFIED,
        because="The three partners agreed that the criteria were not met; the learning goes to the subgroup.",
        on=date(2026, 8, 20),
        by=by,
    )


def _under_way(home: Partnership, today: date, by: User | None) -> None:
    aware = aware_on_day(today, DAY)
    notified = add_working_days(aware, 3)
    incident = log_incident(
        partnership=home,
        reference="SI-2026-03",
        category=Category.SERIOUS_HARM,
        aware_on=aware,
        occurred_on=aware,
        notified_on=notified,
        lead_authority=body_called("Richmond upon Thames Council"),
        concerned=_bodies(home)[:3],
        criteria="Abuse is suspected.",
        decided_by_as_written="Director of children’s services",
        by=by,
    )
    rapid = open_rapid_review(partnership=home, reference="RR-2026-02", incident=incident, on=notified, by=by)
    returns = ask_agencies(rapid=rapid, organisations=_bodies(home), on=notified, due_day=8, minutes=40, by=by)
    for place, answer in ANSWERED:
        where = FILE if answer is Answer.INVOLVED else ""
        on = add_working_days(aware, 6 + place // 4)
        receive_return(agency_return=returns[place], answer=answer, on=on, kept_where=where, by=by)
    chase_return(agency_return=returns[2], on=add_working_days(aware, 8), how="By telephone", by=by)
    answer_checks(
        rapid=rapid,
        answers={
            "immediate": (Met.MET, "Seen to on the first day."),
            "facts": (Met.NOT_MET, "Two summaries are to come."),
        },
        by=by,
    )
    for step in rapid.steps.filter(day__lte=5):
        mark_step(step=step, done_on=add_working_days(aware, max(step.day, 1)), by=by)


def aware_on_day(today: date, number: int) -> date:
    """The last day on which one must have become aware for `today` to be the working day of that number."""
    day = today
    while working_days_between(day, today) < number:
        day -= timedelta(days=1)
    return day
