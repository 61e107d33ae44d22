"""What the verbs of actions share: how an action is kept, and a line of its history."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import kept
from sightline.kernel.verdict import Refused

from ..domain import CLOSED, STATUS_LABELS, Event, Status
from ..models import Action, Progress


def keep_action(action: Action) -> Action:
    kept(action)
    index_entry(
        kind="actions.action",
        id=action.pk,
        partnership=action.partnership,
        title=f"Action {action.number}: {action.what}" if action.number else f"Action: {action.what}",
        text=f"{action.what} {action.owner_as_written} {action.closing_note}",
        dated_on=action.raised_on,
    )
    return action


def tell(
    action: Action, event: Event, on: date, note: str, by: User | None, status: str = "", rating: str = ""
) -> Progress:
    return kept(Progress(action=action, event=event, on=on, note=note, status=status, rating=rating, by=by))


def refuse_if_closed(action: Action) -> None:
    if action.status in CLOSED:
        label = STATUS_LABELS[Status(action.status)].lower()
        raise Refused(f"This action is {label} since {day(action.closed_on)}. Reopen it to change it.")


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else "no date"
