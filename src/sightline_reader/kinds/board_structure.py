"""How a board is set up, as terms of reference say it: chair, deputy, quorum, frequency, to whom it reports, and the like."""

import re
from collections.abc import Iterator

from sightline_reader.boards.names import Said, board_in, bodies, is_body, is_body_name, names_a_board, own_name
from sightline_reader.boards.phrases import CUT, HEADS, IN_SENTENCES, LABELLED, PREAMBLE, SPEAKS, STRUCTURE
from sightline_reader.classify import kind_of
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, passages, title_of

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


def find(view: View) -> list[Candidate]:
    """What the paper says of boards. Outside terms of reference only sentences that name their board count."""
    kind = kind_of(view)
    if kind not in _READ_KINDS:
        return []
    main, parent = bodies(view)
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
            structure = bool(STRUCTURE.fullmatch(title))
            if re.search(r"(?i)\bterms of reference\b", title):
                own = own_name(title)
                inside, body = True, own or (own_name(heading) if is_body_name(heading) else body)
            body = own_name(title) if inside and is_body_name(title) else body
            heading = title
        elif structure and passage.mark and is_body(passage.text):
            name = passage.text.strip(" .;")
            yield Said("in structure", name, name, *passage.span(0, len(name)))
            continue
        mine = [*(_labelled(passage, body) if inside else ()), *_in_sentences(passage, body, inside)]
        if inside and not title and pending and not any(said.aspect == pending for said in mine):
            mine.append(_under_heading(passage, pending, body))
        pending = next((a for a, names in HEADS.items() if names.fullmatch(title)), "") if title else ""
        yield from mine


def _labelled(passage: Passage, body: str | None) -> Iterator[Said]:
    for aspect, pattern in LABELLED:
        if match := pattern.match(passage.text):
            yield Said(aspect, PREAMBLE.sub("", match["value"]).strip(" ."), body, *passage.span(0, match.end("value")))


def _under_heading(passage: Passage, aspect: str, body: str | None) -> Said:
    start, end = passage.sentences[0]
    value = PREAMBLE.sub("", passage.text[start:end]).strip(" .")
    return Said(aspect, value, body, *passage.span(start, end))


def _in_sentences(passage: Passage, body: str | None, inside: bool) -> Iterator[Said]:
    for start, end in passage.sentences:
        sentence = passage.text[start:end].rstrip(". ")
        if not SPEAKS.search(sentence) or (not inside and not names_a_board(sentence)):
            continue
        for aspect, pattern in (said for said in IN_SENTENCES if inside or said[0] not in _TERMS_ONLY):
            for match in pattern.finditer(sentence):
                value, place = _value(match, aspect)
                if value:
                    whose = body if inside else board_in(sentence[: match.end()]) or body
                    yield Said(
                        aspect,
                        value,
                        whose,
                        *passage.span(start + min(match.start(), place), start + place + len(value)),
                    )


def _value(match: re.Match[str], aspect: str) -> tuple[str, int]:
    name = "value2" if "value2" in match.re.groupindex and match["value2"] else "value"
    printed = match[name] or ""
    kept = (printed if aspect == "quorum" else CUT.sub("", printed)).rstrip(" ,(")
    lead = re.match(r"(?:the|an?)\s+(?=[A-Z])", kept)
    cut = lead.end() if lead else 0
    return kept[cut:], match.start(name) + cut


def _once(found: list[Said]) -> Iterator[Said]:
    told: set[tuple[str, str]] = set()
    for said in found:
        key = (said.aspect, said.value.lower())
        if key not in told:
            told.add(key)
            yield said
