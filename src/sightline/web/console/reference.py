"""The reference pages that are made from the code: roles, routes, rules and settings. `make docs` writes them again."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from sightline.foundation.accounts.domain import DEED_LABELS, ROLES, Deed
from sightline.oversight.gaps.domain import SEVERITY_LABELS
from sightline.oversight.gaps.rules.catalogue import EDITION, catalogue

MADE = "<!-- Made by `make docs` from the code: change it there. -->\n\n"


def roles_page() -> str:
    """Who may do what, for an auditor: each role in words, then all of it in one table."""
    lines = ["# Roles", "", "A role is given in one partnership, from a day, until a day. Ending it keeps the row.", ""]
    for card in ROLES.values():
        lines += [f"## {card.label}", "", card.who, ""]
        lines += [f"* {DEED_LABELS[deed]}" for deed in Deed if deed in card.deeds] + [""]
    labels = [card.label for card in ROLES.values()]
    lines += ["## In one table", "", f"| may … | {' | '.join(labels)} |", "|---" * (len(labels) + 1) + "|"]
    for deed in Deed:
        marks = ("yes" if deed in card.deeds else "" for card in ROLES.values())
        lines.append(f"| {DEED_LABELS[deed]} | {' | '.join(marks)} |")
    return "\n".join(lines)


def settings_page() -> str:
    lines = [
        "# Settings",
        "",
        "Set in the environment of the process. `sightline check-settings` says what is wrong.",
        "",
    ]
    lines += ["| setting | what it is | default | example |", "|---|---|---|---|"]
    for setting in settings.DECLARED:
        cells = (f"`{setting.name}`", setting.what, _code(setting.default), _code(setting.example))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def routes_page() -> str:
    lines = ["# Routes", "", "Every address and what opens it. What you may not know exists answers 404.", ""]
    lines += ["| address | route | opens with |", "|---|---|---|"]
    for name, pattern, view in _routes(get_resolver()):
        access = getattr(view, "access", None)
        if access is not None:
            lines.append(f"| `/{pattern}` | {name} | {_opens(access)} |")
    lines += [
        "",
        "Addresses under `/sign-in/` belong to signing in; `tests/access/routes.txt` says which of them need it.",
    ]
    return "\n".join(lines)


def _opens(access: str) -> str:
    deed = access.removesuffix(" everywhere").removesuffix(" or shared")
    where = " (in the whole installation)" if access.endswith(" everywhere") else ""
    where = " (overseers: only what is shared)" if access.endswith(" or shared") else where
    return DEED_LABELS[Deed(deed)] + where if deed in set(Deed) else deed


def _routes(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[tuple[str, str, object]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", before + str(entry.pattern), entry.callback
        else:
            inner = f"{entry.namespace}:" if entry.namespace else space
            yield from _routes(entry, before + str(entry.pattern), inner)


def rules_page() -> str:
    lines = ["# Rules", "", f"Edition {EDITION}: {len(catalogue())} rules over the record.", ""]
    for rule in catalogue().values():
        lines += [f"## {rule.title}", "", f"{SEVERITY_LABELS[rule.severity]}. `{rule.code}`", "", rule.finds, ""]
        parts = (("Why it matters", rule.why), ("Authority", rule.authority), ("How it closes", rule.closes))
        lines += [f"**{name}.** {words}\n" for name, words in (*parts, ("Example", rule.example))]
    return "\n".join(lines)


PAGES: dict[str, Callable[[], str]] = {
    "roles.md": roles_page,
    "routes.md": routes_page,
    "rules.md": rules_page,
    "settings.md": settings_page,
}


def page(name: str) -> str:
    return MADE + PAGES[name]().rstrip() + "\n"
