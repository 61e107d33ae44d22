"""Partnerships as tenants, and what each shares with its region."""

from datetime import date

from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from ..domain import Tier, Topic
from ..models import Partnership, Sharing, User


@deed
def establish_partnership(
    *,
    slug: str,
    name: str,
    short_name: str,
    by: User | None,
    tier: Tier = Tier.BOROUGH,
    overseen_by: Partnership | None = None,
    started_on: date | None = None,
    source: str = "",
    is_verified: bool = True,
) -> Partnership:
    if Partnership.objects.filter(slug=slug).exists():
        raise Refused(f"Another partnership has the address “{slug}”. Choose another word.", "slug")
    partnership = Partnership(
        slug=slug,
        name=name,
        short_name=short_name,
        tier=tier,
        overseen_by=overseen_by,
        started_on=started_on,
        source=source,
        is_verified=is_verified,
    )
    partnership.full_clean()
    partnership.save()
    return partnership


@deed
def choose_sharing(*, partnership: Partnership, topic: Topic, is_shared: bool, by: User | None) -> Sharing:
    row, _ = Sharing.objects.update_or_create(partnership=partnership, topic=topic, defaults={"is_shared": is_shared})
    return row
