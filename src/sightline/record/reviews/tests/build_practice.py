"""What tests of practice reviews begin with, made by commands."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.commands import record_theme
from sightline.partnership.plan.models import Theme
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.models import PracticeReview, Review

DECIDED = date(2026, 3, 31)


def make_review(partnership: Partnership, reference: str = "LCSPR 2026-01", **more: Any) -> Review:
    kind = more.pop("kind", ReviewKind.LOCAL_PRACTICE)
    return commands.record_review(partnership=partnership, reference=reference, kind=kind, by=None, **more)


def make_practice(partnership: Partnership, reference: str = "LCSPR 2026-01", **more: Any) -> PracticeReview:
    decided_on = more.pop("decided_on", DECIDED)
    review = make_review(partnership, reference, **more)
    return commands.open_practice_review(review=review, decided_on=decided_on, by=None)


def make_theme(label: str = "Information sharing", *words: str, code: str = "") -> Theme:
    code = code or label.lower().replace(" ", "-")
    found = Theme.objects.filter(code=code).first()
    return found or record_theme(code=code, label=label, edition="test", words=words, by=None)
