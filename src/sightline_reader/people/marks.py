"""What the marks of attendance tables mean: by the paper's own legend, else by common use, else nothing."""

import re

from sightline_reader.people.labels import ABSENT, APOLOGIES, DEPUTY, PRESENT

_MEANINGS = (
    (DEPUTY, re.compile(r"(?i)^(?:deput(?:y|ies|is\w*)|substitutes?|sub|represented|rep\b)")),
    (APOLOGIES, re.compile(r"(?i)^(?:apolog|apols?\b|ap$|sent apologies)")),
    (ABSENT, re.compile(r"(?i)^(?:absent|did not attend|dna$|not present|no apologies|non-attendance|no$)")),
    (PRESENT, re.compile(r"(?i)^(?:present|attend|in attendance|yes$|y$|p$|online|in person)")),
    ("not a member", re.compile(r"(?i)^(?:not (?:yet )?(?:a )?member|n/?a$|-+$|–$|vacan|left|not in post|no longer)")),
)
_LEGEND = re.compile(
    r"(?<![\w’'])(?P<mark>[A-Za-z]{1,3}|[A-Z]/[A-Z]|[✓✔√✗✘×/0-9*-])\s*(?:=|:|–|\s-\s)\s*"
    r"(?P<meaning>[A-Za-z][A-Za-z /]{2,40}?)(?=\s*[,;.|)\n\t]|\s{2}|\s[A-Z]{1,3}(?:/[A-Z])?\s?=|$)"
)
TICKS, CROSSES = frozenset("✓✔√☑1"), frozenset("✗✘×☒0")


def legend_of(text: str) -> dict[str, str]:
    """What marks mean, where the paper says so: `A = apologies`."""
    found: dict[str, str] = {}
    for match in _LEGEND.finditer(text):
        meaning = next((status for status, pattern in _MEANINGS if pattern.match(match["meaning"].strip())), None)
        for mark in [match["mark"], *match["mark"].split("/")] if meaning else []:
            found[mark.lower()] = meaning
    return found


UNSURE_A = "The mark A may mean apologies or absent; the paper does not say which."


def meaning_of(mark: str, legend: dict[str, str], all_marks: set[str]) -> tuple[str | None, str | None]:
    """The standing that a mark gives, with a doubt; an empty or unknown mark gives none."""
    plain = mark.strip(" .*()").lower()
    if not plain:
        return None, None
    if plain in legend:
        return legend[plain], None
    if plain in TICKS:
        return PRESENT, None
    if plain in CROSSES or plain in ("x", "n"):
        alone = plain == "x" and not all_marks & (TICKS | {"y", "p", "yes", "present"})
        return (PRESENT, "The only mark is x; it is taken to mean present.") if alone else (ABSENT, None)
    if plain == "a":
        return None, UNSURE_A
    if plain in ("d", "s"):
        return DEPUTY, None
    return next((status for status, pattern in _MEANINGS if pattern.match(plain)), None), None
