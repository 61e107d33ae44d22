"""To whom a recommendation is given, where its words say so."""

import re

_WHO = (
    r"(?:the\s+)?[A-Z][\w’'&/().-]*(?:[\s,]+(?:[A-Z(][\w’'&/().-]*|and|of|for|the|or|in|on|all|with|to|its|both|staff"
    r"|practice|team|teams|leads?|partners?|sub-?groups?|subgroups?|co-chairs?|chairs?|practices|agencies|managers?"
    r"|officers?|services?|schools?|leaders?|authorit(?:y|ies)|strategic|safeguarding|health|three))*"
)
_MODAL = re.compile(
    rf"(?:^|(?<=[.:]\s)|(?<=[Tt]hat\s))(?:[Tt]hat\s+)?(?P<who>{_WHO})\s+(?:should|must|shall|needs?\s+to|could|(?:is"
    rf"|are)\s+(?:asked|required|invited|supported)\s+to|will|may\s+wish\s+to|to(?=\s+[a-z]))\b"
)
_BARE_VERB = re.compile(
    rf"(?:^|^[Ww]ith\s[^,]{{3,40}},\s)(?:[Tt]hat\s+)?(?P<who>{_WHO}),?\s+(?:a\)\s+)?(?:lead|map|review|considers?"
    rf"|ensure|undertake|develop|support|adopt|connect|establish(?:es)?|agree|assess|monitor"
    r"|continues?|maintain|produce|provide|commission|look|create|work|identify|include|receive|seek|promote|link|write"
    r"|hold|publish|set|take|use)\b"
)
_ASKED = re.compile(
    r"(?i:\b(?:we|the\s+(?:review|report|panel|board|scrutineer|inspectors?))\s+(?:would\s+)?(?:also\s+)?"
    r"(?:suggests?|recommends?(?:\s+that)?|calls?\s+(?:on|for)|urges?|asks?))\s+(?P<who>(?:the\s+)?(?:[A-Z][\w’'&.-]*"
    r"|[a-z]+)(?:\s+(?!(?:to|consider|should"
    r"|must)\b)[\w’'&.-]+){0,6}?)\s+(?:to|should|must|consider|ensure)\b"
)
_NOBODY = re.compile(
    r"(?i)^(?:the\s+)?(?:this|it|there|that|these|each|they|we|the$|(?-i:quality|Quality\s+of)|management|capacity|evaluation|feasibility"
    r"|potential|use|creation|all (?:of )?th\w+|further|increas\w+|ensur\w+|patients?|children|consideration|findings?"
    r"|following|helpful|proposed|role)\b"
)
_THINGS = re.compile(
    r"(?i)\b(?:quality|timeliness|oversight|capacity|effectiveness|arrangements|process(?:es)?|website|item|data|model"
    r"|potential|attendance|function|use|diagram|evaluation|review|priorities|communications?|preferences|meetings?"
    r"|templates?|repository|clarity|exploration|work activities|plans?|minutes|reports?|letters?|records?|forms?"
    r"|notes?|training|information|policy|policies|guidance|strateg(?:y|ies)|audits?|attention|resources?|funding"
    r"|actions?)$"
)


_ASIDE = re.compile(r",\s+(?:particularly|including|especially|such\s+as)\s[^,;.]{3,60}(?=,)")
_LEAD_IN = re.compile(
    r"(?:[Ww]ith|[Ff]ollowing|[Ii]n|[Aa]fter|[Tt]o|[Aa]s|[Ww]here|[Ww]hen|[Bb]y)\s[^.;]{3,200}?,\s+(?=the\s+[A-Z])"
)
"""A clause before whoever is to act: "Following the audit, the Panel …"."""


def addressee_of(text: str) -> str | None:
    """Who is to act, where the words say so: the subject of "should", "must" or "to", or whoever is asked."""
    first = re.split(r"(?<=[.;])\s", text, maxsplit=1)[0]
    first = _ASIDE.sub("", first)
    found = _ASKED.search(first) or _MODAL.search(first) or _BARE_VERB.search(first)
    if not found and (lead := _LEAD_IN.match(first)):
        found = _MODAL.match(first[lead.end() :]) or _BARE_VERB.match(first[lead.end() :])
    if not found:
        return None
    who = re.sub(r"^(?:[Ww]ith the [^,]{2,40}, |the (?=[A-Z]))", "", found["who"].strip(" ,"))
    subject = re.split(r"\b(?:of|for|in|on|to)\b", who)[0].strip()
    if _NOBODY.match(who) or _THINGS.search(subject) or len(who.split()) > 14:
        return None
    return who
