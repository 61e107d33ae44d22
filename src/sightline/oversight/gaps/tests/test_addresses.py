"""Whatever a finding is about can be gone to."""

import pytest

from sightline.kernel.references import Reference
from sightline.oversight.gaps.presenters.addresses import address
from sightline.oversight.gaps.rules.catalogue import catalogue


@pytest.mark.parametrize("kind", sorted({rule.subject for rule in catalogue().values()}))
def test_what_a_rule_is_about_has_a_page(kind):
    assert address(Reference(kind, 7), "ashvale", board_id=4).startswith("/p/ashvale/")


def test_what_no_page_shows_has_no_address():
    assert address(Reference("ferries.ferry", 7), "ashvale") == ""


def test_a_seat_of_no_known_board_has_no_address():
    assert address(Reference("governance.seat", 7), "ashvale") == ""
