"""One referral between two boards of a partnership, for the lists of routes."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.record.meetings.commands.referrals import send_referral
from tests.access.making import another, makes
from tests.world import World


@makes("referral")
def a_referral(world: World, partnership: Partnership) -> dict[str, Any]:
    sending, receiving = (
        create_board(partnership=partnership, name=another("Group"), kind=BoardKind.SUBGROUP, by=None) for _ in range(2)
    )
    made = send_referral(
        board=sending, to_board=receiving, title="Dataset", ask="Agree the dataset.", on=world.today, by=None
    )
    return {"referral": made.pk}
