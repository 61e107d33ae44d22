"""The tabs that every page of law shares."""

from django.urls import reverse

PAGES = (
    ("Law and guidance", "law:list"),
    ("Over the years", "law:timeline"),
    ("Duties", "law:duties"),
    ("Changes", "law:changes"),
    ("Words of the time", "law:words"),
)


def tabs(slug: str, current: str) -> list[dict[str, object]]:
    return [{"text": text, "href": reverse(name, args=[slug]), "current": name == current} for text, name in PAGES]
