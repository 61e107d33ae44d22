"""One challenge, for the lists of routes."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation
from sightline.record.challenges.commands import Raiser, raise_challenge
from sightline.record.challenges.domain import Kind
from tests.access.making import another, makes
from tests.world import World


@makes("challenge")
def a_challenge(world: World, partnership: Partnership) -> dict[str, Any]:
    raising, challenged = (
        record_organisation(partnership=partnership, name=another(name), by=None)
        for name in ("Council", "Constabulary")
    )
    made = raise_challenge(
        partnership=partnership,
        kind=Kind.ATTENDANCE,
        about="Nobody came to the last three meetings",
        raiser=Raiser(organisation=raising),
        challenged=challenged,
        on=world.today,
        by=None,
    )
    return {"challenge": made.pk}
