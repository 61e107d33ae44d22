"""Verbs of subscriptions. As little as possible is kept, and the address goes when the subscription ends."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Person, Post

from ..models import Subscriber
from .checks import needed, same_partnership


@deed
def subscribe(
    *,
    partnership: Partnership,
    on: date,
    consent: str,
    by: User | None,
    email: str = "",
    person: Person | None = None,
    post: Post | None = None,
    sector: str = "",
) -> Subscriber:
    """One of a work address, a person or a post; `consent` says how they asked for it."""
    needed(consent=consent)
    refuse_child_details(consent=consent)
    same_partnership(partnership, person=person, post=post)
    if sum(bool(one) for one in (email, person, post)) != 1:
        raise Refused("Give an e-mail address, or choose a person or a post; one of the three.", "email")
    address = email.strip().lower()
    again = Subscriber.objects.filter(partnership=partnership, ended_on=None, email=address, person=person, post=post)
    if again.exists():
        raise Refused("They are sent briefings already.", "email")
    return kept(
        Subscriber(
            partnership=partnership,
            email=address,
            person=person,
            post=post,
            sector=sector,
            consented_on=on,
            consent=consent.strip(),
        )
    )


@deed
def end_subscription(*, subscriber: Subscriber, on: date, by: User | None = None) -> Subscriber:
    """Nothing more is sent, what waits is withdrawn, and the address is removed."""
    if subscriber.ended_on is None:
        subscriber.copies.filter(mailed_at=None).delete()
        subscriber.ended_on, subscriber.email = max(on, subscriber.consented_on), ""
        kept(subscriber)
    return subscriber
