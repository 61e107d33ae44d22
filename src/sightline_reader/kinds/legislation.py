"""Acts, regulations and statutory guidance that a paper names, each once for every edition it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sightline_reader.glance import holds_as_written
from sightline_reader.layout import View, fold
from sightline_reader.model import Candidate
from sightline_reader.passages import running_text

_WORD = r"(?:[A-Z][\w’'-]*,?|\([A-Z][^()\n]{1,40}\))"
_SMALL = r"(?:and|of|the|for|to|in|on|etc\.?,?|by|with|from|against|&)"
_STATUTE = re.compile(
    rf"(?P<name>(?:[A-Z][\w’'-]*,?)(?:\s+(?:{_WORD}|{_SMALL})){{0,9}}\s+(?P<sort>Act|Bill|Regulations|Order|Rules"
    rf"|Measure|Convention|Directive)\b)"
    r"(?:\s*(?P<year>(?:19|20)\d\d)\b|\s*\((?P<aside>(?:19|20)\d\d)\))?"
)
_YEAR_FIRST = re.compile(
    r"(?<!Act )\b(?P<year>(?:19|20)\d\d)\s+(?P<name>(?!The\b|An?\b)(?:[A-Z][\w’'-]+\s+(?:and\s+|of\s+|the\s+)*){1,6}Act)\b"
    r"(?!\s*\(?(?:19|20)\d\d)"
)
_AUTHOR = r"(?:Department\s+(?:for|of)\s+[A-Z]\w+|DfE|DfES|DCSF|HMG|HM\s+Government|Home\s+Office|DHSC)"
_EDITION = (
    rf"(?:[,:]?\s*(?:\(\s*(?:{_AUTHOR},?\s*)?(?P<aside>(?:19|20)\d\d)[^()\n]{{0,30}}\)|(?P<year>(?:19|20)\d\d)\b))?"
)
_GUIDES = {
    "Working Together to Safeguard Children": r"['‘“]?\bWorking\s+(?:Together\b['’”]?(?!\s+with)"
    r"(?:\s+to\s+[Ss]afeguard(?:ing)?\s+[Cc]hildren\b)?"
    r"|together\s+to\s+safeguard(?:ing)?\s+children\b)['’”]?|\bWT(?=\s?20\d\d)",
    "Keeping Children Safe in Education": r"['‘“]?\b[Kk]eeping\s+[Cc]hildren\s+[Ss]afe\s+in\s+[Ee]ducation\b['’”]?|\bKCSIE\b",
    "Prevent Duty Guidance": r"\bPrevent\s+Duty\s+(?:G|g)uidance\b",
    "London Child Protection Procedures": r"\bLondon\s+Child\s+Protection\s+Procedures\b",
    "What to do if you're worried a child is being abused": r"\bWhat\s+to\s+do\s+if\s+you[’']re\s+worried\s+a\s+child"
    r"\s+is\s+being\s+abused\b",
    "Information sharing: advice for practitioners": r"\bInformation\s+[Ss]haring:?\s+[Aa]dvice"
    r"\s+for\s+(?:safeguarding\s+)?(?:[Pp]ractitioners|[Pp]rofessionals)\b",
    "Child Death Review statutory guidance": r"\bChild\s+[Dd]eath\s+[Rr]eview:?"
    r"\s+(?:[Ss]tatutory\s+(?:and\s+[Oo]perational\s+)?[Gg]uidance)\b",
    "UK General Data Protection Regulation": r"\b(?:UK\s+)?GDPR\b|\bGeneral\s+Data\s+Protection\s+Regulation\b",
    "UN Convention on the Rights of the Child": r"\bUNCRC\b"
    r"|\b(?:UN|United\s+Nations)\s+Convention\s+on\s+the\s+Rights\s+of\s+the\s+Child\b",
}
_COMPILED_GUIDES = {title: re.compile(rf"(?:{pattern}){_EDITION}") for title, pattern in _GUIDES.items()}
_MAY_BE_GUIDE = re.compile(
    r"Working\s+[Tt]ogether|\bWT\s?20|eeping\s+[Cc]hildren\s+[Ss]afe|KCSIE|Prevent\s+Duty|London\s+Child|What\s+to\s+do"
    r"|Information\s+[Ss]haring|Child\s+[Dd]eath|GDPR|General\s+Data|UNCRC|Convention\s+on"
)
_GUIDE_STEMS = (
    *("Working", "WT", "eeping", "KCSIE", "Prevent", "London", "What", "Information", "Child", "GDPR", "General"),
    *("UNCRC", "Convention"),
)
_STATUTE_STEMS = ("Act", "Bill", "Regulations", "Order", "Rules", "Measure", "Convention", "Directive")
_MAY_BE_STATUTE = re.compile(rf"\b(?:{'|'.join(_STATUTE_STEMS)})\b")
"""Words that every guide and every statute holds: most passages hold none, and need no closer look."""

_NO_PART = re.compile(
    r"^(?:(?:The|This|That|Under|In|With|Section|Sections|Part|Since|By|And|Of|To|For|As|When|If|Following|New|Both"
    r"|Our|Their|Its|While|Chapter"
    r"|Also|Whilst|Reference|References|[A-Z]|All|An|A|On|At|From|However,?|Where|Read|See"
    r"|See also|[A-Z][a-z]+ing|S\d+)\s+(?:\d+\w*\s+)?(?:of\s+|to\s+)?(?:[Tt]he\s+)?)+"
)
SHORTEST_NAME = 4
_NOT_NAMES = frozenset(
    ("act", "bill", "order", "rules", "regulations", "measure", "convention", "directive", "court order", "care order")
)
_ORDERS_OF_COURTS = re.compile(
    r"(?i)\b(?:care|supervision|protection|guardianship|placement|arrangements|court|behaviour|community|recovery"
    r"|purchase|standing|financial|procedure|public|law and)\s+(?:order|rules)$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A law or guide as printed. `title` is its common name, `year` its edition where the text gives one."""

    name: str
    title: str
    year: str | None
    start: int
    end: int


def find(view: View) -> list[Candidate]:
    """Every law or guide with every year it is given, at its first place."""
    found = [
        replace(named, start=passage.span(named.start, named.end)[0], end=passage.span(named.start, named.end)[1])
        for passage in running_text(view)
        if len(passage.text) >= SHORTEST_NAME
        for named in (*_statutes(passage.text), *_guides(passage.text))
    ]
    found.sort(key=lambda named: named.start)
    return [_candidate(view, named) for named in _once(found)]


def _candidate(view: View, named: Named) -> Candidate:
    fields = {"name": named.name, "title": named.title, "year": named.year}
    return view.candidate("legislation", fields, (named.start, named.end), 0.9 if named.year else 0.75)


def _statutes(text: str) -> Iterator[Named]:
    if not (holds_as_written(text, _STATUTE_STEMS) and _MAY_BE_STATUTE.search(text)):
        return
    for match in _STATUTE.finditer(text):
        year = match["year"] or match["aside"]
        name = match["name"]
        joined = max((m.end() for m in re.finditer(r"\s+and\s+the\s+|\s+under\s+the\s+", name)), default=0)
        lead = _NO_PART.match(name[joined:])
        start = match.start() + joined + (lead.end() if lead else 0)
        title = fold(text[start : match.end("name")])
        if not _is_a_name(title, match["sort"], year):
            continue
        yield Named(fold(text[start : match.end()]), title, year, start, match.end())
    for match in _YEAR_FIRST.finditer(text):
        yield Named(fold(match[0]), fold(match["name"]), match["year"], match.start(), match.end())


def _is_a_name(title: str, sort: str, year: str | None) -> bool:
    words = title.split()
    if title.lower() in _NOT_NAMES or len(words) < 2 or _ORDERS_OF_COURTS.search(title):
        return False
    return bool(year) or (
        sort in ("Act", "Convention", "Regulations", "Bill")
        and not title.endswith(("UN Convention", "Nations Convention"))
    )


def _guides(text: str) -> Iterator[Named]:
    if not (holds_as_written(text, _GUIDE_STEMS) and _MAY_BE_GUIDE.search(text)):
        return
    for title, pattern in _COMPILED_GUIDES.items():
        for match in pattern.finditer(text):
            year = match["year"] or match["aside"]
            name = fold(match[0]).strip("'‘“’” ,:")
            if name.lower() == "working together" and not year and not _stands_as_a_name(text, match):
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip("'‘“"))
            yield Named(name, title, year, start, match.end())


def _stands_as_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether "Working Together" without more is the guide: in mid-sentence, and not going on in small letters."""
    after, before = text[match.end() : match.end() + 2].strip(), text[: match.start()].rstrip()
    return not after[:1].islower() and bool(before) and before[-1] not in ".!?:"


def _once(found: list[Named]) -> Iterator[Named]:
    """Each title with each year once; a mention without a year is left out where one with a year exists."""
    dated = {_key(n) for n in found if n.year}
    told: set[tuple[str, str | None]] = set()
    for named in found:
        key = (_key(named), named.year)
        if key in told or (named.year is None and key[0] in dated):
            continue
        told.add(key)
        yield named


def _key(named: Named) -> str:
    return re.sub(r"[^a-z]+", " ", named.title.lower().replace(" bill", " act")).strip()
