"""Two invented agencies and a challenge between them."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.directory.models import Organisation
from sightline.record.challenges.commands import Raiser, raise_challenge
from sightline.record.challenges.domain import Kind
from sightline.record.challenges.models import Challenge

MONDAY = date(2026, 6, 1)


def body(partnership: Partnership, name: str) -> Organisation:
    return Organisation.objects.filter(partnership=partnership, name=name).first() or record_organisation(
        partnership=partnership, name=name, by=None
    )


def make_challenge(partnership: Partnership, on: date = MONDAY, **parts: Any) -> Challenge:
    given: dict[str, Any] = {
        "kind": Kind.ATTENDANCE,
        "about": "Nobody from the police came to the last three meetings",
        "raiser": Raiser(organisation=body(partnership, "Ashvale Council")),
        "challenged": body(partnership, "Ashvale Police"),
        "by": None,
    }
    return raise_challenge(partnership=partnership, on=on, **(given | parts))
