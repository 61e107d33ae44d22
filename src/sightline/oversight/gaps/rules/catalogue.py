"""The edition of the rules in use: every module of this folder that has a `find`, read once."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from ..domain import Severity
from ..domain.facts import Facts
from ..domain.found import Found

EDITION = "2026.2"
"""The first edition, 2026.1, was written against Working Together 2026 as its published summaries report it.

2026.2 adds what was promised and what came of it: priorities, plans, evidence, second words, challenges, referrals, changes of
law; and incidents, rapid and practice reviews, learning and voice. An answer to a recommendation is asked for in 30 working
days, no longer in six weeks.
"""

PARTS = ("Why it matters", "Authority", "How it closes", "Example")


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    title: str
    finds: str
    why: str
    authority: str
    closes: str
    example: str
    severity: Severity
    subject: str
    find: Callable[[Facts], Iterable[Found]]


@cache
def catalogue() -> dict[str, Rule]:
    """All rules by code, in order of code. Raises ValueError for a rule whose docstring lacks a part."""
    folder = importlib.import_module(__package__)
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return {name: _rule(name) for name in names if name != "catalogue"}


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__package__}.{name}")
    first, parts = parse(module.__doc__ or "", name)
    return Rule(
        code=name,
        title=name.replace("_", " ").capitalize(),
        finds=first,
        why=parts["Why it matters"],
        authority=parts["Authority"],
        closes=parts["How it closes"],
        example=parts["Example"],
        severity=module.SEVERITY,
        subject=module.SUBJECT,
        find=module.find,
    )


def parse(docstring: str, name: str) -> tuple[str, dict[str, str]]:
    """The first paragraph, and the named parts with their lines joined."""
    first, _, rest = docstring.strip().partition("\n\n")
    parts: dict[str, str] = {}
    current = ""
    for line in rest.splitlines():
        label, colon, text = line.strip().partition(":")
        if colon and label in PARTS:
            current = label
            parts[current] = text.strip()
        elif current and line.strip():
            parts[current] += " " + line.strip()
    missing = [part for part in PARTS if not parts.get(part)]
    if missing:
        raise ValueError(f"the rule {name} does not say: {', '.join(missing)}")
    return " ".join(first.split()), parts
