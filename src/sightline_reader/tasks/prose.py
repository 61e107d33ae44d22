"""Undertakings in sentences: `KS agreed to circulate …`, `The Clerk will inform …`, `… to be brought to the next meeting`."""

import re
from collections.abc import Iterator

from sightline_reader.layout import Spans, View
from sightline_reader.model import Candidate
from sightline_reader.people.name_words import NOT_NAMES
from sightline_reader.people.names import name_at
from sightline_reader.tasks.owners import when_in
from sightline_reader.tasks.sentences import Sentence, sentences_of
from sightline_reader.words import days_in

_DEEDS = (
    r"(?:circulate|send|write|report back|inform|enquire|contact|arrange|provide|share|follow|check|prepare"
    r"|draft|bring|raise|speak"
    r"|liaise|email|publish|distribute|invite|ask|find out|look into|investigate|make arrangements|obtain"
    r"|forward|discuss with|feed ?back"
    r"|amend|chase|confirm|set up|organise|update|submit|present|request|produce|complete|add|seek|explore"
    r"|link|meet|respond|reply|telephone|phone|ring|approach|purchase|order|remind|display|install|repair|review|research"
    r"|talk|consult|notify|visit|advise|apply|collect|look at|look for|attend|monitor|pass on|put|place|book|pay)"
)
_OFFICE = (
    r"(?:[Tt]he )?(?:Clerk|Clertk|Chair(?:man|person)?|Secretary|Secretariat|Treasurer|Business Manager"
    r"|Board Manager|Vice[- ]Chair)"
)
_ACTOR = (
    rf"(?:{_OFFICE}(?: and (?:the )?(?:Clerk|Chair(?:man)?))?"
    r"|(?:Cllrs|Councillors) [A-Z][\w’'-]+(?:(?:, | and |, and )(?:Mrs |Mr |Ms )?[A-Z][\w’'-]+)*"
    r"|[A-Z]{2,3}|[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2}|(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.? (?:Mrs )?[A-Z][\w’'-]+)"
)
_UNDERTAKES = re.compile(
    rf"(?=[A-Zt])(?:^|(?<=[-–;,:] )|(?<=and )|(?<=therefore )|(?<=however )|(?<=agreed that ))"
    rf"(?P<who>{_ACTOR}) (?:(?P<how>agreed to|undertook to|offered to"
    rf"|volunteered to) (?!be\b|become\b|support\b)[a-z]+|(?P<weak>will|would|to|said that (?:he|she|they) would|is to|was asked to"
    rf"|was instructed to|will also|will therefore) {_DEEDS})\b"
)
_TO_BE_BROUGHT = re.compile(
    r"^(?P<what>(?:The |An? )?[A-Z].{8,120}?) to be (?:brought|presented|added|circulated|sent|reported"
    r"|submitted|taken)"
    r"(?: back)? (?:to|for|at) the (?:next|following|\w+) (?:\w+ ){0,2}(?:meeting|agenda)\b"
)
_TO_BE_DONE_BY = re.compile(
    r"^(?:Agreed\s*[:–-]\s*)?(?P<what>[A-Z].{4,120}? to be (?:\w+ed|sent|brought|drawn up|written) by (?P<who>(?:the )?[A-Z][\w’'&-]*"
    r"(?: [A-Z][\w’'&-]*){0,3})(?=\s|[.,;]|$).*)$"
)
_RESOLVED_THAT = re.compile(
    rf"^That (?P<who>(?:the )?[A-Z][\w’'-]*(?: (?:of |and |for |the )*[A-Z][\w’'-]*){{0,5}}) (?:be asked to "
    rf"|be requested to )?(?:{_DEEDS}|report)\b"
)
WHOLE_PAPER = 12
"""A block of so many lines is no paragraph: the paper has no blank lines."""


def undertakings(view: View, taken: list[Candidate]) -> Iterator[Candidate]:
    """Sentences that plainly promise a deed, in paragraphs where nothing else was found."""
    covered = Spans((c.start, c.end) for c in taken)
    for block in view.blocks:
        if covered.touch(block.start, block.end) and len(block.lines) < WHOLE_PAPER:
            continue
        for sentence in sentences_of(view, block):
            if not covered.touch(sentence.start, sentence.end) and (candidate := _undertaking(view, sentence)):
                yield candidate


def _undertaking(view: View, sentence: Sentence) -> Candidate | None:
    promise = _UNDERTAKES.search(sentence.text)
    if promise and _is_actor(promise["who"]):
        start = _place(view, sentence, promise["who"])
        text = view.plain(start, sentence.end)
        sure = bool(promise["how"])
        return _candidate(view, text, (start, sentence.end), promise["who"], 0.7 if sure else 0.5)
    if resolved := _RESOLVED_THAT.match(sentence.text):
        return _candidate(view, sentence.text, (sentence.start, sentence.end), resolved["who"], 0.7)
    if " to be " not in sentence.text:
        return None
    if (done := _TO_BE_DONE_BY.match(sentence.text)) and not days_in(done["who"]):
        return _candidate(view, done["what"], (_place(view, sentence, done["what"]), sentence.end), done["who"], 0.6)
    if _TO_BE_BROUGHT.match(sentence.text):
        return _candidate(view, sentence.text, (sentence.start, sentence.end), None, 0.5)
    return None


def _place(view: View, sentence: Sentence, who: str) -> int:
    """Where the promise begins: at its actor, which may stand in the middle of the sentence."""
    pattern = re.compile(r"\s+".join(map(re.escape, who.split())))
    found = [m.start() for m in pattern.finditer(view.text, sentence.start, sentence.end)]
    promised = [at for at in found if _UNDERTAKES.match(view.plain(at, sentence.end))]
    return promised[0] if promised else sentence.start


def _is_actor(who: str) -> bool:
    """Initials, an office or a person; not the first words of any sentence."""
    if re.match(rf"{_OFFICE}(?: and\b|$)|(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors)\b", who):
        return True
    if re.fullmatch(r"[A-Z]{2,3}", who):
        return who.lower() not in ("it", "we", "all", "to", "the")
    return name_at(who) is not None and who.split()[0].lower() not in NOT_NAMES


def _candidate(view: View, what: str, span: tuple[int, int], who: str | None, confidence: float) -> Candidate:
    fields = {"what": what, "who": who, "by_when": when_in(what), "status": None, "number": None}
    doubts = ("Nothing marks this sentence as an action.",) + (() if who else ("No owner is named for this action.",))
    return view.candidate("actions", fields, span, confidence, doubts)
