"""Links in e-mails: made and renewed with each digest, taken back by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from sightline.foundation.accounts.domain import digest_of
from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.due import Due
from sightline.kernel.verdict import Refused

from ..domain.secrets import new_nonce, secret_of
from ..models import Link

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link to be had: one thing, for one person, for some days."""

    due: Due
    person_id: int
    days: int

    @property
    def key(self) -> tuple[str, int, int]:
        return self.due.reference.kind, self.due.reference.id, self.person_id


def links_for(wanted: Iterable[Wanted], at: datetime) -> dict[tuple[str, int, int], Link]:
    """A link for each, in three queries: one in use runs on, one that ran out gets a new secret, the rest are made."""
    asked = {want.key: want for want in wanted}
    found = {(link.kind, link.object_id, link.person_id): link for link in _in_use(asked)}
    for key, link in found.items():
        if key in asked:
            _renew(link, asked[key], at)
    changed = [link for key, link in found.items() if key in asked]
    Link.objects.bulk_update(changed, ["expires_at", "nonce", "secret_digest"], batch_size=200)
    made = [_made(want, at) for key, want in asked.items() if key not in found]
    Link.objects.bulk_create(made)
    return {key: link for key, link in found.items() if key in asked} | {
        (link.kind, link.object_id, link.person_id): link for link in made
    }


def _in_use(asked: dict[tuple[str, int, int], Wanted]) -> Iterable[Link]:
    people, things = {key[2] for key in asked}, {key[1] for key in asked}
    return Link.objects.filter(revoked_at=None, person__in=people, object_id__in=things)


def _renew(link: Link, want: Wanted, at: datetime) -> None:
    """A link that ran out is not woken with its old secret: the old e-mail stays dead."""
    if link.expires_at <= at or link.secret_digest != digest_of(secret_of(settings.SECRET_KEY, link.nonce)):
        _give_secret(link)
    link.expires_at = max(link.expires_at, at + timedelta(days=want.days))


def _made(want: Wanted, at: datetime) -> Link:
    kind, thing, person = want.key
    link = Link(
        partnership_id=want.due.partnership_id,
        kind=kind,
        object_id=thing,
        person_id=person,
        what=want.due.what[:LONGEST],
        made_at=at,
        expires_at=at + timedelta(days=want.days),
    )
    _give_secret(link)
    return link


def _give_secret(link: Link) -> None:
    link.nonce = new_nonce()
    link.secret_digest = digest_of(secret_of(settings.SECRET_KEY, link.nonce))


@deed
def revoke(*, link: Link, why: str, at: datetime, by: User | None) -> Link:
    """The link stops working at once. The next digest brings its owner a new one, if the thing is still theirs."""
    if link.revoked_at is not None:
        raise Refused("This link has been taken back already.")
    if not why.strip():
        raise Refused("Say why the link is taken back.", "why")
    link.revoked_at, link.revoked_by, link.why_revoked = at, by, why.strip()
    return kept(link)
