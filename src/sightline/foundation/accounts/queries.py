"""Questions about accounts. What a person sees starts at `visible_to(viewer)`."""

from datetime import date

from django.db.models import Q, QuerySet

from .domain import Deed, Held, Role, Topic, Viewer, nobody
from .models import Grant, Partnership, Sharing, User


def grants_on(day: date) -> QuerySet[Grant]:
    return Grant.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day), starts_on__lte=day)


def viewer_for(user: User | None, today: date) -> Viewer:
    """The viewer with all roles in force today; two queries, three for regional overseers."""
    if user is None or not user.is_authenticated or not user.is_active:
        return nobody(today)
    held = tuple(
        Held(Role(role), partnership_id)
        for role, partnership_id in grants_on(today).filter(user=user).values_list("role", "partnership_id")
    )
    regions = {h.partnership_id for h in held if h.role is Role.REGIONAL_OVERSEER}
    return Viewer(user.pk, user.name, today, held, _shared_with(regions) if regions else frozenset())


def _shared_with(regions: set[int | None]) -> frozenset[tuple[int, Topic]]:
    rows = Sharing.objects.filter(partnership__overseen_by__in=regions, is_shared=True)
    return frozenset((pk, Topic(topic)) for pk, topic in rows.values_list("partnership_id", "topic"))


def partnerships_visible_to(viewer: Viewer, deed: Deed = Deed.READ) -> QuerySet[Partnership]:
    return Partnership.objects.filter(pk__in=viewer.partnerships(deed))


def partnerships_overseen_by(viewer: Viewer) -> QuerySet[Partnership]:
    """Partnerships of the viewer's regions, whether or not they share anything."""
    return Partnership.objects.filter(overseen_by__in=viewer.partnerships(Deed.OVERSEE))
