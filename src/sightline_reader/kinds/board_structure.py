"""How a board is set up, as terms of reference say it: chair, deputy, quorum, frequency, to whom it reports, and the like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline_reader.classify import kind_of
from sightline_reader.layout import View, fold
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, passages, title_of
from sightline_reader.words import BODY_WORD

_IT = (
    r"(?:[Bb]oard|[Pp]anel|[Gg]roup|[Cc]ommittee|[Pp]artnership|[Ee]xecutive|[Ff]orum|[Ss]ub-?\s?[Gg]roup|[Nn]etwork"
    r"|Council|[Mm]eetings?|[A-Z]{3,7})"
)
_WILL = r"(?:will|shall|should|is to|are to|may|must|aims to|to|would)"
_OFTEN = (
    r"(?:at (?:least|minimum|a minimum of)\s+)?(?:(?:once|twice|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\d{1,2})(?:\s+(?:times|meetings))?(?:\s+(?:but|and)?\s*up to\s+\w+\s+times)?\s+(?:a|per|each"
    r"|every|in each)\s+(?:\w+\s+)?(?:year|month|quarter|term|annum)"
    r"|(?:bi-?)?(?:monthly|weekly|quarterly|annually|yearly|termly|fortnightly|six[- ]?weekly|\w+[- ]monthly"
    r"|\w+[- ]weekly)(?:\s+(?:basis|cycle))?"
    r"|on an?\s+[\w-]+(?:\s+[\w-]+)?\s+(?:basis|cycle)|every\s+(?:\w+\s+)?(?:weeks?|months?|quarter|term|year"
    r"|other month)|\d{1,2}[- ]weekly(?:\s+(?:cycle|basis))?|once a term|each (?:term|quarter|month))"
)
_PHRASE = r"[^.;\n]{3,140}"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "frequency",
        rf"(?P<body>{_IT})[^.;]{{0,30}}?\s(?:{_WILL}\s+|normally\s+|usually\s+)*(?:meets?|convenes?|be held|take place"
        rf"|be convened)\s+(?:regularly,?\s+|formally\s+|normally\s+|online\s+)*(?P<value>{_OFTEN})",
    ),
    (
        "reports_to",
        rf"(?P<body>{_IT})\s+(?:{_WILL}\s+|is\s+)*(?:reports?|accountable|responsible|be accountable"
        rf"|answers?)\s+(?:(?:directly|regularly|formally|annually|bi-?annually|quarterly|twice yearly"
        rf"|\w+ly)\s+)*to\s+(?:the\s+)?(?P<value>[A-Z][^.;,\n]{{2,120}})",
    ),
    (
        "chair",
        rf"(?:{_WILL}\s+be|is|are|be)\s+(?:independently\s+)?(?:co-)?chaired\s+(?:jointly\s+)?by\s+(?P<value>[^.;\n]{{3,110}})",
    ),
    (
        "chair",
        r"\b[Cc]hair\s+(?:position\s+)?(?:is|will be|rotates?)\s+(?P<value>(?:rotated|rotating|shared|drawn|elected"
        r"|appointed|nominated|between|among)[^.;\n]{3,100})",
    ),
    (
        "chair",
        rf"\b[Cc]hair(?:person)?\s+of\s+the\s+[^.;\n]{{3,40}}?\s+{_WILL}\s+be\s+(?P<value>(?:identified|appointed|elected"
        rf"|nominated|selected)[^.;\n]{{3,90}})",
    ),
    ("deputy", rf"\b(?:[Vv]ice|[Dd]eputy)[- ][Cc]hair(?:person)?\s+(?:{_WILL}\s+be|is)\s+(?P<value>{_PHRASE})"),
    (
        "secretariat",
        r"(?P<value>[A-Z][\w’' &/-]{1,70}?)\s+(?:will|shall|to)\s+provide\s+(?:\w+\s+){0,2}(?:secretariat|secretarial"
        r"|administrative|admin)\s+support",
    ),
    (
        "secretariat",
        rf"(?:[Ss]ecretariat|[Ss]ecretarial|[Aa]dministrative)\s+(?:support\s+)?[^.;\n]{{0,40}}?(?:{_WILL}\s+be"
        rf"|is)\s+provided\s+by\s+(?:the\s+)?(?P<value>[^.;\n]{{3,110}})",
    ),
    (
        "secretariat",
        r"[Ss]ecretariat\s+based\s+in\s+(?:the\s+)?(?P<value>[^.;\n]{3,100})|\b(?:serviced|administered"
        r"|clerked)\s+by\s+(?:the\s+)?(?P<value2>[^.;\n]{3,100})",
    ),
    (
        "quorum",
        rf"(?:\bquorate\s+(?:with|if|when|where)|\bquorum\s+(?:{_WILL}\s+be|is|of|for\s+[^.;]{{3,40}}?\s+(?:is|will be)"
        rf"|shall consist of|requires|consists of))\s+(?P<value>[^.;\n]{{3,170}})",
    ),
    (
        "quorum",
        rf"(?P<value>(?:[Aa] minimum of|[Aa]t least)\s+[^.;\n]{{3,110}}?)\s+(?:must be present|(?:{_WILL}\s+)?(?:constitute"
        rf"|form|make)s?\s+a\s+quorum|(?:for|to be|is)\s+[^.;\n]{{0,40}}quora(?:te|cy))",
    ),
    ("casting vote", r"(?P<value>[^.;\n]{3,90}\bcasting vote\b[^.;\n]{0,40})"),
    ("escalation", r"(?:escalated?|escalation(?:\s+\w+){0,4})\s+to\s+(?:the\s+)?(?P<value>[A-Z][^.;\n]{2,90})"),
    (
        "substitutes",
        r"(?P<value>[^.;\n]{0,110}\b(?:substitutes?|deputise|nominated deput(?:y|ies)|named deput(?:y|ies)|send a deputy"
        r"|a deputy should)\b[^.;\n]{0,90})",
    ),
    (
        "review",
        rf"(?:terms\s+of\s+reference|effectiveness|implementation|membership|arrangements)[^.;\n]{{0,60}}?\s(?:{_WILL}\s+"
        rf"|be\s+|also\s+)*(?:reviewed|undertaken|reconsidered)\s+(?P<value>(?:annually|yearly|every\s|after\s|each\s"
        rf"|at least\s|on an?\s|bi-?annually|in\s+\w+\s+(?:19|20)\d\d|by\s)[^.;,\n]{{0,50}})",
    ),
    (
        "review",
        r"(?:will|shall|to)\s+review\s+[^.;\n]{3,60}?\s(?P<value>annually|(?:every|each|once)\s+[^.;,\n]{3,30})",
    ),
    (
        "approval of changes",
        r"(?:[Cc]hanges|[Aa]mendments|[Aa]lterations)[^.;\n]{0,60}?\s(?:must|will|shall|should|are to"
        r"|require)\s+(?:be\s+)?(?:approved|agreed|approval)\s+(?:by|of)\s+(?:the\s+)?(?P<value>[^.;\n]{3,90})",
    ),
    (
        "sub-groups",
        r"(?P<value>(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+sub-?\s?(?:groups|committees))\b",
    ),
)
_SPEAKS = re.compile(
    r"(?i)\bmeet|chair|report|accountab|responsib|secretari|administ|servic|clerk|quor|must be present|casting|escalat|substitut|deput"
    r"|review|undertak|chang|amend|sub-?\s?(?:groups|committees)|\bheld\b|convene|take place"
)
"""Without one of these a sentence says nothing of how a board is set up."""
_COMPILED = tuple((aspect, re.compile(pattern)) for aspect, pattern in _PATTERNS)
_LABELS = {
    "chair": r"(?:chair(?:person|man|woman)?|chaired by|independent chair)",
    "deputy": r"(?:deputy chair|vice[- ]chair)",
    "secretariat": r"(?:secretary|secretariat|administration|administrative support|minutes?[- ]taker)",
    "quorum": r"(?:quorum|quoracy)",
    "frequency": r"(?:frequency(?: of meetings?)?|meetings?(?: frequency)?|meets)",
    "reports_to": r"(?:reports? to|reporting to|accountable to|accountability|reporting line)",
    "review": r"(?:review(?: date| period)?|terms of reference review)",
    "substitutes": r"(?:substitutes?|deputies|deputising)",
    "escalation": r"escalation",
    "casting vote": r"(?:casting vote|voting)",
    "approval": r"(?:approved by|approval)",
}
_LABELLED = tuple(
    (aspect, re.compile(rf"(?i)^{names}\s*:\s*(?P<value>\S[^.]{{1,200}})(?:\.(?:\s.*)?)?$"))
    for aspect, names in _LABELS.items()
)
_PREAMBLE = re.compile(
    r"^(?:The [Cc]hair\b.{0,60}? (?:will be|is) (?:the )?|There (?:will|shall|must|should) be |(?:It|This) is )"
)
_HEADS = {
    aspect: re.compile(rf"(?i){_LABELS[aspect]}(?: of meetings?)?") for aspect in ("quorum", "frequency", "secretariat")
}
"""Headings whose paragraph is the value, where no sentence of it says so itself."""

_STRUCTURE = re.compile(
    r"(?i)(?:governance |partnership |board |our )?structure|sub-?\s?groups?(?: and .*)?|the partnership is made up of"
)
_CUT = re.compile(
    r"\s+(?:with membership|with dates|to (?:discuss|debate|review|ensure|oversee|consider)\b|and provide|and supports|in the form"
    r"|assisting|in order|so that|which|who|and (?:are|is|will|during)|(?:each|every) (?:quarter|month|year|six|meeting)|at (?:its"
    r"|each)|and ensure|as required|unless|including|for the purpose)\b.*$"
)
_READ_KINDS = frozenset(
    (
        "terms_of_reference",
        "arrangements",
        "annual_report",
        "scrutiny_report",
        "review",
        "report",
        "policy",
        "plan",
        "recommendations",
    )
)
_TERMS_ONLY = frozenset(("substitutes", "review", "escalation", "approval of changes", "casting vote"))
"""Aspects that outside terms of reference are spoken of in passing."""

_PLENTY = frozenset(("terms_of_reference", "arrangements"))


@dataclass(frozen=True, slots=True)
class Said:
    aspect: str
    value: str
    body: str | None
    start: int
    end: int


def find(view: View) -> list[Candidate]:
    """What the paper says of boards. Outside terms of reference only sentences that name their board count."""
    kind = kind_of(view)
    if kind not in _READ_KINDS:
        return []
    main, parent = _bodies(view)
    found = list(_said(view, kind, main))
    if kind == "terms_of_reference" and parent:
        found.append(parent)
    found.sort(key=lambda said: said.start)
    return [_candidate(view, said) for said in _once(found)]


def _candidate(view: View, said: Said) -> Candidate:
    value = None if said.aspect == "in structure" else said.value
    fields = {"body": said.body or (said.value if value is None else None), "aspect": said.aspect, "value": value}
    return view.candidate("board_structure", fields, (said.start, said.end), 0.75)


def _said(view: View, kind: str, main: str | None) -> Iterator[Said]:
    structure, inside = False, kind in _PLENTY
    body, heading, pending = main, "", ""
    for passage in passages(view):
        title = title_of(passage)
        if title:
            structure = bool(_STRUCTURE.fullmatch(title))
            if re.search(r"(?i)\bterms of reference\b", title):
                own = _own_name(title)
                inside, body = True, own or (_own_name(heading) if _is_body_name(heading) else body)
            body = _own_name(title) if inside and _is_body_name(title) else body
            heading = title
        elif structure and passage.mark and _is_body(passage.text):
            name = passage.text.strip(" .;")
            yield Said("in structure", name, name, *passage.span(0, len(name)))
            continue
        mine = [*(_labelled(passage, body) if inside else ()), *_in_sentences(passage, body, inside)]
        if inside and not title and pending and not any(said.aspect == pending for said in mine):
            mine.append(_under_heading(passage, pending, body))
        pending = next((a for a, names in _HEADS.items() if names.fullmatch(title)), "") if title else ""
        yield from mine


def _is_body_name(title: str) -> bool:
    """Whether a heading within terms of reference is the name of a board, not of a part of its terms."""
    about = (
        r"(?i)\b(?:activit\w+|responsibilit\w+|support|membership|role|purpose|review|meetings?|frequency|links?|working"
        r"|conduct|chair)\b"
    )
    return len(title.split()) <= 9 and bool(re.search(BODY_WORD + r"$", title, re.I)) and not re.search(about, title)


def _is_body(text: str) -> bool:
    return len(text.split()) <= 9 and bool(re.search(BODY_WORD, text, re.I))


def _labelled(passage: Passage, body: str | None) -> Iterator[Said]:
    for aspect, pattern in _LABELLED:
        if match := pattern.match(passage.text):
            yield Said(
                aspect, _PREAMBLE.sub("", match["value"]).strip(" ."), body, *passage.span(0, match.end("value"))
            )


def _under_heading(passage: Passage, aspect: str, body: str | None) -> Said:
    start, end = passage.sentences[0]
    value = _PREAMBLE.sub("", passage.text[start:end]).strip(" .")
    return Said(aspect, value, body, *passage.span(start, end))


def _in_sentences(passage: Passage, body: str | None, inside: bool) -> Iterator[Said]:
    for start, end in passage.sentences:
        sentence = passage.text[start:end].rstrip(". ")
        if not _SPEAKS.search(sentence) or (not inside and not _names_a_board(sentence)):
            continue
        for aspect, pattern in (said for said in _COMPILED if inside or said[0] not in _TERMS_ONLY):
            for match in pattern.finditer(sentence):
                value, place = _value(match, aspect)
                if value:
                    whose = body if inside else _board_in(sentence[: match.end()]) or body
                    yield Said(
                        aspect,
                        value,
                        whose,
                        *passage.span(start + min(match.start(), place), start + place + len(value)),
                    )


def _value(match: re.Match[str], aspect: str) -> tuple[str, int]:
    name = "value2" if "value2" in match.re.groupindex and match["value2"] else "value"
    printed = match[name] or ""
    kept = (printed if aspect == "quorum" else _CUT.sub("", printed)).rstrip(" ,(")
    lead = re.match(r"(?:the|an?)\s+(?=[A-Z])", kept)
    cut = lead.end() if lead else 0
    return kept[cut:], match.start(name) + cut


_NAMED_BOARD = re.compile(rf"(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|the|&)\s+)*){{1,8}}{_IT}|\b[A-Z]{{3,7}}\b")


def _names_a_board(sentence: str) -> bool:
    return bool(_NAMED_BOARD.search(sentence)) or bool(
        re.search(r"\b(?:The|This|the) (?:Board|Partnership|Panel|Group|Executive|board)\b", sentence)
    )


def _board_in(words: str) -> str | None:
    names = [re.sub(r"^The\s+", "", fold(m[0])) for m in _NAMED_BOARD.finditer(words) if not m[0].startswith("This")]
    return names[0] if names else None


def _bodies(view: View) -> tuple[str | None, Said | None]:
    """The board a paper is about, from its title, and the board over it where the line above names one."""
    head = [p for p in passages(view)[:14] if len(p.text.split()) <= 16 and not p.mark.strip("#")]
    named = [p for p in head if re.search(BODY_WORD, p.text, re.I) and not re.search(r"(?i)\bapproved\b|\.$", p.text)]
    named = [p for p in named if not re.match(r"(?i)^\W*(?:comments|terms of references?)\W*$", p.text)]
    full = [p for p in named if len(_own_name(p.text).split()) > 1]
    if not full:
        titled = [_own_name(p.text) for p in head if re.search(r"(?i)\bterms? of references?\b", p.text)]
        return next((name for name in titled if name), None), None
    under = [p for p in full if re.search(r"(?i)\bsub-?\s?group|\bgroup\b|\bpanel\b", p.text)]
    main = under[-1] if under else full[0]
    above = [
        p for p in full if p.start < main.start and re.search(r"(?i)\b(?:board|partnership|executive)$", p.text.strip())
    ]
    parent = (
        Said("parent_body", above[-1].text.strip(), _own_name(main.text), above[-1].start, above[-1].end)
        if under and above
        else None
    )
    return _own_name(main.text), parent


def _own_name(title: str) -> str:
    title = re.sub(
        r"(?i)^#*\s*(?:draft\s+)?terms? of references?\s*(?:of|for|[-–:])?\s*(?:the\s+)?"
        r"|\s*[-–:(]*\s*(?:draft\s+)?terms? of references?.*$|\s*-\s*\w+ (?:19|20)\d\d$",
        "",
        title,
    )
    return title.strip(" #-–:*")


def _once(found: list[Said]) -> Iterator[Said]:
    told: set[tuple[str, str]] = set()
    for said in found:
        key = (said.aspect, said.value.lower())
        if key not in told:
            told.add(key)
            yield said
