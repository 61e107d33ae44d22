"""The table of roles to review."""

from collections.abc import Iterable

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Table, row

from ..queries.accounts import RoleToReview


def review_table(found: Iterable[RoleToReview], partnership: Partnership, path: str) -> Table:
    return Table(
        caption="Roles to review",
        caption_hidden=True,
        columns=(
            Column("person", "Person"),
            Column("role", "Role"),
            Column("why", "Why"),
            Column("do", "Change", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(
            row(
                Cell(text=one.grant.user.name, note=one.grant.user.email),
                one.grant.get_role_display(),
                one.why,
                Cell(
                    text="End the role",
                    hidden=f"of {one.grant.user.name}",
                    href=reverse("accounts:end_role", args=[partnership.slug, one.grant.pk]),
                ),
            )
            for one in found
        ),
        export_href=path,
        empty="Every role here is in use, by someone who is still in post as far as the record knows.",
    )
