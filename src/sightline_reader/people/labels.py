"""The labels that stand over people in papers: `Present`, `Apologies`, `Members`, `Chair` … and what each says."""

import re

from sightline_reader.glance import holds_any
from sightline_reader.people.names import LIKELY, name_at

PRESENT, APOLOGIES, ABSENT, DEPUTY, MEMBER, NEUTRAL = "present", "apologies", "absent", "deputy", "member", "neutral"
"""What a label says of the people under it; a neutral one says that they are about to be listed."""

_WHOSE = (
    r"(?:(?:the|board|panel|committee|group|core|other|also|those|officers?|staff|councillors?|partnership"
    r"|voting|non-voting"
    r"|regular|virtual|executive|full|co-opted|statutory|partners?|members?|non-members?|directors|trustees|governors|lay) ){0,3}"
)
_WHERE = (
    r"(?: (?:at|by|members|list|were|this meeting|the meeting|virtually|online|via teams|in person|remotely"
    r"|and in attendance|and apologies|:|members of the \w+|at (?:the )?request of [\w ]+|at this meeting))*"
)
_GUESTS = (
    r"(?:also |in |others? |officers |by )*(?:invit(?:ed|ees|ation)|guests?(?: speakers?)?|observers?|visitors"
    r"|advis[eo]rs|speakers?|presenters?|secretariat)(?: in attendance| present)?"
)
_PRESENT = rf"{_WHOSE}(?:present|attendees|attending|in attendance|attended(?: by)?){_WHERE}|{_GUESTS}"
_APOLOGIES = (
    r"(?:welcome|introductions?|chair[’']?s?|opening|remarks|and|,|&| )*\bapolog(?:ies|y)"
    r"(?: {1,8}(?:for|of|absence|absences|received|from|were|given|sent|noted|and|introductions?|welcomes?|substitutions?"
    r"|substitutes|deputies|non-attendance|submitted|on behalf|tendered|as follows|the following|following|members|people|partners|:|/))*"
)
_ABSENT = (
    r"(?:members )?(?:absent|absentees|did not attend|not present|not in attendance|not attending"
    r"|no apologies(?: received)?|non[- ]attendance)(?: without apologies)?"
)
_DEPUTIES = (
    r"(?:deputies|substitutes|substitute members|named deputies|deputising|deputy members)(?: present"
    r"| attending)?"
)
_NEUTRAL = r"(?:record of |list of )?attendance(?: list| record)?(?: and apologies)?"
_OFFICES = (
    r"(?:(?:joint |independent |vice[- ]|deputy |co-)?chair(?:ed by|person|man|woman|s)?"
    r"|minutes(?: taken)?(?: by)?|(?:minute|note)[- ]taker|notes(?: taken)? by|minuted by|clerk|secretary)"
)
_LABELS = (
    (APOLOGIES, _APOLOGIES), (ABSENT, _ABSENT), (DEPUTY, _DEPUTIES), (NEUTRAL, _NEUTRAL), (PRESENT, _PRESENT),
)  # fmt: skip
_LEAD = r"[\s#>*•·-]*+(?:\(?\d{1,2}(?:\.\d{1,2})?[.):]?\s+|\(?[a-z][.)]\s+|item \d+[.:]?\s*)?"
_ASIDE = r"(?:\([^)\n]{0,40}\)\s*)?"
_END = rf"(?P<sep>\s*{_ASIDE}(?:[:;–—-]+(?=\s|$|\w)|\s{{2,}}|\t)\s*|\s*{_ASIDE}$)"
_PATTERNS = tuple((status, re.compile(rf"{_LEAD}(?P<label>{words}){_END}", re.IGNORECASE)) for status, words in _LABELS)
_OFFICE = re.compile(rf"{_LEAD}(?P<label>{_OFFICES})\s*(?::|\s{{2,}}|\t|[–—-]\s)\s*(?=\S)", re.IGNORECASE)
_MEMBER_STEMS = ("member", "trustees", "directors", "governors")
_MEMBERS = re.compile(
    r"\s*(?:[#>*•-]+\s*|\d{1,2}[.)]\s+)?"
    r"(?P<label>(?:[\w’'&()-]+ ){0,7}?(?:members(?:hip)?|trustees|directors|governors|committee members)"
    r"(?: (?:list|details|of [\w ’'&]{3,50}|(?:as at|for|in|during|from)?\s*[\w ’'/–-]{4,40}))?)"
    r"(?P<sep>\s*(?:[:–—-]+\s*$|[:]\s+|$))",
    re.IGNORECASE,
)
LONGEST_LABEL = 130
_SPACED = {
    "present": PRESENT,
    "attendance": NEUTRAL,
    "recordofattendance": NEUTRAL,
    "ofattendance": NEUTRAL,
    "attendees": PRESENT,
    "inattendance": PRESENT,
    "memberspresent": PRESENT,
    "apologies": APOLOGIES,
    "apologiesforabsence": APOLOGIES,
    "minutesrecordofattendance": NEUTRAL,
}
"""Labels whose letters may be set apart, as in `P R E S E N T`."""

SPOKEN = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|should|be|been|welcomed|noted|agreed|asked|informed|advised|that"
    r"|reported|opened|joined|left|gave|took|thanked|introduced|presented|explained|confirmed|said|stated)\b"
)
"""Words of sentences, which lists of people do not hold."""

_MOVES = re.compile(r"\b(?:proposed|seconded|asked|agreed|reported|thanked|welcomed|opened|closed)\b")

_NO_LETTER = re.compile("[^a-z]+")
LONGEST_SPACED = 60
_LABEL_STEMS = (
    *("present", "attend", "invit", "guest", "observer", "visitor", "advis", "speaker", "secretar", "apolog", "absen"),
    *("deput", "substitut", "chair", "minute", "note", "clerk"),
)
"""Every label and every office holds one: most lines hold none, and need no closer look."""

Label = tuple[str, str, int]
"""What the label says, its words, and where on its line the list begins."""


def label_of(text: str) -> Label | None:
    """Status, label and where the list begins, if the line begins with a label of people."""
    if len(text) < LONGEST_SPACED and (squeezed := _NO_LETTER.sub("", text.lower())) in _SPACED:
        return _SPACED[squeezed], squeezed, len(text)
    if not holds_any(text, _LABEL_STEMS):
        return None
    if (office := _OFFICE.match(text)) and name_at(text, office.end()) and not _MOVES.search(text, office.end()):
        return PRESENT, " ".join(office["label"].split()).lower(), office.end()
    for status, pattern in _PATTERNS:
        if (match := pattern.match(text)) and _is_no_sentence(text[match.end() :], match["label"]):
            return status, " ".join(match["label"].split()).lower(), match.end()
    return None


def _is_no_sentence(rest: str, label: str) -> bool:
    """`Chair: Ann Lee` heads a list; `Chair - the group agreed …` does not."""
    return not (rest.strip() and SPOKEN.search(rest[:60]) and not re.search("apolog", label, re.I))


def may_label_members(text: str) -> bool:
    return holds_any(text, _MEMBER_STEMS)


def members_label(texts: list[str]) -> Label | None:
    """A short title with `members` in it, if a name stands on its line or on the next; `texts` are lines from it on."""
    text = texts[0]
    match = _MEMBERS.match(text) if may_label_members(text) else None
    if (
        not match
        or len(text) > LONGEST_LABEL
        or len(text.split()) > 14
        or SPOKEN.search(text)
        or text.rstrip().endswith(".")
    ):
        return None
    if match["sep"].strip() == ":" and text[match.end() :].strip():
        return (MEMBER, match["label"].lower(), match.end()) if name_at(text[match.end() :].strip()) else None
    following = [re.sub(r"^\W*(?:\d+[.)]\s*)?", "", text) for text in texts[1:5]]
    names = [(t, name) for t in following if (name := name_at(t))]
    sure = any(name.certainty >= LIKELY for _, name in names)
    alone = [t for t, name in names if re.match(r"\s*(?:$|[,(–-]|\s{2}|\t|[A-Z][a-z])", t[name.end :])]
    return (MEMBER, match["label"].lower(), len(text)) if sure or len(alone) > 1 else None


def names_an_office(text: str) -> bool:
    """Whether a line gives one person an office: `Chair: Ann Lee`."""
    return _OFFICE.match(text) is not None
