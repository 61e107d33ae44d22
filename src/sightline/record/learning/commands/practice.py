"""Verbs of the practice library. Evidence of an example is added in the evidence room, under `learning.practiceexample`."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.library.models import Document
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.plan.models import Theme
from sightline.record.evidence.models import BearsOn

from ..models import ExampleTheme, PracticeExample
from .checks import needed, not_before, same_partnership

SUBJECT = "learning.practiceexample"
PARTS = ("title", "what", "for_whom", "organisation", "contact", "strength", "document", "url", "review_on")


@deed
def record_example(
    *,
    partnership: Partnership,
    title: str,
    what: str,
    on: date,
    by: User | None,
    for_whom: str = "",
    organisation: Organisation | None = None,
    contact: Post | None = None,
    strength: str = "",
    document: Document | None = None,
    url: str = "",
    review_on: date | None = None,
    themes: Iterable[Theme] = (),
) -> PracticeExample:
    example = PracticeExample(partnership=partnership, recorded_on=on)
    parts = {
        "title": title,
        "what": what,
        "for_whom": for_whom,
        "organisation": organisation,
        "contact": contact,
        "strength": strength,
        "document": document,
        "url": url,
        "review_on": review_on,
    }
    return _keep(example, parts, themes)


@deed
def correct_example(
    *, example: PracticeExample, by: User | None, themes: Iterable[Theme] | None = None, **changes: Any
) -> PracticeExample:
    return _keep(example, changes, themes)


def _keep(example: PracticeExample, parts: dict[str, Any], themes: Iterable[Theme] | None) -> PracticeExample:
    for name, value in parts.items():
        if name not in PARTS:
            raise Refused(f"{name} cannot be set.", name)
        setattr(example, name, value.strip() if isinstance(value, str) else value)
    needed(title=example.title, what=example.what)
    refuse_child_details(title=example.title, what=example.what, for_whom=example.for_whom)
    same_partnership(
        example.partnership,
        organisation=example.organisation,
        contact=example.contact,
        document=example.document,
    )
    kept(example)
    if themes is not None:
        example.themes.all().delete()
        for theme in themes:
            kept(ExampleTheme(example=example, theme=theme))
    index_entry(
        kind=SUBJECT,
        id=example.pk,
        partnership=example.partnership,
        title=f"Practice example: {example.title}",
        text=f"{example.what} {example.for_whom}",
        dated_on=example.recorded_on,
    )
    return example


@deed
def share_example(*, example: PracticeExample, on: date, by: User | None) -> PracticeExample:
    """Lets the other partnerships of the region read it, while this partnership shares learning with the region."""
    if example.withdrawn_on is not None:
        raise Refused("This example is withdrawn. It is not shared.")
    if example.partnership.overseen_by_id is None:
        raise Refused("This partnership belongs to no region, so there is nobody to share it with.")
    not_before(on, example.recorded_on, "It was recorded")
    example.shared_on = example.shared_on or on
    return kept(example)


@deed
def stop_sharing(*, example: PracticeExample, by: User | None) -> PracticeExample:
    example.shared_on = None
    return kept(example)


@deed
def withdraw_example(*, example: PracticeExample, on: date, because: str, by: User | None) -> PracticeExample:
    """No longer an example to follow; it stays readable to its own partnership, with the reason."""
    not_before(on, example.recorded_on, "It was recorded")
    needed(because=because)
    refuse_child_details(because=because)
    example.withdrawn_on, example.withdrawn_because = on, because.strip()
    return kept(example)


@deed
def remove_example(*, example: PracticeExample, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. One that has evidence or was shared is withdrawn instead."""
    if example.shared_on or BearsOn.objects.filter(subject_kind=SUBJECT, subject_id=example.pk).exists():
        raise Refused("Others build on this example already. Withdraw it instead, and say why.")
    unindex(kind=SUBJECT, id=example.pk)
    example.delete()
