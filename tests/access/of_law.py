"""An edition of law, and a partnership's word that it took it in, for the lists of routes."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.law.commands import record_edition, record_instrument
from sightline.partnership.law.commands.changes import acknowledge
from sightline.partnership.law.models import Edition
from tests.access.making import another, makes
from tests.world import World


def _edition(world: World) -> Edition:
    name = another("Lantern Act")
    instrument = record_instrument(slug=name.lower().replace(" ", "-"), name=name, kind="act", by=None)
    return record_edition(instrument=instrument, label=name, in_force_on=world.today, source="here", by=None)


@makes("edition")
def an_edition(world: World, partnership: Partnership) -> dict[str, Any]:
    """Law belongs to everyone; what stands for another partnership's is one that nobody keeps."""
    return {"edition": 0 if partnership == world.other else _edition(world).pk}


@makes("acknowledgement")
def an_acknowledgement(world: World, partnership: Partnership) -> dict[str, Any]:
    made = acknowledge(
        partnership=partnership, edition=_edition(world), what_was_done="All were told", on=world.today, by=None
    )
    return {"acknowledgement": made.pk}
