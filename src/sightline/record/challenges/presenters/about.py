"""What a challenge is about: from the page of that thing to a challenge, and back to it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference

from ..queries import challenges_about, course_on
from .words import href, state_cell

CHALLENGE = "Challenge this"
Finder = Callable[[Reference, str], str]
_FINDERS: list[Finder] = []


def find_addresses_by(finder: Finder) -> None:
    """Called once, when a room above starts: where a record that another room names is shown, or ""."""
    if finder not in _FINDERS:
        _FINDERS.append(finder)


def address_of(reference: Reference, slug: str) -> str:
    return next((found for finder in _FINDERS if (found := finder(reference, slug))), "")


def raise_href(slug: str, reference: Reference, label: str) -> str:
    """The form with what it is about filled in."""
    return f"{reverse('challenges:raise', args=[slug])}?{urlencode({'about': str(reference), 'label': label[:200]})}"


def of_action(slug: str, action: Any) -> str:
    name = f"Action {action.number}" if action.number else "Action"
    return raise_href(slug, Reference("actions.action", action.pk), f"{name}: {action.what}")


def of_recommendation(slug: str, one: Any) -> str:
    name = f"Recommendation {one.number}" if one.number else "Recommendation"
    return raise_href(slug, Reference("recommendations.recommendation", one.pk), f"{name} of {one.source_title}")


def facts_of_action(partnership: Partnership, action: Any, on: date) -> list[dict[str, Any]]:
    return _facts(partnership, Reference("actions.action", action.pk), on)


def facts_of_recommendation(partnership: Partnership, one: Any, on: date) -> list[dict[str, Any]]:
    return _facts(partnership, Reference("recommendations.recommendation", one.pk), on)


def _facts(partnership: Partnership, reference: Reference, on: date) -> list[dict[str, Any]]:
    """One for each challenge that was raised on it; two queries."""
    found = ((one, course_on(one, on)) for one in challenges_about(partnership, reference, on))
    return [
        {
            "term": "Challenged",
            "value": f"Challenge {one.number}",
            "href": href(partnership.slug, one.pk),
            "note": state_cell(course).text,
        }
        for one, course in found
        if course is not None
    ]
