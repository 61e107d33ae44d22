"""Who was sent what, what they confirmed, and who asked to be sent briefings."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.core import signing
from django.db.models import Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, StandingInPartnership
from sightline.partnership.directory.queries import running_on

from ..domain.issues import Reach, Stage, reach_of, stage_on
from ..models import Briefing, IssueTo, Subscriber

UNSUBSCRIBE = "sightline.learning.unsubscribe"


def stage_of(issue: IssueTo, day: date) -> Stage:
    return stage_on(
        day,
        receipt_due_on=issue.receipt_due_on,
        cascade_due_on=issue.cascade_due_on,
        received_on=issue.received_on,
        cascaded_on=issue.cascaded_on,
    )


def issues_of(briefing: Briefing, day: date) -> QuerySet[IssueTo]:
    """To whom a briefing was sent by a day, with what was chased: two queries."""
    rows = briefing.issues.filter(sent_on__lte=day).select_related("organisation", "contact__organisation", "briefing")
    return rows.prefetch_related("chases")


def issues_to(partnership: Partnership, organisation: Organisation, day: date) -> QuerySet[IssueTo]:
    """What one agency was sent, newest first."""
    rows = IssueTo.objects.filter(briefing__partnership=partnership, organisation=organisation, sent_on__lte=day)
    return rows.select_related("briefing", "organisation").prefetch_related("chases").order_by("-sent_on", "-id")


def issues_in(partnership: Partnership, day: date) -> QuerySet[IssueTo]:
    """Everything sent to anyone by a day."""
    rows = IssueTo.objects.filter(briefing__partnership=partnership, sent_on__lte=day)
    return rows.select_related("briefing", "organisation")


def agencies_with_standing(partnership: Partnership, day: date) -> QuerySet[Organisation]:
    standing = StandingInPartnership.objects.filter(running_on(day), partnership=partnership)
    return Organisation.objects.filter(pk__in=standing.values("organisation"))


def issue_in(partnership: Partnership, pk: int) -> IssueTo | None:
    rows = IssueTo.objects.filter(briefing__partnership=partnership)
    return rows.select_related("briefing__partnership", "organisation").filter(pk=pk).first()


def reach_by_briefing(briefings: Collection[int], day: date) -> dict[int, Reach]:
    """One query for all."""
    stages: dict[int, list[Stage]] = defaultdict(list)
    for issue in IssueTo.objects.filter(briefing__in=briefings, sent_on__lte=day):
        stages[issue.briefing_id].append(stage_of(issue, day))
    return {pk: reach_of(found) for pk, found in stages.items()}


def agencies_to_send(partnership: Partnership, day: date) -> QuerySet[Organisation]:
    """Bodies with a standing in the partnership on a day: safeguarding partners and relevant agencies first of all."""
    standing = StandingInPartnership.objects.filter(running_on(day), partnership=partnership)
    own = Q(partnership=partnership, parent__isnull=True)
    return Organisation.objects.filter(running_on(day), Q(pk__in=standing.values("organisation")) | own).distinct()


def subscribers_of(partnership: Partnership, day: date) -> QuerySet[Subscriber]:
    """In force on a day."""
    rows = Subscriber.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=day), partnership=partnership, consented_on__lte=day
    )
    return rows.select_related("person", "post__organisation")


def subscriber_in(partnership: Partnership, pk: int) -> Subscriber | None:
    return Subscriber.objects.filter(partnership=partnership, pk=pk).first()


def unsubscribe_token(subscriber: Subscriber) -> str:
    """Signed, good for ending this one subscription and nothing else; nothing of it is stored."""
    return signing.Signer(salt=UNSUBSCRIBE).sign(str(subscriber.pk))


def subscriber_of_token(token: str) -> Subscriber | None:
    try:
        pk = signing.Signer(salt=UNSUBSCRIBE).unsign(token)
    except signing.BadSignature:
        return None
    return Subscriber.objects.select_related("partnership").filter(pk=pk).first()
