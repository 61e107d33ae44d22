"""A digest as an e-mail: plain words and HTML that say the same."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from ..domain.days import due_words, sentence
from ..domain.secrets import secret_of
from ..models import Digest, Item, Section, Wish
from ..queries import items_of, wish_of


def letter_of(digest: Digest) -> EmailMultiAlternatives:
    """Written anew at each try, with the same links; the same digest has the same Message-ID, whichever try arrives."""
    shown = _shown(digest)
    letter = EmailMultiAlternatives(
        subject=subject_of(shown["count"], shown["overdue"]),
        body=render_to_string("reminders/email/digest.txt", shown),
        to=[digest.email],
        headers={"Message-ID": _message_id(digest), "Auto-Submitted": "auto-generated"},
    )
    letter.attach_alternative(render_to_string("reminders/email/digest.html", shown), "text/html")
    return letter


def subject_of(count: int, overdue: int) -> str:
    """How much waits and nothing of what it is: a subject is read by whoever sees the screen."""
    said = f"Sightline: {count} thing{'' if count == 1 else 's'} for you"
    return f"{said}, {overdue} overdue" if overdue else said


def _message_id(digest: Digest) -> str:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip("> ")
    return f"<sightline-{digest.day:%Y%m%d}-{digest.pk}@{domain}>"


def _shown(digest: Digest) -> dict[str, Any]:
    sections = items_of(digest)
    return {
        "name": digest.name,
        "count": sum(section.count for section in sections),
        "overdue": sum(section.overdue for section in sections),
        "sections": [_section(section, digest) for section in sections],
        "wishes_href": _wishes_href(wish_of(digest.email)),
        "address": settings.ADDRESS,
    }


def _section(section: Section, digest: Digest) -> dict[str, Any]:
    items = list(section.items.all())
    late = [_item(item, digest) for item in items if item.due_on < digest.day]
    coming = [_item(item, digest) for item in items if item.due_on >= digest.day]
    groups = [{"title": title, "items": group} for title, group in (("Overdue", late), ("Coming up", coming)) if group]
    return {
        "partnership": section.partnership.name,
        "groups": groups,
        "more": section.count - len(items),
    }


def _item(item: Item, digest: Digest) -> dict[str, str]:
    words = due_words(item.due_on, digest.day)
    return {
        "what": item.what,
        "asks": sentence(item.asks),
        "due": words[0].upper() + words[1:],
        "href": _answer_href(item),
    }


def _answer_href(item: Item) -> str:
    if item.link is None or item.link.revoked_at is not None:
        return ""
    return settings.ADDRESS + reverse("reminders:answer", args=[secret_of(settings.SECRET_KEY, item.link.nonce)])


def _wishes_href(wish: Wish | None) -> str:
    if wish is None:
        return ""
    return settings.ADDRESS + reverse("reminders:wishes", args=[secret_of(settings.SECRET_KEY, wish.nonce)])
