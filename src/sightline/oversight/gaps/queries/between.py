"""Facts of what partners and boards ask of each other: challenges and referrals. And of law that is to be taken in."""

from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.law.queries.changes import change_facts as changes_asked
from sightline.record.challenges.models import Challenge, Policy
from sightline.record.challenges.queries import by_words, challenges_of, course_on, to_words
from sightline.record.meetings.queries.referrals import referral_facts as referrals_sent

from ..domain.facts_promises import ChallengeFacts, ChangeFacts, ReferralFacts


def challenge_facts(partnership: Partnership, on: date) -> tuple[ChallengeFacts, ...]:
    """Two queries."""
    found = (_challenge(challenge, on) for challenge in challenges_of(partnership, on))
    return tuple(facts for facts in found if facts is not None)


def _challenge(challenge: Challenge, on: date) -> ChallengeFacts | None:
    course = course_on(challenge, on)
    if course is None or course.now_at is None:
        return None
    return ChallengeFacts(
        id=challenge.pk,
        number=challenge.number,
        about=challenge.about,
        by=by_words(challenge),
        to=to_words(challenge),
        raised_on=challenge.raised_on,
        stage=course.now_at.name,
        days_at_stage=course.now_at.days,
        allowed=course.now_at.allowed,
        is_beyond=course.is_beyond,
        answered_on=course.answered_on,
        resolved_on=course.resolved_on,
        closed_on=course.closed_on,
        learning=challenge.learning or challenge.no_learning_because,
    )


def has_own_stages(partnership: Partnership, on: date) -> bool:
    return Policy.objects.filter(partnership=partnership, started_on__lte=on).exists()


def referral_facts(partnership: Partnership, on: date) -> tuple[ReferralFacts, ...]:
    """One query."""
    return tuple(
        ReferralFacts(one.reference.id, one.title, one.board, one.to, one.sent_on, one.stage, one.answer_by)
        for one in referrals_sent(partnership, on)
    )


def change_facts(partnership: Partnership, on: date) -> tuple[ChangeFacts, ...]:
    """Two queries."""
    return tuple(
        ChangeFacts(one.reference.id, one.label, one.changed_on, one.due_on, one.taken_on)
        for one in changes_asked(partnership, on)
    )
