"""Who acts: every command is a deed, done whole or not at all, in its actor's name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, connection, models, transaction

from sightline.kernel.verdict import Refused

Row = TypeVar("Row", bound=models.Model)
Command = TypeVar("Command", bound=Callable[..., Any])
_acting: ContextVar[tuple[int | None, str, str] | None] = ContextVar("acting", default=None)


def deed(command: Command) -> Command:
    """Makes a command atomic and names its `by=` in the trail. A deed within a deed keeps the outer name."""

    @wraps(command)
    def done(*args: Any, **kwargs: Any) -> Any:
        with acting(kwargs.get("by"), command.__name__):
            return command(*args, **kwargs)

    return done  # type: ignore[return-value]


@contextmanager
def acting(by: Any, deed_name: str) -> Iterator[None]:
    """A transaction in the name of `by` (a user, or None for Sightline itself)."""
    with transaction.atomic():
        if _acting.get() is not None:
            yield
            return
        token = _acting.set((getattr(by, "pk", None), str(by or "Sightline"), deed_name))
        try:
            _tell_database(*_acting.get())
            yield
            _tell_database(None, "", "")
        finally:
            _acting.reset(token)


def _tell_database(actor_id: int | None, actor: str, deed_name: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT set_config('sightline.actor_id', %s, true), set_config('sightline.actor', %s, true),"
                " set_config('sightline.deed', %s, true)",
                [str(actor_id or ""), actor, deed_name],
            )
        else:
            cursor.execute(
                "INSERT INTO trail_actingnow (id, actor_id, actor, deed) VALUES (1, %s, %s, %s)"
                " ON CONFLICT (id) DO UPDATE SET actor_id = excluded.actor_id, actor = excluded.actor, deed = excluded.deed",
                [actor_id, actor, deed_name],
            )


TAKEN_MEANWHILE = "Someone saved the same thing at the same moment. Go back and look at what is there now."


def kept(row: Row) -> Row:
    """Checks a row whole and saves it; what does not fit is refused in words, with the field at fault."""
    try:
        row.full_clean()
    except ValidationError as problem:
        name, words = next(iter(problem.message_dict.items()))
        raise Refused(" ".join(words), None if name == NON_FIELD_ERRORS else name) from problem
    try:
        row.save()
    except IntegrityError as problem:  # checked and free a moment ago: someone else was quicker
        raise Refused(TAKEN_MEANWHILE) from problem
    return row
