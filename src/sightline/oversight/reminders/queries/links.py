"""Links by their secrets, and whether they still open anything."""

from datetime import date, datetime

from django.db.models import QuerySet

from sightline.foundation.accounts.domain import digest_of
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due

from ..models import Link, Wish
from .owners import owners_in
from .sources import due_things_of_kind


def link_by_secret(secret: str) -> Link | None:
    links = Link.objects.select_related("partnership", "person__account")
    return links.filter(secret_digest=digest_of(secret)).first()


def links_of(partnership: Partnership) -> QuerySet[Link]:
    return Link.objects.filter(partnership=partnership).select_related("person").prefetch_related("answers")


def link_in(partnership: Partnership, pk: int) -> Link | None:
    return links_of(partnership).filter(pk=pk).first()


def usable(at: datetime) -> dict[str, object]:
    """As a filter: neither taken back nor run out."""
    return {"revoked_at": None, "expires_at__gt": at}


def is_still_asked(link: Link, on: date) -> Due | None:
    """The thing as its register tells it today; None once it is closed, or asked of somebody else."""
    owners = None
    for due in due_things_of_kind(link.kind, link.partnership_id, on):
        if due.reference.id != link.object_id:
            continue
        owners = owners or owners_in([link.partnership_id], on)
        if link.person_id in {person.id for person in owners.of(due)[0]}:
            return due
    return None


def wish_of(email: str) -> Wish | None:
    return Wish.objects.filter(email=email.lower()).first()


def wish_by_secret(secret: str) -> Wish | None:
    return Wish.objects.filter(secret_digest=digest_of(secret)).first()
