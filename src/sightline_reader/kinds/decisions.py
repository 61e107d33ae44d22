"""Decisions: what a body agreed, approved, resolved, elected or put off, with who proposed it and how it went."""

import itertools
import re
from collections.abc import Iterator

from sightline_reader.glance import holds_any
from sightline_reader.kinds.meeting import is_of_a_meeting
from sightline_reader.layout import Block, Spans, View, trimmed
from sightline_reader.model import Candidate
from sightline_reader.people.labels import label_of
from sightline_reader.people.names import name_at
from sightline_reader.tasks.margin import without_margin
from sightline_reader.tasks.sentences import Sentence, sentences_in, sentences_of
from sightline_reader.under_marks import paragraph_below, parts_below
from sightline_reader.words import BODY_WORD, MONTH

_DONE = (
    r"(?:agreed|approved|accepted|adopted|endorsed|ratified|resolved|elected|re-elected|appointed|co-opted"
    r"|voted in|signed off"
    r"|carried(?! (?:out|over|forward|on)\b)|confirmed as|declared (?:elected|carried)|decided|received)"
)
_WAS = re.compile(
    rf"\b(?:was|were|are|is) (?:then |also |therefore |unanimously |formally |duly |subsequently |(?:reviewed|considered|discussed) and )*"
    rf"{_DONE}\b",
    re.I,
)
_ACCEPTED_AS = re.compile(
    r"^minutes of (?:the )?(?:previous|last) .{0,40}(?:agreed|approved|accepted)\b"
    r"|\bminutes\b.{0,160}\b(?:agreed|approved|accepted|confirmed|signed)\b.{0,40}\b(?:record|accura)",
    re.I,
)
_BODY = (
    rf"(?:the |this )?(?:[\w’'-]+ ){{0,4}}?(?:{BODY_WORD[2:]}|members(?:hip)?|partners|trustees|directors"
    rf"|councillors|governors"
    r"|(?-i:[A-Z]{3,6})|everyone|all|all present|attendees|the meeting|both|executive|safeguarding partners)"
)
_BODY_DID = re.compile(
    rf"(?:^|[,;] |following discussion,? |after discussion,? |discussion |and )(?P<who>{_BODY})"
    r"(?: (?:also|then|therefore|unanimously|formally|had|all|members|both|subsequently|has|have|noted and|received and|considered and))* "
    r"(?P<did>agreed|approved|accepted|adopted|endorsed|ratified|resolved|voted|decided"
    r"|signed off)\b(?! with (?:the|this|that) (?:comment|point))",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"\bit was (?:\w+ ){0,2}?(?:agreed|resolved|decided|approved|felt and agreed)\b", re.IGNORECASE)
_SHOUTED = re.compile(
    r"\b(?:RESOLVED|AGREED|DECIDED|APPROVED|RECOMMENDED|DECISION|CARRIED|NOTED AND AGREED|RATIFIED|DELEGATED|ADOPTED|ENDORSED)\b"
)
_MAY_DECIDE = (
    *("agree", "approv", "accept", "adopt", "endors", "ratif", "resol", "elect", "appoint", "opted", "voted", "signed"),
    *("carried", "confirm", "declared", "decid", "received", "recommended", "decision", "deferred", "postponed"),
    *("adjourned", "proposed"),
)
"""Stems of which every decision holds one: most sentences hold none, and need no closer look."""
_DEFERRED = re.compile(
    r"(?:[–-]|\bwas|\bis|\bbe) (?:deferred|postponed|carried over|adjourned) (?:to|until)\b", re.IGNORECASE
)
_NOT_HERE = re.compile(
    r"\b(?:previously|already|last (?:meeting|year)|had been|has been|have been|at (?:our|the) (?:last"
    r"|previous) meeting|if|whether"
    r"|once|when|until|not yet|asked (?:if|whether|that)|would be (?:agreed|approved)|to be (?:agreed"
    r"|approved))\b[^.]{0,30}?"
    r"\b(?:agreed|approved|accepted|adopted|endorsed|resolved|elected|appointed|received|decided)\b"
    r"|apolog(?:y|ies)|\b(?:after|since|as) it was agreed|\bas (?:previously )?agreed\b"
    r"|\b(?:complaints?|letters?|e-?mails?|quer(?:y|ies)|quot(?:e|ation)s?|applications?|correspondence|calls?|donations?"
    r"|responses?|thanks) (?:\w+ ){0,4}?(?:was|were|had been|has been) received\b"
    rf"|\b(?:at|during) the (?:{MONTH}) (?:\w+ )?meeting\b|\bsubject to (?:approval|confirmation) by\b|\bare to be considered\b",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.? ){0,2}(?:[A-Za-z]\. |[A-Z] ){0,2}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
)
_PROPOSED_BY = re.compile(
    rf"\b[Pp]roposed (?:by )?(?P<proposed>{_NAMED}),? (?:and )?(?:was )?seconded (?:by )?(?P<seconded>{_NAMED})"
    rf"|(?P<mover>{_NAMED}) proposed,? and (?P<seconder>{_NAMED}) seconded\b"
)
_PROPOSED = re.compile(
    r"proposed(?: by)?\s*:?\s*(?P<proposed>[^\n;,]+?)(?:[\n;,]|\s+and)?\s*(?:and )?second(?:ed"
    r"|er)(?: by)?\s*:?\s*(?P<seconded>[^\n;,.]+)",
    re.IGNORECASE,
)
_MOVER = re.compile(
    rf"(?P<proposed>{_NAMED}) proposed\b.{{0,80}}?,? (?:and )?(?:who )?(?:was )?seconded by (?P<seconded>{_NAMED})"
)
_RESULT = re.compile(
    r"\b(?P<result>carried(?: unanimously| by \d+ votes? to \d+| nem\.? con\.?)?|unanimous(?:ly)?|lost"
    r"|(?:all )?(?:agreed|approved|in favour))\b\.?",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\bproposed\b.{0,90}\bseconded\b", re.IGNORECASE)
_VOTED_IN = re.compile(r"\bfollowing (?:\w+ ){1,4}(?:was|were) (?:voted in|elected|appointed|co-opted)", re.IGNORECASE)
LEAST_WORDS = 3


def find(view: View) -> list[Candidate]:
    """Every decision; in papers that are no minutes only those said to be a named body's."""
    minutes = is_of_a_meeting(view)
    found = [*_resolutions(view), *_lists(view), *_motions(view)]
    found += _assents(view)
    taken = Spans([(c.start, c.end) for c in found] + [mark.span() for mark in view.finds(_AGREED_TO, _AGREED_STEMS)])
    titles = {heading.start for heading in view.document.headings}
    for block in view.blocks:
        for sentence in _merged(_sentences(view, block, titles)):
            covered = taken.touch(sentence.start, sentence.end) or (not minutes and "|" in sentence.text)
            if not covered and (candidate := _decision(view, sentence, minutes)):
                found.append(candidate)
    return sorted(_once(found), key=lambda candidate: candidate.start)


def _sentences(view: View, block: Block, titles: set[int]) -> list[Sentence]:
    """The sentences of a block that may decide; a line that the file marks as a heading is none and parts the others."""
    stored = view.text[block.start : block.end]
    text = without_margin(stored)
    if not holds_any(text, view.standing(_MAY_DECIDE)):
        return []
    cuts = [line for line in block.lines if line.start in titles]
    if text == stored and not cuts:
        return sentences_of(view, block)
    starts = [block.start, *(line.end for line in cuts)]
    ends = [*(line.start for line in cuts), block.end]
    found = [s for a, b in zip(starts, ends, strict=True) for s in sentences_in(text, a - block.start, b - block.start)]
    return [Sentence(s.text, s.start + block.start, s.end + block.start) for s in found]


def _once(found: list[Candidate]) -> list[Candidate]:
    out: list[Candidate] = []
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if not any(other.start <= one.start < other.end for other in out):
            out.append(one)
    return out


_ASSENT_ALONE = re.compile(
    r"(?:It was )?(?:AGREED|RESOLVED|APPROVED|Agreed|Approved|CARRIED|Carried(?: unanimously)?)\.?"
)


def _merged(sentences: list[Sentence]) -> list[Sentence]:
    """`… could be circulated. AGREED`: a word of assent belongs to the sentence before it."""
    out: list[Sentence] = []
    for sentence in sentences:
        if out and _ASSENT_ALONE.fullmatch(sentence.text):
            before = out.pop()
            sentence = Sentence(f"{before.text} {sentence.text}", before.start, sentence.end)
        out.append(sentence)
    return out


_ASSENT = re.compile(
    r"(?:this was )?(?:agreed|approved|carried|accepted)(?: by| unanimously| nem| with)?\b.{0,40}\.?",
    re.IGNORECASE,
)


def _assents(view: View) -> Iterator[Candidate]:
    """`Proposal that … be adopted.` and, on a line of its own, `Agreed by unanimous vote.`"""
    for before, block in itertools.pairwise(view.blocks):
        if not (
            _ASSENT.fullmatch(block.text)
            and re.search(r"\b(?:propos\w+|motion|recommend\w+|be \w+ed)\b", before.text, re.I)
        ):
            continue
        sentences = sentences_in(view.text, before.start, before.end)
        if sentences:
            fields = {"text": sentences[-1].text, "proposed": None, "seconded": None, "result": block.text.rstrip(".")}
            yield view.candidate("decisions", fields, (sentences[-1].start, block.end), 0.7)


# ---- sentences
def _decision(view: View, sentence: Sentence, minutes: bool) -> Candidate | None:
    text = sentence.text
    if (
        len(text.split()) < LEAST_WORDS
        or not holds_any(text, view.standing(_MAY_DECIDE))
        or not _decides(text, minutes)
        or (_NOT_HERE.search(text) and not _SHOUTED.search(text))
    ):
        return None
    counted = re.match(r"\d{1,2}\s+(?=[A-Z])", text)
    if counted:
        sentence = Sentence(
            text[counted.end() :], view.text.index(text[counted.end()], sentence.start + 1), sentence.end
        )
    start, end = sentence.start, sentence.end
    told = _with_subject(view, sentence)
    proposed, seconded, result, end = _movers(view, start, end)
    fields = {
        "text": _LEAD_IN.sub("", told),
        "proposed": proposed,
        "seconded": seconded,
        "result": result,
    }
    doubts = () if minutes else ("This paper is not minutes; the decision may have been taken elsewhere.",)
    heading = view.heading_over(start) if told != sentence.text else None
    return view.candidate(
        "decisions", fields, (heading.start if heading else start, end), 0.8 - 0.2 * len(doubts), doubts
    )


_LEAD_IN = re.compile(
    r"^(?:Minutes:\s*)?(?:RESOLVED|RECOMMENDED|AGREED|DECISION|Resolved|Decision)(?:\s\d{1,2}(?:\.\d{1,2})?)?\s*[:–—-]\s*(?:\(?[a-z1]\)\s*)?(?=\w)"
)


def _decides(text: str, minutes: bool) -> bool:
    body = _BODY_DID.search(text)
    if _SHOUTED.search(text):
        return True
    if not minutes:
        return bool(body and re.match(r"the ", body["who"], re.I)) or bool(
            _WAS.search(text) and re.search(rf"\bthe .*{BODY_WORD}", text, re.I)
        )
    if body and not _is_person(text):
        return True
    patterns = (_IT_WAS, _WAS, _ACCEPTED_AS, _DEFERRED, _MOVER, _MOVED)
    return any(pattern.search(text) for pattern in patterns)


def _is_person(text: str) -> bool:
    """`Ann Lee agreed to …` is an undertaking of one person."""
    name = name_at(text)
    return name is not None and bool(re.match(r"\s+(?:also |then )?agreed to\b", text[name.end :]))


def _movers(view: View, start: int, end: int) -> tuple[str | None, str | None, str | None, int]:
    """Who proposed and seconded, and how it went, from the sentence or from the lines right below it."""
    own = _MOVER.search(view.plain(start, end)) or _PROPOSED_BY.search(view.plain(start, end))
    if own:
        result = _RESULT.search(view.plain(start, end)[own.end() :])
        said = {name: words for name, words in own.groupdict().items() if words}
        proposed, seconded = said.get("proposed") or said["mover"], said.get("seconded") or said["seconder"]
        return proposed.strip(), seconded.strip(), result["result"] if result else None, end
    below = view.text[end : end + 400]
    moved = re.match(r"\s*" + _PROPOSED.pattern, below, re.IGNORECASE)
    if not moved:
        return None, None, None, end
    result = re.match(r"\s*" + _RESULT.pattern, below[moved.end() :], re.IGNORECASE)
    stop = moved.end() + (result.end() if result else 0)
    return _name(moved["proposed"]), _name(moved["seconded"]), result["result"] if result else None, end + stop


def _name(words: str) -> str:
    return re.sub(r"\s*\([^)]*\)?", "", words).strip(" .:")


_POINTS_BACK = re.compile(
    r"^(?:these|this|they|it) (?:was|were|is) (?!(?:\w+ )?(?:agreed|resolved|decided|proposed|noted) (?:that|to|in)\b)"
    r"(?!(?:agreed|resolved|decided|proposed) the\b)"
    r"|\b(?:this|the|these) (?:policy|policies|terms of reference|report|proposal|plan|paper|document"
    r"|strategy|minutes)\b",
    re.I,
)


def _with_subject(view: View, sentence: Sentence) -> str:
    """A decision on `this policy` is told with the heading that names the policy."""
    if not _POINTS_BACK.search(sentence.text) or len(sentence.text.split()) > 14:
        return sentence.text
    heading = view.heading_over(sentence.start)
    if re.search(r"\bminutes\b", sentence.text, re.I):
        return sentence.text
    if (
        heading is None
        or sentence.start - heading.end > 400
        or len(heading.text.split()) > 12
        or label_of(heading.text)
    ):
        return sentence.text
    return f"{heading.text}: {sentence.text}"


# ---- resolutions and lists
_RESOLVED = re.compile(
    r"\b(?:RESOLVED|RECOMMENDED|AGREED|DECISIONS?|Resolved|Decisions?|Agreed)\s*(?:that|to)?\s*"
    r"(?:[:–—-]+\s*(?:[Tt]hat:?\s*(?=\n))?(?=\n|$|\()|(?=\n\s*\(?[1ai]\)))",
    re.MULTILINE,
)
_AGREED_TO = re.compile(r"\b(?:agreed|resolved|decided)(?: to| that)?\s*:-?\s*\n", re.IGNORECASE)
_AGREED_STEMS = ("agreed", "resolved", "decided")
_BY_A_BODY = re.compile(rf"(?:{_BODY}) (?:also |then )?$", re.IGNORECASE)


def _resolutions(view: View) -> Iterator[Candidate]:
    """`RESOLVED:` and the numbered parts under it."""
    said: set[str] = set()
    for mark in view.finds(_RESOLVED, ("resolved", "recommended", "agreed", "decision")):
        for start, end in parts_below(view, mark.end()) or paragraph_below(view, mark.end()):
            words = view.plain(start, end)
            if words not in said:
                yield _part(view, start, end)
            said.add(words)


def _lists(view: View) -> Iterator[Candidate]:
    """`The Panel agreed to:` and the entries under it; `The following were voted in:` with its names."""
    for mark in view.finds(_AGREED_TO, _AGREED_STEMS):
        if not _BY_A_BODY.search(view.text[max(mark.start() - 90, 0) : mark.start()]):
            continue
        for start, end in parts_below(view, mark.end()):
            yield _part(view, start, end)
    for mark in view.finds(_VOTED_IN, ("following",)):
        line = view.line_at(mark.start())
        following = [b for b in view.blocks if b.start > line.start]
        end = following[0].end if following and following[0].start - line.end < 20 else line.end
        span = trimmed(view.text, line.start, end)
        fields = {"text": view.plain(*span), "proposed": None, "seconded": None, "result": None}
        yield view.candidate("decisions", fields, span, 0.75)


_PROPOSED_LINE = re.compile(r"^[ \t]*Proposed(?: by)?\s*:", re.MULTILINE | re.IGNORECASE)


def _motions(view: View) -> Iterator[Candidate]:
    """What stands before `Proposed: …  Seconded: …  Carried`, whatever its words."""
    for mark in _PROPOSED_LINE.finditer(view.text):
        before = [b for b in view.blocks if b.start < mark.start()]
        if not before:
            continue
        sentences = sentences_in(view.text, before[-1].start, min(before[-1].end, mark.start()))
        if not sentences:
            continue
        moved = sentences[-1]
        proposed, seconded, result, end = _movers(view, moved.start, mark.start())
        fields = {"text": moved.text, "proposed": proposed, "seconded": seconded, "result": result}
        yield view.candidate("decisions", fields, (moved.start, end), 0.85)


def _part(view: View, start: int, end: int) -> Candidate:
    fields = {
        "text": re.sub(r";?\s*(?:and)?$", "", view.plain(start, end)),
        "proposed": None,
        "seconded": None,
        "result": None,
    }
    return view.candidate("decisions", fields, (start, end), 0.85)
