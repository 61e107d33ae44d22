"""Facts of learning: briefings and whom they reached, the tracker, good practice, and what people were asked."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q

from sightline.foundation.accounts.models import Partnership
from sightline.record.learning.models import Briefing, VoiceActivity
from sightline.record.learning.queries import facts as register

from ..domain.facts_reviews import BriefingFacts, Learning, NamedFacts, ReceiptFacts, VoiceFacts
from .incidents_and_reviews import incidents_of, rapid_reviews_of, reviews_of


def learning_facts(partnership: Partnership, on: date) -> Learning:
    return Learning(
        incidents=incidents_of(partnership, on),
        rapid_reviews=rapid_reviews_of(partnership, on),
        reviews=reviews_of(partnership, on),
        briefings=_briefings(partnership, on),
        receipts_missing=tuple(
            ReceiptFacts(one.issue.id, one.briefing, one.organisation, one.sent_on, one.due_on)
            for one in register.receipts_missing_from_partners(partnership, on)
        ),
        not_passed_on=_named(register.briefings_without_cascade(partnership, on)),
        tracks_without_re_audit=_named(register.tracks_without_re_audit(partnership, on)),
        examples_without_evidence=_named(register.examples_without_evidence(partnership, on)),
        priorities_without_voice=_named(register.priorities_without_voice(partnership, on)),
        voice=_voice(partnership, on),
    )


def _named(rows: Iterable[register.Named]) -> tuple[NamedFacts, ...]:
    return tuple(NamedFacts(one.reference.id, one.name, one.since) for one in rows)


def _briefings(partnership: Partnership, on: date) -> tuple[BriefingFacts, ...]:
    rows = Briefing.objects.filter(partnership=partnership, issued_on__lte=on, retired_on=None, revised_on=None)
    rows = rows.annotate(
        findings_used=Count("findings", distinct=True), recommended=Count("recommendations", distinct=True)
    )
    return tuple(
        BriefingFacts(b.pk, str(b), b.issued_on, b.review_on, b.findings_used + b.recommended, b.also_from.strip())
        for b in rows
    )


def _voice(partnership: Partnership, on: date) -> tuple[VoiceFacts, ...]:
    rows = VoiceActivity.objects.filter(partnership=partnership, held_on__lte=on).annotate(
        changed=Count("changes", filter=Q(changes__on__lte=on))
    )
    return tuple(
        VoiceFacts(v.pk, v.title, v.held_on, v.feedback_due_on, _by(v.fed_back_on, on), v.changed) for v in rows
    )


def _by(day: date | None, on: date) -> date | None:
    return day if day and day <= on else None
