"""Organisations and boards that a paper names, with the abbreviation it gives them."""

import re
from collections.abc import Iterator

from sightline_reader.glance import holds_as_written
from sightline_reader.layout import View, fold
from sightline_reader.model import Candidate
from sightline_reader.passages import passages

_CAPITAL = r"[A-Z][\w’'&-]*"
_LINK = r"(?:of|and|for|the|in|on|to|&)"
_KIND = (
    r"(?:Boards?|Partnerships?|Councils?|Corporation|Trusts?|Police|Constabulary|Services?|Committees?|Panels?|Groups?"
    r"|Forums?|Commission|Agency"
    r"|Authority|Academy|College|University|Hospitals?|Foundation|Association|Alliance|Federation|Healthwatch"
    r"|Inspectorate|(?<!Chief )Executive|Office|Unit|Team"
    r"|Network|Society|Company|Brigade|Directorate|Federation|Ombudsman|CCG|ICB|ICS|LSCB|LSCP|SCP)"
)
_BY_KIND = re.compile(
    rf"\b{_CAPITAL}(?:\s+(?:{_CAPITAL}|{_LINK})){{0,7}}?\s+{_KIND}\b(?:\s+(?:NHS\s+)?{_KIND}\b)*(?:\s+(?:for"
    rf"|of)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:and\s+|&\s+)?{_CAPITAL}){{0,4}})?"
)
_BY_OPENING = re.compile(
    rf"\b(?:Department|Ministry|Office|Inspectorate|Secretary of State)\s+(?:for"
    rf"|of)\s+(?:the\s+)?{_CAPITAL}(?:(?:,?\s+(?:and\s+|of\s+|&\s+)?|\s+){_CAPITAL}){{0,6}}"
    rf"|\bNHS\s+(?!Foundation\b|Trust\b)(?:England|Digital|Improvement|{_CAPITAL}(?:\s+(?:and\s+|&\s+)?{_CAPITAL}){{0,6}})"
    rf"|\bHealthwatch\s+{_CAPITAL}(?:\s+and\s+{_CAPITAL})?"
    rf"|\b(?:His|Her)\s+Majesty[’']s\s+{_CAPITAL}(?:\s+(?:{_CAPITAL}|{_LINK}|&))*"
)
_WELL_KNOWN = re.compile(
    r"\b(?:Ofsted|OFSTED|CAFCASS|Cafcass|NSPCC|Barnardo[’']s|MOPAC|HMICFRS|ALDCS|ADCS|Healthwatch|NHS England"
    r"|Care Quality Commission|Home Office"
    r"|The Children[’']s Society|Youth Justice Board|Metropolitan Police(?: Service)?|London Councils|Research in Practice)\b"
)
_OPENING_STEMS = ("Department", "Ministry", "Office", "Inspectorate", "Secretary", "NHS", "Healthwatch", "Majesty")
_KNOWN_STEMS = (
    *("sted", "STED", "CASS", "cass", "NSPCC", "arnardo", "MOPAC", "HMIC", "ALDCS", "ADCS", "ealthwatch", "NHS"),
    *("Care Quality", "Home Office", "The Children", "Youth Justice", "Metropolitan", "London", "Research in"),
)
"""Words of which every name of the pattern holds one: most passages hold none."""
_SHORTENED = re.compile(
    rf"(?P<name>{_CAPITAL}(?:,?\s+(?:{_CAPITAL}|{_LINK}|&)){{1,11}})\s*\((?:the\s+)?[“\"‘']?(?P<short>[A-Z][A-Za-z&]{{1,8}}s?)[”\"’']?\)"
)
_OPENS = re.compile(
    r"^[A-Z][a-z]+\s+the\s+(?=[A-Z])|^(?:(?:Dear|The|This|A|An|In|At|Of|And|For|On|By|To|From|With|As|Both|Our|Their|Its"
    r"|While|When|All|Each|Locally|Chair"
    r"|Member|Members|Neither|Through|Since|Two|Three|One|Head|Director"
    r"|Representatives?|Following|Under|Led|New|Former|Other|Whilst|Underpinning|Chairing|Recommendation|Reference"
    r"|Boards?)\b\s*(?:of\s+|the\s+|from\s+|for\s+)*)+(?=[A-Z])"
)
_NOT_ONE = re.compile(
    r"(?i)^(?:(?:the|this|our|each|local|new|joint|sub|main|core|working|steering|project|partner|management|strategic"
    r"|executive|lead|children[’']?s?|adults?[’']?) )?(?:board|partnership|group|committee|council|panel|service|services|team|trust|police"
    r"|executive"
    r"|office|unit|network|forum|company|agency"
    r"|authority|commission|sub group|task and finish group|working group|steering group|local authority|business unit)s?$"
    r"|\b(?:act|bill|plan|strategy|report|review|framework|policy|procedures?|guidance|protocol|week|programme|project"
    r"|conference|assessment|order)\b|\d"
)
_NOT_ORGANISATIONS = re.compile(
    r"(?i)\b(?:plan|protocol|review|framework|assessment|orders?|conference|officer|lead|manager|director|nurse|doctor"
    r"|coordinator|worker|profile|needs|act|exploitation|mutilation"
    r"|violence|abuse|children|term|hours|years|care|interview|meeting|chair|programme|front door|harm|behaviours?"
    r"|skills|initiative|leads|pathway|model)$"
)
_POSTS = (
    r"(?:Executives?|Commanders?|Clerk|Officers?|Nurses?|Doctors?|Chairs?|Leaders?|Leadership|Directors?|Members?"
    r"|Heads?|Responsibilities|Commissioner|Managers?|Superintendent)"
)
_JOINTS = re.compile(
    rf"\s+and\s+[Tt]he\s+|(?<=[A-Z]{{3}})\s+and\s+(?=[A-Z][a-z])|\b{_POSTS}\s+(?:of|for)\s+(?:[Tt]he\s+)?|\b{_POSTS}\s+(?=[A-Z])"
)
_HAS_KIND = re.compile(
    rf"\b{_KIND}\b|^(?:Department|Ministry|NHS|Children|Healthwatch|Inspectorate|Association)\b|\bInspectorate\b"
)
LEAST_LETTERS = 3
_HEAD_WORDS = 9
"""A longer run of capital words is more than one name."""


def find(view: View) -> list[Candidate]:
    """Each organisation once, at its first place; spelled with its abbreviation where the paper gives one."""
    found: list[tuple[str, str | None, int, int]] = []
    looks = _looks("\n".join(passage.text for passage in passages(view)))
    for passage in passages(view):
        if len(passage.text) < LEAST_LETTERS:
            continue
        named = [*_with_abbreviation(passage.text), *((n, None, a, b) for n, a, b in _by_pattern(passage.text, looks))]
        found += [(name, short, *passage.span(a, b)) for name, short, a, b in named]
    told = {_key(name) for name, short, *_ in found if short}
    found = [f for f in found if f[1] or _key(f[0]) not in told]
    seen: set[str] = set()
    out = []
    for name, short, start, end in sorted(found, key=lambda f: f[2]):
        if _key(name) not in seen:
            seen.add(_key(name))
            fields = {"name": name, "abbreviation": short}
            out.append(view.candidate("organisations", fields, (start, end), 0.85 if short else 0.6))
    return out


def _with_abbreviation(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Names with their short form behind them in brackets; the short form tells where the name begins."""
    for match in _SHORTENED.finditer(text) if "(" in text else ():
        start = _where_initials_begin(text, match["name"], match["short"].rstrip("s"), match.start())
        if start is None:
            continue
        name = fold(text[start : match.end("name")])
        if name and not _NOT_ORGANISATIONS.search(name) and len(name.split()) > 1 and _HAS_KIND.search(name):
            yield name, match["short"], start, match.end()


def _where_initials_begin(text: str, name: str, short: str, at: int) -> int | None:
    """The place of the word from which the capital words spell the short form; None where they do not."""
    words = list(re.finditer(r"[\w’'-]+", name))
    letters = re.sub(r"[^A-Z]", "", short.upper())
    for word in words:
        tail = [w[0] for w in words if w.start() >= word.start()]
        whole = "".join(w[0] for w in tail).upper()
        capitals = "".join(w[0] for w in tail if w[0].isupper())
        if word[0][0].isupper() and (letters in (whole, capitals) or _spells(letters, tail)):
            return at + word.start()
    return None


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the letters come from the words in order, each word but small ones giving one: DfE, HMICFRS, CAFCASS."""
    at = 0
    for word in words:
        if at < len(letters) and word[0].upper() == letters[at]:
            at += 1
            while at < len(letters) and word.upper().startswith(letters[at - 1 : at + 1]) and len(word) > 3:
                at += 1
        elif word[0].isupper():
            return False
    return at == len(letters)


Look = tuple[re.Pattern[str], tuple[str, ...]]


def _looks(paper: str) -> list[Look]:
    """The patterns that may find something in a paper, each with those of its stems that stand in it."""
    led = ((_BY_OPENING, _OPENING_STEMS), (_WELL_KNOWN, _KNOWN_STEMS))
    held = [(pattern, tuple(stem for stem in stems if stem in paper)) for pattern, stems in led]
    return [*((pattern, stems) for pattern, stems in held if stems), (_BY_KIND, ())]


def _by_pattern(text: str, looks: list[Look]) -> Iterator[tuple[str, int, int]]:
    taken: list[tuple[int, int]] = []
    for pattern, stems in looks:
        for match in pattern.finditer(text) if not stems or holds_as_written(text, stems) else ():
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            for start, end in _parts(text, *match.span()):
                name = text[start:end].strip()
                if _is_one(name) and (pattern is not _BY_KIND or _HAS_KIND.search(name)):
                    yield name, start, start + len(name)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a run of capitals: two joined by "and the" are two, and a post before "of the" is none."""
    at = start
    for joint in [*_JOINTS.finditer(text, start, end), None]:
        stop = joint.start() if joint else end
        lead = _OPENS.match(text[at:stop])
        yield at + (lead.end() if lead else 0), stop
        at = joint.end() if joint else end


def _is_one(name: str) -> bool:
    return len(name) >= LEAST_LETTERS and len(name.split()) <= _HEAD_WORDS and not _NOT_ONE.search(name)


def _key(name: str) -> str:
    return re.sub(r"[^a-z]+", "", re.sub(r"^the ", "", name.lower()))
