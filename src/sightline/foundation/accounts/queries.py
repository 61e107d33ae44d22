"""Questions about accounts. What a person sees starts at `visible_to(viewer)`."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q, QuerySet

from .domain import Deed, Held, Role, Topic, Viewer, digest_of, nobody
from .models import Grant, Invitation, Partnership, Sharing, User


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


def account_at(email: str) -> User | None:
    return User.objects.filter(email__iexact=email).first()


def grants_in(partnership: Partnership) -> QuerySet[Grant]:
    """Roles given in a partnership at any time, with who holds and who gave them."""
    return (
        Grant.objects.filter(partnership=partnership).select_related("user", "granted_by").order_by("user__name", "id")
    )


def open_invitations(partnership: Partnership | None) -> QuerySet[Invitation]:
    """Neither accepted nor withdrawn; the page says which have run out."""
    waiting = Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
    return waiting.filter(partnership=partnership).select_related("invited_by")


def invitation_by_secret(secret: str) -> Invitation | None:
    return Invitation.objects.select_related("partnership").filter(secret_digest=digest_of(secret)).first()


def accounts() -> QuerySet[User]:
    """Everybody who can or could sign in, with their roles."""
    roles = Grant.objects.select_related("partnership").order_by("starts_on", "id")
    return User.objects.prefetch_related(Prefetch("grants", roles)).order_by("name", "email")


def account_with_roles(pk: int) -> User:
    """Raises User.DoesNotExist."""
    return accounts().get(pk=pk)


def users_with_second_factor(users: Iterable[int]) -> frozenset[int]:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return frozenset(Authenticator.objects.filter(user__in=users, type__in=kinds).values_list("user_id", flat=True))


def topics_shared_by(partnership: Partnership) -> frozenset[Topic]:
    rows = Sharing.objects.filter(partnership=partnership, is_shared=True)
    return frozenset(Topic(topic) for topic in rows.values_list("topic", flat=True))


def grants_anywhere() -> QuerySet[Grant]:
    return Grant.objects.select_related("user", "partnership")


def partnerships_with_managers(day: date) -> list[tuple[Partnership, list[str]]]:
    """Every partnership with the names of its business managers that day: two queries."""
    managers: dict[int, list[str]] = defaultdict(list)
    rows = grants_on(day).filter(role=Role.BUSINESS_MANAGER, user__is_active=True)
    for partnership_id, name in rows.values_list("partnership_id", "user__name"):
        managers[partnership_id].append(name)
    return [(p, managers[p.pk]) for p in Partnership.objects.select_related("overseen_by")]
