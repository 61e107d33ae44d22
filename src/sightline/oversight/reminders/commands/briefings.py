"""Issued briefings go out by e-mail: to agencies with a link to confirm receipt, to subscribers with one to unsubscribe."""

import logging
from collections.abc import Iterator
from datetime import datetime
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due
from sightline.record.learning.commands import mark_sent
from sightline.record.learning.models import IssueTo
from sightline.record.learning.queries import Letter, to_send

from ..domain.secrets import secret_of
from ..queries import Owners, owners_in, rhythm_of
from .links import Wanted, links_for
from .sending import problem_words

log = logging.getLogger("sightline")
AT_ONCE = 100
LET_BE = 6 * 3600  # seconds


def send_briefings(*, at: datetime) -> int:
    """Sends what is issued and not sent; gives how many went. A letter that fails is tried again at the next time.

    It is marked after it went: killed in between, a briefing comes twice rather than never.
    """
    day, sent = timezone.localdate(at), 0
    places = list(Partnership.objects.filter(ended_on=None).values_list("pk", flat=True))
    letters = list(to_send(places, day))
    if not letters:
        return 0
    owners, connection = owners_in({letter.partnership_id for letter in letters}, day), get_connection()
    try:
        for letter in letters:
            sent += _tried(letter, owners, connection, at)
            if sent == AT_ONCE:
                break
    except OSError:
        log.exception("could not send a briefing")
    finally:
        connection.close()
    return sent


def _tried(letter: Letter, owners: Owners, connection: BaseEmailBackend, at: datetime) -> bool:
    """An address that is refused holds up nobody else, and is let be for some hours."""
    mark = f"briefing-refused-{letter.reference}"
    if cache.get(mark):
        return False
    try:
        return _send(letter, owners, connection, at)
    except SMTPRecipientsRefused as problem:
        cache.set(mark, True, LET_BE)
        log.warning("could not send briefing %s: %s", letter.reference, problem_words(problem))
        return False


def _send(letter: Letter, owners: Owners, connection: BaseEmailBackend, at: datetime) -> bool:
    """False where nobody can be written to yet."""
    written = list(_to_agency(letter, owners, at) if isinstance(letter.row, IssueTo) else _to_subscriber(letter))
    if not written:
        return False
    connection.open()
    for one in written:
        one.connection = connection
        one.send()
    mark_sent(row=letter.row, at=at)
    return True


def _to_agency(letter: Letter, owners: Owners, at: datetime) -> Iterator[EmailMultiAlternatives]:
    """One to each who stands for the agency, with a link of their own."""
    issue: IssueTo = letter.row
    due = Due(
        letter.reference,
        letter.partnership_id,
        issue.briefing.title,
        "Confirm that you have received it",
        issue.receipt_due_on,
        posts=(issue.contact_id,) if issue.contact_id else (),
        organisations=(issue.organisation_id,),
    )
    days = rhythm_of(issue.briefing.partnership).link_days
    for person in owners.of(due)[0]:
        link = links_for([Wanted(due, person.id, days)], at)[(*_key(letter), person.id)]
        address = reverse("reminders:answer", args=[secret_of(settings.SECRET_KEY, link.nonce)])
        yield _written(letter, person.email, "Confirm that you have received it", address)


def _key(letter: Letter) -> tuple[str, int]:
    return letter.reference.kind, letter.reference.id


def _to_subscriber(letter: Letter) -> Iterator[EmailMultiAlternatives]:
    for email in letter.addresses:
        yield _written(letter, email, "Unsubscribe", reverse("learning:unsubscribe", args=[letter.unsubscribe]))


def _written(letter: Letter, email: str, words: str, address: str) -> EmailMultiAlternatives:
    href = settings.ADDRESS + address
    written = EmailMultiAlternatives(letter.subject, f"{letter.text}\n{words}: {href}\n", to=[email])
    html = letter.html.replace("</body>", format_html('<p><a href="{}">{}</a></p></body>', href, words))
    written.attach_alternative(html, "text/html")
    return written
