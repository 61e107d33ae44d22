"""What a review, an inspection or a scrutiny found.

Findings with a number come from anywhere; bullets under a heading that announces findings; and, in inspections and reviews
only, the judgement of each paragraph. `case` is the review a finding belongs to.
"""

import re
from collections.abc import Iterator

from sightline_reader.classify import kind_of
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, running_text, title_of

LEAST_WORDS = 5
LONGEST_POINT = 45

_NUMBERED = re.compile(
    r"^\W*(?:Key\s+)?(?:Finding|FINDING)\s+(?:No\.?\s*)?(?P<number>\d{1,2}[a-z]?)\s*[:.–-]?\s*(?P<text>.*)$"
)
_HEADING = re.compile(
    r"(?i)(?:(?:summary of|main|key|headline|overall|our|inspection|audit|scrutiny|review)\s+)*(?:findings?|key points"
    r"|what we found|conclusions?)"
    r"(?:\s+(?:of|from|in|on|and|–|-|:).*)?|strengths?|(?:key )?strengths and (?:weaknesses|areas for (?:improvement"
    r"|development))(?: of .*)?|areas of (?:good practice|strength|concern)|what (?:is working|works|worked) well\??"
)
_ANNOUNCED = re.compile(
    r"(?i)\b(?:identified|made|found|with|were)\b[^.]{0,30}\bfindings\b[^.]{0,120}[.:]$|\bfindings (?:were|are|include)[^.]{0,20}:$"
)
_OF_THIS = re.compile(
    r"(?i)\b(?:find|found|conclu|identif|point|learn|lesson|strength|weakness|concern|note|follow|evidence|show|theme|issue|area)"
)
"""Words of a sentence that announces more of what stands under a heading of findings."""
_JUDGES = re.compile(
    r"(?i)\b(?:is|are|was|were|remains?|has been|have been|continues? to be|being|becoming)\s+(?:(?:not|now|also|still"
    r"|often|generally|increasingly|very|too|well|yet|currently|found|judged|by|ofsted|in|to be|\d{4}|insufficiently"
    r"|sufficiently|fully|less|more)\s+){0,8}"
    r"(?:good|outstanding|inadequate|effective\w*|ineffective|underdeveloped|weak|strong|poor|inconsistent"
    r"|insufficient|slow|robust|clear|unclear|limited|comprehensive|excellent|appropriate|positive|lacking|correctly"
    r"|active|embedded|coordinated|co-ordinated|available|aware|developed|rigorous|timely|overdue|improving|hampered"
    r"|compliant)\b"
    r"|\b(?:does|do|did|has|have|had|can|could)\s?n(?:o|’|')t\b|\b(?:requires?|needs?) improvement\b|\b(?:lacks?"
    r"|lacked|fails?|failed|insufficient|too (?:many|few|slow)|no evidence|little evidence|there is (?:clear |good "
    r"|strong |a )?(?:evidence|backlog|need))\b"
    r"|\bneeds to (?:improve|sharpen|do more)\b|\bworks? (?:well|effectively)\b|\bhas (?:strengthened|improved"
    r"|accelerated|successfully|one lay)\b|\bbenefits? from\b"
)
_OF_THE_PAPER = re.compile(r"(?i)\bterms of reference (?:for|of) (?:this|the) (?:scrutiny|review|inspection|report)\b")
"""What a sentence says of the paper's own task is no finding."""
_REVIEW_TITLE = re.compile(r"(?i)\b(?:serious case|practice|rapid|learning|thematic) review\b|\bSCR\b")
_REFERENCE = re.compile(r"(?i)\b(?:child|baby|family|young person)\s+[“\"‘']?[A-Z]{1,2}\b")
_JUDGED_KINDS = frozenset(("scrutiny_report", "review"))
_ENDS = re.compile(r"(?i)\b(?:recommendations?|appendi\w+|references|glossary|contents)\b")


def find(view: View) -> list[Candidate]:
    """The findings in the order of the text, each place once."""
    kind = kind_of(view)
    if kind in ("minutes", "agenda", "action_log", "terms_of_reference", "dataset", "attendance_grid"):
        return []
    flow = running_text(view)
    taken: set[int] = set()
    found = []
    for entry in (*_numbered(flow), *_announced(flow), *(_judged(flow) if kind in _JUDGED_KINDS else ())):
        fields, span, confidence = entry
        if span[0] not in taken:
            taken.add(span[0])
            found.append(view.candidate("findings", fields, span, confidence))
    return sorted(found, key=lambda candidate: candidate.start)


Entry = tuple[dict[str, object], tuple[int, int], float]


def _numbered(flow: list[Passage]) -> Iterator[Entry]:
    """ "Finding 2: …"; where the words stand in the next passage they are taken from there."""
    case = None
    for at, passage in enumerate(flow):
        title = title_of(passage)
        if title and _REVIEW_TITLE.search(title) and (named := _REFERENCE.search(title)):
            case = named[0].title()
        match = _NUMBERED.match(passage.text)
        if not match:
            continue
        if match["text"]:
            span = passage.span(match.start("text"), len(passage.text))
            yield {"text": match["text"].strip(), "number": match["number"], "case": case}, span, 0.9
        elif at + 1 < len(flow):
            after = flow[at + 1]
            yield {"text": after.text, "number": match["number"], "case": case}, (after.start, after.end), 0.8


def _announced(flow: list[Passage]) -> Iterator[Entry]:
    """Bullets and numbered entries under a heading or a sentence that announces findings."""
    under, heading = False, ""
    for passage in flow:
        title = title_of(passage)
        if title and not passage.mark.strip("#"):
            under, heading = bool(_HEADING.fullmatch(title)) and not _ENDS.search(title), title
        elif _ANNOUNCED.search(passage.text) and not passage.mark:
            under, heading = True, ""
        elif under and _announces_else(passage):
            under = False
        elif under and _is_entry(passage):
            fields: dict[str, object] = {"text": passage.text, "number": passage.number or None, "sort": _sort(heading)}
            yield fields, (passage.start, passage.end), 0.65


def _announces_else(passage: Passage) -> bool:
    """A paragraph whose last sentence announces a list of something else: "The protocol aims to:"."""
    if passage.mark or not passage.text.endswith(":") or len(passage.sentences) < 2:
        return False
    return not _OF_THIS.search(passage.text, passage.sentences[-1][0])


def _is_entry(passage: Passage) -> bool:
    """A bullet or a numbered point; a numbered paragraph of a report is read sentence by sentence instead."""
    words = len(passage.text.split())
    point = not passage.number.isdigit() or words <= LONGEST_POINT
    return bool(passage.mark) and words >= LEAST_WORDS and point and not _NUMBERED.match(passage.text)


def _sort(heading: str) -> str | None:
    if re.search(r"(?i)\bstrength|\bwell\b|good practice", heading):
        return "strength"
    return "area of concern" if re.search(r"(?i)\bconcern|weakness", heading) else None


def _judged(flow: list[Passage]) -> Iterator[Entry]:
    """The sentences of each paragraph that judge, outside recommendations."""
    advising = False
    for passage in flow:
        title = title_of(passage)
        if title and not passage.number:
            advising = bool(
                re.search(
                    r"(?i)\brecommendation|\bimmediate action|\bareas? for (?:improvement|development)|needs to improve",
                    title,
                )
            )
            if not _JUDGES.search(title):
                continue
        if advising or (passage.mark and not passage.number):
            continue
        for start, end in passage.sentences:
            sentence = passage.text[start:end].strip()
            judges = _JUDGES.search(sentence) and not _OF_THE_PAPER.search(sentence)
            if len(sentence.split()) >= LEAST_WORDS and not sentence.endswith(":") and judges:
                yield {"text": sentence, "number": None}, passage.span(start, end), 0.5
