"""Facts of evidence, and of recommendations that ask the same again."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from sightline.foundation.accounts.models import Partnership
from sightline.record.evidence.models import BearsOn, Evidence
from sightline.record.evidence.queries import stands_on
from sightline.record.recommendations.queries import compared, of_partnerships, said_of

from ..domain.facts_promises import Asked, EvidenceFacts

YEARS = 5


def evidence_facts(partnership: Partnership, on: date) -> tuple[EvidenceFacts, ...]:
    """Only pieces that want something: no grade yet, or past the last day on which they count. One query."""
    rows = Evidence.objects.filter(
        stands_on(on),
        Q(grade="") | Q(expires_on__lt=on),
        Exists(BearsOn.objects.filter(evidence=OuterRef("pk"))),
        partnership=partnership,
    )
    columns = ("pk", "title", "grade", "added_on", "expires_on")
    return tuple(EvidenceFacts(*row) for row in rows.values_list(*columns))


def repeated_facts(partnership: Partnership, on: date) -> tuple[tuple[Asked, ...], ...]:
    """Groups of those made in the last five years that ask the same, as the register groups them. Eight queries at most."""
    since = date(on.year - YEARS, on.month, min(on.day, 28))
    made = of_partnerships([partnership.pk], on).filter(made_on__gte=since)
    weighed = compared(made)
    if len(weighed) < 2:
        return ()
    groups = weighed.groups(said_of(partnership))
    if not groups:
        return ()
    rows = made.filter(pk__in={pk for group in groups for pk in group}).order_by()
    columns = rows.select_related(None).prefetch_related(None).values_list("pk", "source_title", "made_on", "text")
    asked = {row[0]: Asked(*row) for row in columns}
    return tuple(
        tuple(sorted((asked[pk] for pk in group), key=lambda one: (one.made_on, one.id), reverse=True))
        for group in groups
    )
