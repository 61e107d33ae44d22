from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.domain import File
from sightline.foundation.library.store import keep
from sightline.kernel.references import Reference
from sightline.record.actions.commands import raise_action
from sightline.record.evidence.commands import add_evidence, bear_on
from sightline.record.evidence.domain import Kind
from tests.access.making import makes
from tests.world import World


@makes("evidence")
def a_piece_of_evidence(world: World, partnership: Partnership) -> dict[str, Any]:
    first, second = (raise_action(partnership=partnership, what=what, by=None).pk for what in ("Write", "Read"))
    sha256, size = keep([b"An audit of twenty plans."])
    made = add_evidence(
        partnership=partnership,
        subject=Reference("actions.action", first),
        title="Audit",
        kind=Kind.ASSURANCE,
        file=File("audit.txt", "text/plain", size, sha256),
        on=world.today,
        by=None,
    )
    bear_on(evidence=made, subject=Reference("actions.action", second), by=None)
    return {"evidence": made.pk}
