"""What rooms of the record wait for one person to do: as many questions however much waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.oversight.progress.domain import review_due
from sightline.oversight.progress.models import ProgressReview
from sightline.oversight.progress.queries import last_review, open_review_of
from sightline.oversight.reminders.queries.answers import waiting_answers
from sightline.partnership.directory.models import Holding, Organisation
from sightline.partnership.directory.queries import running_on
from sightline.partnership.law.queries.changes import changes_of
from sightline.partnership.plan.models import Priority, PriorityTheme
from sightline.partnership.plan.queries.priorities import priorities_of
from sightline.record.actions.models import Action
from sightline.record.actions.queries import waiting_for
from sightline.record.challenges.models import Challenge
from sightline.record.challenges.queries import challenges_of, course_on, is_open_on, voice_of
from sightline.record.meetings.models import Referral
from sightline.record.meetings.queries.referrals import received_by, without_outcome
from sightline.record.reviews.domain.clocks import Clock, Start
from sightline.record.reviews.models import Incident, RapidReview
from sightline.record.reviews.queries.incidents import (
    clock_setting,
    fifteen_days_of,
    incidents_of,
    notification_clock_of,
)
from sightline.record.reviews.queries.rapid import clock_of, partner_words
from sightline.record.reviews.queries.rapid_due import partners_of, running_rapid_reviews
from sightline.record.reviews.queries.themes import themes_proposed

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """An incident or a rapid review under way, with the clock that runs."""

    thing: Incident | RapidReview
    clock: Clock


@dataclass(frozen=True, slots=True)
class Ratifying:
    rapid: RapidReview
    organisation: Organisation
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Law:
    """Changes of law without this partnership's word: how many past the day asked for, and how many before it."""

    late: int = 0
    coming: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """`progress` is the review that is open; `progress_due` the day on which the next is due, or was."""

    counted: Sequence[Counted] = ()
    ratifying: Sequence[Ratifying] = ()
    challenges: Sequence[Challenge] = ()
    second_words: Sequence[Action] = ()
    referrals: Sequence[Referral] = ()
    progress: ProgressReview | None = None
    progress_due: date | None = None
    law: Law = Law()
    finding_themes: int = 0
    priorities: Sequence[Priority] = ()
    answers: int = 0


def waiting_of(viewer: Viewer, partnership: Partnership, on: date) -> Waiting:
    """Each is asked only of those who may do it here."""

    def may(deed: Deed) -> bool:
        return viewer.may(deed, partnership.pk)

    progress, due = _progress(partnership, on) if may(Deed.KEEP_PRIORITIES) else (None, None)
    running = running_rapid_reviews([partnership.pk], on) if may(Deed.READ_INCIDENTS) else []
    return Waiting(
        counted=_counted(partnership, running, on) if may(Deed.READ_INCIDENTS) else (),
        ratifying=_ratifying(viewer, partnership, running, on) if may(Deed.RATIFY_REVIEWS) else (),
        challenges=_challenges(viewer, partnership, on) if may(Deed.RAISE_CHALLENGES) else (),
        second_words=list(waiting_for(viewer, on).filter(partnership=partnership)[:SHOWN]),
        referrals=_referrals(partnership, on) if may(Deed.RUN_MEETINGS) else (),
        progress=progress,
        progress_due=due,
        law=_law(partnership, on) if may(Deed.ACKNOWLEDGE_LAW) else Law(),
        finding_themes=themes_proposed(partnership).count() if may(Deed.KEEP_REVIEWS) else 0,
        priorities=_unconfirmed(partnership, on) if may(Deed.KEEP_PRIORITIES) else (),
        answers=waiting_answers(partnership).count() if may(Deed.SET_REMINDERS) else 0,
    )


def _counted(partnership: Partnership, running: Sequence[RapidReview], on: date) -> list[Counted]:
    """Incidents without a rapid review that have not ended, then rapid reviews that are not sent; the nearest day first."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    begun = Q(rapid__isnull=False, rapid__opened_on__lte=on)
    start = Start(clock_setting(partnership).start)
    incidents = [
        Counted(one, _clock(one, start, on)) for one in incidents_of(partnership, on).filter(still).exclude(begun)
    ]
    found = [*incidents, *(Counted(one, clock_of(one)) for one in running)]
    return sorted(found, key=lambda one: one.clock.due_on or date.max)[:SHOWN]


def _clock(incident: Incident, start: Start, on: date) -> Clock:
    told = incident.notified_on is not None and incident.notified_on <= on
    return fifteen_days_of(incident, start) if told else notification_clock_of(incident)


def _ratifying(viewer: Viewer, partnership: Partnership, running: Sequence[RapidReview], on: date) -> list[Ratifying]:
    """Decisions on which a partner that this person holds a post of has not said its word."""
    decided = [one for one in running if one.decided_on is not None and one.decided_on <= on]
    mine = _agencies_of(viewer, partnership, on)
    partners = [one for one in partners_of([partnership.pk], on).get(partnership.pk, []) if one.pk in mine]
    return [
        Ratifying(rapid, word.organisation, clock_of(rapid).due_on)
        for rapid in decided
        for word in partner_words(rapid, on, partners)
        if word.word is None
    ]


def _agencies_of(viewer: Viewer, partnership: Partnership, on: date) -> set[int]:
    """The bodies of a person's posts, and the bodies that those are parts of."""
    posts = Holding.objects.filter(
        running_on(on), person__account_id=viewer.user_id, person__partnership=partnership
    ).values_list("post__organisation_id", "post__organisation__parent_id")
    return {pk for pair in posts for pk in pair if pk is not None}


def _challenges(viewer: Viewer, partnership: Partnership, on: date) -> list[Challenge]:
    """Those put to an agency or a board that this person speaks for, while nobody there has answered."""
    voice = voice_of(viewer, partnership, on)
    to_me = Q(to_organisation__in=voice.organisations) | Q(to_board__in=voice.boards)
    found = challenges_of(partnership, on).filter(to_me).filter(is_open_on(on)).order_by("raised_on", "pk")
    courses = ((one, course_on(one, on)) for one in found)
    return [one for one, course in courses if course is not None and course.waits and course.is_running][:SHOWN]


def _referrals(partnership: Partnership, on: date) -> list[Referral]:
    unreceived = Q(received_on__isnull=True) | Q(received_on__gt=on)
    rows = received_by(partnership, on).filter(unreceived).filter(without_outcome(on))
    return list(rows.order_by("sent_on", "pk")[:SHOWN])


def _progress(partnership: Partnership, on: date) -> tuple[ProgressReview | None, date | None]:
    running = open_review_of(partnership)
    if running is not None:
        return running, None
    last = last_review(partnership, on)
    first = priorities_of(partnership, on).order_by().aggregate(first=Min("started_on"))["first"]
    return None, review_due(last.on if last else None, first) if first else None


def _law(partnership: Partnership, on: date) -> Law:
    unsaid = [row for row in changes_of(partnership, on) if row.taken is None and row.change.is_asked]
    late = sum(row.is_late(on) for row in unsaid)
    return Law(late, len(unsaid) - late)


def _unconfirmed(partnership: Partnership, on: date) -> list[Priority]:
    proposed = PriorityTheme.objects.filter(is_confirmed=False).values("priority")
    return list(priorities_of(partnership, on).filter(pk__in=proposed).prefetch_related(None)[:SHOWN])
