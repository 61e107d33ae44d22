"""The six people who can sign in to the demonstration. Their password is printed when it starts; it is not a secret."""

from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.commands import give_role, open_account
from sightline.foundation.accounts.domain import ROLES, Role
from sightline.foundation.accounts.models import Partnership, User
from sightline.partnership.directory.commands import link_account
from sightline.partnership.governance.domain import Capacity
from sightline.partnership.governance.models import Board, Membership

PASSWORD = "seven quiet lanterns"
SINCE = date(2024, 4, 1)


@dataclass(frozen=True, slots=True)
class SignIn:
    role: str
    email: str
    user: User


def build_people(
    *, partnership: Partnership, second: Partnership, region: Partnership, board: Board, by: User | None
) -> list[SignIn]:
    """A chair and a member are the people in those seats of `board`; the others are invented here.

    The scrutineer works for two partnerships, as scrutineers do.
    """
    chair, member = _chair_and_member(board)
    cast = (
        (Role.BUSINESS_MANAGER, "Hester Calloway", partnership, None),
        (Role.CHAIR, chair.person.name, partnership, chair),
        (Role.MEMBER, member.person.name, partnership, member),
        (Role.SCRUTINEER, "Ambrose Tindall", partnership, None),
        (Role.REGIONAL_OVERSEER, "Nerys Adebola", region, None),
        (Role.ADMINISTRATOR, "Casimir Wroe", None, None),
    )
    people = [_sign_in(role, name, where, seat, by) for role, name, where, seat in cast]
    scrutineer = people[3].user
    if not scrutineer.grants.filter(partnership=second).exists():
        give_role(user=scrutineer, role=Role.SCRUTINEER, partnership=second, starts_on=SINCE, by=by)
    return people


def _chair_and_member(board: Board) -> tuple[Membership, Membership]:
    rows = Membership.objects.filter(seat__board=board, ended_on__isnull=True).select_related("person", "seat")
    chair = rows.filter(seat__capacity__in=(Capacity.CHAIR, Capacity.CO_CHAIR)).order_by("seat__order", "id").first()
    member = rows.filter(seat__capacity=Capacity.MEMBER).order_by("seat__order", "id").first()
    if chair is None or member is None:
        raise LookupError(f"{board} needs a chair and a member before people can sign in as them")
    return chair, member


def _sign_in(role: Role, name: str, where: Partnership | None, seat: Membership | None, by: User | None) -> SignIn:
    email = f"{role.value.replace('_', '.')}@sightline.example"
    user = User.objects.filter(email=email).first()
    if user is None:
        user = open_account(email=email, name=name, password=PASSWORD, by=by)
        give_role(user=user, role=role, partnership=where, starts_on=SINCE, by=by)
        if seat is not None:
            link_account(person=seat.person, account=user, by=by)
    return SignIn(ROLES[role].label, email, user)
