"""What waits to be sent by e-mail: who sends it asks here, and says `commands.mark_sent` for each that went."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sightline.kernel.references import Reference
from sightline.partnership.directory.models import Holding
from sightline.partnership.directory.queries import running_on

from ..documents.letters import html_of, text_of
from ..models import Briefing, Copy, IssueTo, Subscriber
from .issues import unsubscribe_token


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail to send. `row` is what `mark_sent` wants. Without addresses there is nobody to write to yet.

    `unsubscribe` is the token of `learning:unsubscribe` ("" for agencies, who are sent briefings as partners).
    """

    reference: Reference
    row: IssueTo | Copy
    partnership_id: int
    organisation_id: int | None
    addresses: tuple[str, ...]
    subject: str
    text: str
    html: str
    unsubscribe: str = ""


def to_send(partnership_ids: Collection[int], on: date) -> Iterator[Letter]:
    """Issued by a day, in force, and not sent yet: a handful of queries however many letters."""
    yield from _to_agencies(partnership_ids, on)
    yield from _to_subscribers(partnership_ids, on)


def _waiting(partnership_ids: Collection[int], on: date) -> dict[str, object]:
    return {
        "mailed_at": None,
        "briefing__partnership__in": partnership_ids,
        "briefing__issued_on__lte": on,
        "briefing__retired_on": None,
        "briefing__revised_on": None,
    }


def _to_agencies(partnership_ids: Collection[int], on: date) -> Iterator[Letter]:
    rows = IssueTo.objects.filter(**_waiting(partnership_ids, on)).select_related(
        "briefing__partnership", "organisation"
    )
    issues = list(rows.prefetch_related("briefing__parts"))
    emails = _emails_of_posts({issue.contact_id for issue in issues if issue.contact_id}, on)
    for issue in issues:
        asks = (
            f"Please confirm that it has reached {issue.organisation} by {_day(issue.receipt_due_on)}, "
            f"and say to whom you passed it on by {_day(issue.cascade_due_on)}."
        )
        reference = Reference("learning.issueto", issue.pk)
        yield _letter(reference, issue, issue.organisation_id, emails.get(issue.contact_id or 0, ()), asks)


def _to_subscribers(partnership_ids: Collection[int], on: date) -> Iterator[Letter]:
    rows = Copy.objects.filter(**_waiting(partnership_ids, on)).select_related(
        "briefing__partnership", "subscriber__person"
    )
    copies = list(rows.prefetch_related("briefing__parts"))
    emails = _emails_of_posts({c.subscriber.post_id for c in copies if c.subscriber.post_id}, on)
    for copy in copies:
        addresses = _addresses(copy.subscriber, emails)
        reference = Reference("learning.copy", copy.pk)
        yield _letter(reference, copy, None, addresses, "", unsubscribe_token(copy.subscriber))


def _addresses(subscriber: Subscriber, emails: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    if subscriber.post_id:
        return emails.get(subscriber.post_id, ())
    address = subscriber.person.work_email if subscriber.person else subscriber.email
    return (address,) if address else ()


def _emails_of_posts(posts: set[int], on: date) -> dict[int, tuple[str, ...]]:
    """Work addresses of whoever holds each post on a day; one query."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Holding.objects.filter(running_on(on), post__in=posts).exclude(person__work_email="")
    for post, email in rows.order_by("pk").values_list("post_id", "person__work_email"):
        found[post].append(email)
    return {post: tuple(dict.fromkeys(each)) for post, each in found.items()}


def _letter(
    reference: Reference,
    row: IssueTo | Copy,
    organisation_id: int | None,
    addresses: tuple[str, ...],
    asks: str,
    unsubscribe: str = "",
) -> Letter:
    briefing: Briefing = row.briefing
    parts = {part.code: part.text for part in briefing.parts.all()}
    about = (briefing.kind, briefing.title, briefing.partnership.name, parts, briefing.url, asks)
    return Letter(
        reference,
        row,
        briefing.partnership_id,
        organisation_id,
        addresses,
        briefing.title,
        text_of(*about),
        html_of(*about),
        unsubscribe,
    )


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
