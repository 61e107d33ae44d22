"""Who is to do an action and by when, from the words of the action."""

import re

from sightline_reader.words import MONTH, days_in

_WHO = (
    r"(?:the |all )?[A-Z][\w’'/&.-]*(?:\([^)]{1,40}\))?"
    r"(?:[ ,/]{1,2}(?:and |& |of |for |the |on |with )?(?:the )?\(?[A-Z][\w’'/&.-]*\)?|,? (?:and|&|of|for"
    r"|or) (?=the |[A-Z])(?:the )?"
    r"[A-Z][\w’'/&.-]*|[ -](?:members|officials|team|group|leads|officers|colleagues|project|reporting"
    r"|financial|policy|board"
    r"|managers|partners|chairs|agencies|representatives|secretariat|input))*"
)
_TO = (
    r"(?:to|will(?: then)?|would|shall|should|must|has agreed to|have agreed to|agreed to|agrees to|is to"
    r"|are to|undertook to"
    r"|offered to|volunteered to|requested to|was asked to|were asked to|is asked to|are asked to|has been asked to"
    r"|was requested to|to agree to|kindly agreed to|with .{3,50}? to)"
)
_SUBJECT = re.compile(
    rf"^(?:That )?(?:it was agreed (?:that )?)?(?P<who>{_WHO})\s*[:–-]?\s+{_TO}\s+(?P<verb>[a-z’'-]+)(?P<next>\s+\w+)?"
)
_ASKED = re.compile(
    rf"\b(?:asked|requested|tasked|invited|agreed) (?:that |for )?(?P<who>(?:the )?{_WHO})\s+(?:to|would"
    rf"|should|will|be asked to"
    r"|outline|provide|report|consider|circulate|produce|bring|send|share|write|review|present|prepare)\b"
)
_REQUEST = re.compile(rf"^(?:request|ask|need) (?:for|to) (?P<who>(?:the )?{_WHO}) to\b", re.IGNORECASE)
_THAT = re.compile(
    rf"^that (?P<who>the {_WHO}|{_WHO}) (?:be asked to |be requested to )?(?P<verb>[a-z]+)\b", re.IGNORECASE
)
_DASHED = re.compile(
    r"^(?P<who>(?:[A-Z]{2,4}|[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2})(?:\s?[/&]\s?[A-Z]{2,4})*)\s*[:–-]\s+[a-z]"
)
_THINGS = re.compile(
    r"^(?:the |a |an |all )?(?:[\w’'-]+ ){0,3}?(?:comments?|reports?|papers?|items?|letters?|updates?|minutes"
    r"|agenda|drafts?|plans?"
    r"|protocols?|polic(?:y|ies)|strateg(?:y|ies)|documents?|data|information|lists?|links?|details|it|this"
    r"|there|action"
    r"|feedback|templates?|meetings?|terms of reference|dates?|actions?|progress report|next|toolkit|training"
    r"|audit|review"
    r"|considering|following|strategy)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"^(?:be)$")
_KEPT = re.compile(
    r"\s+(?:\w+ly )?(?:\w+ed|kept|made|sent|brought|held|given|taken|put|set|done|shown|written|drawn|built|fed)\b"
)


def owner_in(text: str) -> str | None:
    """The person, post or group that the words say is to act; None where only a thing is spoken of, or nobody."""
    text = " ".join(text.split())
    for pattern in (_SUBJECT, _DASHED, _REQUEST, _ASKED, _THAT):
        match = pattern.search(text)
        if match is None or _THINGS.match(match["who"]):
            continue
        if pattern is _SUBJECT and match["verb"] == "be" and not _acts(text[match.end("verb") :]):
            continue
        who = match["who"].strip(" ,:–-")
        return re.sub(r"\s+with$", "", who)
    return None


def _acts(rest: str) -> bool:
    """`to be updated` names no owner; `to be involved`, `to be the lead` do."""
    return not _KEPT.match(rest) or bool(re.match(r"\s+(?:\w+ly )?(?:involved|asked|invited|tasked|requested)", rest))


_WHEN = re.compile(
    rf"\b(?:by|before|until|no later than|in time for|within|ahead of|due(?: by| on)?|for|at|in|to)\s+"
    rf"(?P<when>(?:the )?(?:end (?:of )?(?:the )?)?(?:next |following |first |early |mid-? ?|late )*"
    rf"(?:(?:the )?(?:{MONTH})\b(?: (?:meeting|board|agm|20\d\d))*(?: 20\d\d)?|(?:two|three|four|six"
    rf"|\d+) (?:weeks?|months?|days?)"
    rf"|(?:financial year|quarter) ?[\w/]*|(?:spring|summer|autumn|winter|christmas|easter)(?: 20\d\d)?"
    rf"|(?:next )?(?:board |panel |committee |executive )?meeting|week|month|quarter|year)\b)",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"^(?:by|before|until|no later than|in time for|within|ahead of|due)|^(?:at|for|to) (?:the )?next (?:\w+ )?meeting",
    re.IGNORECASE,
)
_ASIDE = re.compile(rf"\((?P<when>(?:by |end )?(?:{MONTH})(?:\s*[–-]\s*(?:{MONTH}))?(?: 20\d\d)?)\)", re.IGNORECASE)
_BY_DAY = re.compile(
    r"\b(?:by|before|until|no later than|due(?: by| on)?|deadline:?)\s+(?:the )?(?:\w+day,? )?$", re.IGNORECASE
)
_POSSESSIVE = re.compile(rf"in time for ((?:{MONTH})[’']s \w+)", re.IGNORECASE)
_SOON = re.compile(r"\b(as soon as possible|asap|immediately|ongoing|with immediate effect)\b", re.IGNORECASE)


def when_in(text: str) -> str | None:
    """The time by which, as written: a date after `by` or `due`, a month in brackets, a period or meeting named."""
    text = " ".join(text.split())
    for day in days_in(text):
        if _BY_DAY.search(text[: day.start]):
            return text[day.start : day.end].strip(" ,.")
    if possessive := _POSSESSIVE.search(text):
        return possessive[1]
    if aside := _ASIDE.search(text):
        return aside["when"]
    found = [m for m in _WHEN.finditer(text) if _FIRM.match(m[0]) or re.search(MONTH, m["when"], re.I)]
    if found:
        return found[0]["when"]
    soon = _SOON.search(text)
    return soon[0] if soon else None
