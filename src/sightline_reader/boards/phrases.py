"""The phrases that say how a board is set up."""

import re

IT = (
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
        rf"(?P<body>{IT})[^.;]{{0,30}}?\s(?:{_WILL}\s+|normally\s+|usually\s+)*(?:meets?|convenes?|be held|take place"
        rf"|be convened)\s+(?:regularly,?\s+|formally\s+|normally\s+|online\s+)*(?P<value>{_OFTEN})",
    ),
    (
        "reports_to",
        rf"(?P<body>{IT})\s+(?:{_WILL}\s+|is\s+)*(?:reports?|accountable|responsible|be accountable"
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
SPEAKS = re.compile(
    r"(?i)\bmeet|chair|report|accountab|responsib|secretari|administ|servic|clerk|quor|must be present|casting|escalat|substitut|deput"
    r"|review|undertak|chang|amend|sub-?\s?(?:groups|committees)|\bheld\b|convene|take place"
)
"""Without one of these a sentence says nothing of how a board is set up."""
IN_SENTENCES = tuple((aspect, re.compile(pattern)) for aspect, pattern in _PATTERNS)
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
LABELLED = tuple(
    (aspect, re.compile(rf"(?i)^{names}\s*:\s*(?P<value>\S[^.]{{1,200}})(?:\.(?:\s.*)?)?$"))
    for aspect, names in _LABELS.items()
)
PREAMBLE = re.compile(
    r"^(?:The [Cc]hair\b.{0,60}? (?:will be|is) (?:the )?|There (?:will|shall|must|should) be |(?:It|This) is )"
)
HEADS = {
    aspect: re.compile(rf"(?i){_LABELS[aspect]}(?: of meetings?)?") for aspect in ("quorum", "frequency", "secretariat")
}
"""Headings whose paragraph is the value, where no sentence of it says so itself."""

STRUCTURE = re.compile(
    r"(?i)(?:governance |partnership |board |our )?structure|sub-?\s?groups?(?: and .*)?|the partnership is made up of"
)
CUT = re.compile(
    r"\s+(?:with membership|with dates|to (?:discuss|debate|review|ensure|oversee|consider)\b|and provide|and supports|in the form"
    r"|assisting|in order|so that|which|who|and (?:are|is|will|during)|(?:each|every) (?:quarter|month|year|six|meeting)|at (?:its"
    r"|each)|and ensure|as required|unless|including|for the purpose)\b.*$"
)
