"""Tables of people who sign in, of invitations and of roles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain import DEED_LABELS, ROLES, Deed, Role, RoleCard
from ..models import Grant, Invitation, Partnership, User
from ..policy import has_ended

NEVER = "Never"


def people_table(
    grants: Iterable[Grant], protected: frozenset[int], partnership: Partnership, today: date, path: str
) -> Table:
    return Table(
        caption="People and their roles",
        columns=(
            Column("person", "Person"),
            Column("role", "Role"),
            Column("from", "From"),
            Column("until", "Last day"),
            Column("seen", "Last signed in"),
            Column("factor", "Second factor"),
            Column("do", "Change", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_person_row(grant, grant.user_id in protected, partnership, today) for grant in grants),
        filters=(
            Filter("state", "Role is"),
            Filter("seen", "Signed in"),
        ),
        searchable=True,
        sort="person",
        export_href=path,
        empty="Nobody has a role here yet.",
        note="A role that has ended stays in the list, so that it can be seen who could read what and when.",
    )


def _person_row(grant: Grant, has_factor: bool, partnership: Partnership, today: date) -> Row:
    ended, seen = has_ended(grant, today), grant.user.last_login
    link = Cell(
        text="End the role",
        hidden=f"of {grant.user.name}, {grant.get_role_display()}",
        href=reverse("accounts:end_role", args=[partnership.slug, grant.pk]),
    )
    return row(
        Cell(text=grant.user.name, note=grant.user.email),
        grant.get_role_display(),
        grant.starts_on,
        _last_day(grant.ends_on),
        _seen(seen),
        Cell(text="Yes" if has_factor else "No"),
        Cell() if ended else link,
        facets={"state": _state(grant, today), "seen": "Never" if seen is None else "At least once"},
        emphasis="muted" if ended else "",
    )


def _state(grant: Grant, today: date) -> str:
    if has_ended(grant, today):
        return "Ended"
    return "To start" if grant.starts_on > today else "In force"


def _last_day(ends_on: date | None) -> date | str:
    return ends_on - timedelta(days=1) if ends_on else ""


def _seen(seen: datetime | None) -> Cell | date:
    return timezone.localtime(seen).date() if seen else Cell(text=NEVER, tag="yellow")


@dataclass(frozen=True)
class InvitationRow:
    name: str
    email: str
    role: str
    invited_on: date
    inviter: str
    state: str
    again_href: str
    withdraw_href: str


def invitation_rows(invitations: Iterable[Invitation], at: datetime) -> tuple[InvitationRow, ...]:
    return tuple(
        InvitationRow(
            name=invitation.name,
            email=invitation.email,
            role=invitation.get_role_display(),
            invited_on=timezone.localdate(invitation.invited_at),
            inviter=invitation.invited_by.name,
            state="Run out"
            if invitation.expires_at <= at
            else f"Open until {timezone.localdate(invitation.expires_at):%-d %B %Y}",
            again_href=_invitation_href("send_again", invitation),
            withdraw_href=_invitation_href("withdraw", invitation),
        )
        for invitation in invitations
    )


def _invitation_href(verb: str, invitation: Invitation) -> str:
    if invitation.partnership is None:
        return reverse(f"accounts:{verb}_anywhere", args=[invitation.pk])
    return reverse(f"accounts:{verb}", args=[invitation.partnership.slug, invitation.pk])


def accounts_table(users: Iterable[User], protected: frozenset[int], today: date, path: str) -> Table:
    return Table(
        caption="Accounts",
        columns=(
            Column("person", "Person"),
            Column("roles", "Roles in force"),
            Column("seen", "Last signed in"),
            Column("factor", "Second factor"),
            Column("state", "Account"),
        ),
        rows=tuple(_account_row(user, user.pk in protected, today) for user in users),
        filters=(Filter("seen", "Signed in"), Filter("open", "Account is"), Filter("has_role", "Has a role")),
        searchable=True,
        sort="person",
        export_href=path,
        empty="There is no account yet.",
    )


def _account_row(user: User, has_factor: bool, today: date) -> Row:
    held = [grant for grant in user.grants.all() if grant.starts_on <= today and not has_ended(grant, today)]
    roles = "; ".join(f"{grant.get_role_display()}, {_where(grant)}" for grant in held)
    return row(
        Cell(text=user.name, note=user.email, href=reverse("accounts:account_of", args=[user.pk])),
        roles or Cell(text="None", tag="yellow"),
        _seen(user.last_login),
        Cell(text="Yes" if has_factor else "No"),
        Cell(text="Open") if user.is_active else Cell(text="Closed", tag="grey"),
        facets={
            "seen": "Never" if user.last_login is None else "At least once",
            "open": "Open" if user.is_active else "Closed",
            "has_role": "Yes" if held else "No",
        },
        emphasis="" if user.is_active else "muted",
    )


def _where(grant: Grant) -> str:
    return grant.partnership.short_name if grant.partnership else "the installation"


def roles_of_person(grants: Iterable[Grant], today: date) -> Table:
    return Table(
        caption="Roles",
        columns=(
            Column("where", "Where"),
            Column("role", "Role"),
            Column("from", "From"),
            Column("until", "Last day"),
            Column("why", "Reason"),
            Column("do", "Change", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(
            row(
                grant.partnership.name if grant.partnership else "The whole installation",
                grant.get_role_display(),
                grant.starts_on,
                _last_day(grant.ends_on),
                grant.reason,
                Cell() if has_ended(grant, today) else _end_anywhere(grant),
                emphasis="muted" if has_ended(grant, today) else "",
            )
            for grant in grants
        ),
        page_size=0,
        empty="This person holds no role and has never held one.",
    )


def _end_anywhere(grant: Grant) -> Cell:
    hidden = f"{grant.get_role_display()}, {_where(grant)}"
    return Cell(text="End the role", hidden=hidden, href=reverse("accounts:end_role_anywhere", args=[grant.pk]))


@dataclass(frozen=True)
class EndingShown:
    person: str
    role: str
    where: str


def ending_shown(grant: Grant) -> EndingShown:
    where = grant.partnership.name if grant.partnership else "the whole installation"
    return EndingShown(grant.user.name, grant.get_role_display(), where)


@dataclass(frozen=True)
class InvitationShown:
    name: str
    email: str
    role: str
    where: str


def invitation_shown(invitation: Invitation) -> InvitationShown:
    where = invitation.partnership.name if invitation.partnership else "the whole installation"
    return InvitationShown(invitation.name, invitation.email, invitation.get_role_display(), where)


@dataclass(frozen=True)
class OwnPage:
    name: str
    email: str
    has_password: bool
    has_second_factor: bool
    roles: Table


def own_page(user: User, has_second_factor: bool, today: date) -> OwnPage:
    roles = roles_of_person(user.grants.all(), today)
    without_change = tuple(replace(line, cells=line.cells[:-1]) for line in roles.rows)
    roles = replace(roles, caption="Your roles", columns=roles.columns[:-1], rows=without_change)
    return OwnPage(user.name, user.email, user.has_usable_password(), has_second_factor, roles)


@dataclass(frozen=True)
class RoleShown:
    label: str
    who: str
    deeds: tuple[str, ...]


def roles_shown() -> tuple[RoleShown, ...]:
    return tuple(_role_shown(card) for card in ROLES.values())


def _role_shown(card: RoleCard) -> RoleShown:
    return RoleShown(card.label, card.who, tuple(DEED_LABELS[deed] for deed in Deed if deed in card.deeds))


def roles_matrix() -> Table:
    """Deeds down, roles across, for those who audit."""
    return Table(
        caption="Who may do what",
        caption_hidden=True,
        columns=(Column("deed", "May …"), *(Column(role.value, ROLES[role].label, sortable=False) for role in Role)),
        rows=tuple(
            row(Cell(text=DEED_LABELS[deed]), *("Yes" if deed in ROLES[role].deeds else "" for role in Role))
            for deed in Deed
        ),
        export_href=reverse("accounts:roles"),
        page_size=0,
        dense=True,
        stacked=False,
    )
