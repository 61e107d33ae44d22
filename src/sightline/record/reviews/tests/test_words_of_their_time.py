"""A review of 2014 reads in the words of its day, one of 2026 in today’s."""

from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.record.reviews.domain import ReviewKind, kind_words
from sightline.record.reviews.models import Review

from .build_practice import make_review

SCR, LCSPR = "Serious case review", "Local child safeguarding practice review"


@pytest.mark.parametrize(
    ("kind", "began", "words"),
    [
        (ReviewKind.LOCAL_PRACTICE, date(2014, 5, 1), SCR),
        (ReviewKind.SERIOUS_CASE, date(2014, 5, 1), SCR),
        (ReviewKind.LOCAL_PRACTICE, date(2026, 5, 1), LCSPR),
        (ReviewKind.SERIOUS_CASE, date(2026, 5, 1), LCSPR),
        (ReviewKind.SERIOUS_CASE, None, SCR),
        (ReviewKind.LOCAL_PRACTICE, None, LCSPR),
        (ReviewKind.THEMATIC, date(2014, 5, 1), "Thematic review"),
    ],
)
def test_a_review_is_called_as_on_the_day_it_began(kind, began, words) -> None:
    assert kind_words(kind, began) == words


@pytest.mark.parametrize("day", [date(2018, 6, 29), date(2019, 9, 28)])
def test_while_both_existed_a_review_is_what_its_record_says(day) -> None:
    assert kind_words(ReviewKind.SERIOUS_CASE, day) == SCR
    assert kind_words(ReviewKind.LOCAL_PRACTICE, day) == LCSPR


def test_pages_read_in_the_words_of_the_day_and_the_stored_kind_stays(world, sign_in) -> None:
    old = make_review(world.own, "R 2014", started_on=date(2014, 5, 1), published_on=date(2015, 5, 1))
    new = make_review(world.own, "R 2026", started_on=date(2026, 5, 1), published_on=date(2026, 9, 1))
    client = sign_in(Role.CHAIR)
    shown = client.get(reverse("reviews:review", args=[world.own.slug, old.pk])).content.decode()
    assert SCR in shown and LCSPR not in shown and "Ashvale Local Safeguarding Children Board" in shown
    shown = client.get(reverse("reviews:review", args=[world.own.slug, new.pk])).content.decode()
    assert LCSPR in shown and SCR not in shown and "Safeguarding Children Board" not in shown
    register = client.get(reverse("reviews:register", args=[world.own.slug]), {"export": "csv"}).content.decode()
    lines = {line.split(",")[0][:6]: line for line in register.splitlines()}
    assert SCR in lines["R 2014"] and LCSPR in lines["R 2026"]
    assert set(Review.objects.values_list("kind", flat=True)) == {ReviewKind.LOCAL_PRACTICE}
