"""Sending what is prepared. A digest is taken in hand before it goes: killed in between, it is in doubt, never sent twice."""

import logging
import smtplib
from datetime import datetime, timedelta
from enum import Enum, auto

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from ..domain import State, minutes_to_wait
from ..models import Digest
from ..queries import digests_to_send
from .digests import prepare
from .letters import letter_of

AT_ONCE = 200
"""Digests in one go, so that the timetable's other jobs get their turn."""
STALE_AFTER = timedelta(days=2)
IN_HAND = timedelta(minutes=30)
GONE = (smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError, smtplib.SMTPAuthenticationError)
log = logging.getLogger("sightline")
DOUBT = "Sightline stopped while this was going out. It may have arrived."


class Outcome(Enum):
    WENT = auto()
    DID_NOT_GO = auto()
    SERVER_AWAY = auto()


def remind(*, at: datetime) -> int:
    """What the timetable does: prepares the day's digests when it is time, then sends what waits; gives how many went."""
    prepare(at=at)
    recover(at=at)
    return send_waiting(at=at)


def recover(*, at: datetime) -> int:
    """Digests in hand for so long that whoever had them is gone."""
    left = Digest.objects.filter(state=State.SENDING, next_try_at__lte=at - IN_HAND)
    return left.update(state=State.IN_DOUBT, problem=DOUBT)


def send_waiting(*, at: datetime, limit: int = AT_ONCE) -> int:
    """Over one connection. When the mail server is away the first failure ends the round, and the rest wait unharmed."""
    waiting = digests_to_send(at, timezone.localdate(at) - STALE_AFTER, limit)
    if not waiting:
        return 0
    connection, sent = get_connection(), 0
    try:
        for digest in waiting:
            outcome = _send(digest, connection, at)
            sent += outcome is Outcome.WENT
            if outcome is Outcome.SERVER_AWAY:
                break
    finally:
        connection.close()
    return sent


def _send(digest: Digest, connection: BaseEmailBackend, at: datetime) -> Outcome:
    if not _take_in_hand(digest, at):
        return Outcome.DID_NOT_GO
    try:
        letter = letter_of(digest)
        connection.open()
        letter.connection = connection
        letter.send()
    except OSError as problem:
        _note_failure(digest, problem, at)
        return Outcome.SERVER_AWAY if _is_away(problem) else Outcome.DID_NOT_GO
    except ValueError:
        # An address or a name that no e-mail can carry.
        log.exception("could not write digest %s", digest.pk)
        _end(digest, State.GIVEN_UP, "The e-mail could not be written. Check the address in the directory.", at)
        return Outcome.DID_NOT_GO
    digest.state, digest.sent_at, digest.problem = State.SENT, at, ""
    digest.save(update_fields=["state", "sent_at", "problem"])
    return Outcome.WENT


def _is_away(problem: OSError) -> bool:
    """The trouble is with the server, not with this one digest."""
    return not isinstance(problem, smtplib.SMTPException) or isinstance(problem, GONE)


def _take_in_hand(digest: Digest, at: datetime) -> bool:
    """Only one of several processes gets it."""
    taken = Digest.objects.filter(pk=digest.pk, state=digest.state, tries=digest.tries)
    digest.tries += 1
    digest.state = State.SENDING
    return bool(taken.update(state=State.SENDING, tries=digest.tries, next_try_at=at))


def _note_failure(digest: Digest, problem: OSError, at: datetime) -> None:
    wait = None if _is_final(problem) else minutes_to_wait(digest.tries)
    state = State.GIVEN_UP if wait is None else State.FAILED
    _end(digest, state, problem_words(problem), at + timedelta(minutes=wait or 0))


def _end(digest: Digest, state: State, problem: str, next_try_at: datetime) -> None:
    digest.state, digest.problem, digest.next_try_at = state, problem, next_try_at
    digest.save(update_fields=["state", "problem", "next_try_at"])


def _is_final(problem: OSError) -> bool:
    """An address that the server will never take."""
    if not isinstance(problem, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= 500 for code, _ in problem.recipients.values())


def problem_words(problem: OSError) -> str:
    """What went wrong, as a business manager can pass it on."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(problem.recipients.values()))
        return f"The mail server refused the address ({code} {_text(said)})."[:300]
    if isinstance(problem, smtplib.SMTPAuthenticationError):
        return "The mail server did not accept Sightline’s user name and password. Tell your council’s IT."
    if isinstance(problem, smtplib.SMTPResponseException):
        return f"The mail server answered {problem.smtp_code} {_text(problem.smtp_error)}."[:300]
    return "The mail server could not be reached. Tell your council’s IT if this goes on."


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


@deed
def try_again(*, digest: Digest, at: datetime, by: User | None) -> Digest:
    """For one that failed or is in doubt: goes with the next sending."""
    if digest.state in (State.SENT, State.SENDING):
        raise Refused("This e-mail has gone out. Nobody is sent two on one day.")
    if digest.day < timezone.localdate(at) - STALE_AFTER:
        raise Refused("This e-mail is out of date. Send this person what is due today instead.")
    digest.state, digest.next_try_at, digest.tries, digest.problem = State.PREPARED, at, 0, ""
    digest.save(update_fields=["state", "next_try_at", "tries", "problem"])
    return digest
