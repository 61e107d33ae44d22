"""One reference, given to a review by several people at the same moment: one has it, the others are told in words."""

from datetime import date

import pytest
from django.db import connection

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.domain import Tier
from sightline.kernel.verdict import Refused
from sightline.oversight.progress import commands as progress
from sightline.oversight.progress.models import ProgressReview
from sightline.record.meetings.tests.test_at_once import PEOPLE, at_once
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.incidents import Category
from sightline.record.reviews.models import Incident, Review

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="two connections need PostgreSQL in tests"),
]


def test_one_reference_is_given_once_and_the_others_are_refused_in_words():
    own = establish_partnership(slug="fen", name="Fen", short_name="Fen", tier=Tier.BOROUGH, by=None)
    kind = ReviewKind.LOCAL_PRACTICE
    refused = at_once(lambda number: commands.record_review(partnership=own, reference="LR/1", kind=kind, by=None))
    assert Review.objects.count() == 1
    assert [type(one) for one in refused] == [Refused] * (PEOPLE - 1)


def test_one_incident_is_logged_once():
    own = establish_partnership(slug="fen", name="Fen", short_name="Fen", tier=Tier.BOROUGH, by=None)
    day = date(2026, 3, 2)
    refused = at_once(
        lambda number: commands.log_incident(
            partnership=own, reference="SI/1", category=Category.OTHER, aware_on=day, by=None
        )
    )
    assert Incident.objects.count() == 1
    assert [type(one) for one in refused] == [Refused] * (PEOPLE - 1)


def test_one_review_of_progress_is_open_at_a_time():
    own = establish_partnership(slug="fen", name="Fen", short_name="Fen", tier=Tier.BOROUGH, by=None)
    refused = at_once(lambda number: progress.open_review(partnership=own, on=date(2026, 3, 2), by=None))
    assert ProgressReview.objects.count() == 1
    assert [type(one) for one in refused] == [Refused] * (PEOPLE - 1)
