"""Indicators: a count, share, rate or number of hours with the words it counts, its period and area.

In prose the words are taken from the clause around the figure. A figure that is only compared ("a fall from 20") takes the
words of the figure before it; entries under "In the last year:" take the period, those under a stem the stem.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sightline_reader.classify import year_spoken_of
from sightline_reader.figure_tables import tables_of_figures
from sightline_reader.glance import holds_any
from sightline_reader.kinds.charts import charted
from sightline_reader.layout import Spans, View
from sightline_reader.ledgers import ledgers
from sightline_reader.measures.areas import area_of
from sightline_reader.measures.clauses import left_of, right_of
from sightline_reader.measures.counting import counts, is_national
from sightline_reader.measures.labels import COMPARED, Found, content_of, label_of, tidy, without_periods
from sightline_reader.measures.quarters import quarter_of, with_year
from sightline_reader.measures.tables import from_tables
from sightline_reader.model import Candidate
from sightline_reader.numbers import Figure, Period, figures, may_hold_figures, periods
from sightline_reader.passages import Passage, running_text


def find(view: View) -> list[Candidate]:
    """The indicators of a document in the order of its text, each once."""
    tables = _table_spans(view)
    found = [*_from_prose(view, tables), *from_tables(view), *charted(view, tables, Found)]
    found.sort(key=lambda f: f.start)
    year, area, quarter = year_spoken_of(view), area_of(view), quarter_of(view)
    return [_candidate(view, f, with_year(f.period, quarter) or year, area) for f in _once(found)]


def _candidate(view: View, found: Found, period: str | None, area: str | None) -> Candidate:
    fields = {
        "label": found.label,
        "value": found.figure.value,
        "unit": found.figure.unit,
        "period": period,
        "area": area,
    }
    if found.of:
        fields["of"] = found.of
    if found.figure.about:
        fields["approximate"] = True
    doubts = ("The words of this figure were taken from the figure before it.",) if found.inherited else ()
    return view.candidate("indicators", fields, (found.start, found.end), found.confidence, doubts)


# ---- running text


def _from_prose(view: View, lists: Spans) -> list[Found]:
    found: list[Found] = []
    stem: Passage | None = None
    told: Found | None = None
    for passage in running_text(view):
        if passage.start in lists or _is_reference(passage.text):
            continue
        if not passage.mark and not _is_footnote(view, passage):
            stem = None
        mine = list(_of_passage(passage, _Context(told, stem)))
        found += mine
        if passage.text.endswith(":"):
            stem, told = passage, _counted(mine) or told
    return found


MOST_OF_A_NOTE = 200
"""A longer text than this, in characters, is no footnote."""


def _is_footnote(view: View, passage: Passage) -> bool:
    """A short text after a line with a bare number: a note at the foot of a page, which breaks no list."""
    if len(passage.text) > MOST_OF_A_NOTE or passage.text.endswith(":"):
        return False
    above = view.text[max(passage.start - 80, 0) : passage.start]
    return bool(_NOTE.match(passage.text) or _BARE_NUMBER_ABOVE.search(above))


_NOTE = re.compile(r"\d{1,2}(?:\s+[A-Z]|$)")
_BARE_NUMBER_ABOVE = re.compile(r"\n[ \t]*\d{1,2}[ \t]*\n[ \t]*$")


def _counted(found: list[Found]) -> Found | None:
    """The figure that "of this number" points at: the first count of its passage, else the first figure."""
    return next((f for f in found if f.figure.unit == "count"), found[0] if found else None)


@dataclass(slots=True)
class _Context:
    """What earlier words lend to a figure: the figure before it, and the words over its list."""

    before: Found | None
    stem: Passage | None


def _table_spans(view: View) -> Spans:
    """Where tables and lists of money stand: their numbers are not running text."""
    money = [(e.start, e.end) for ledger in ledgers(view) for e in ledger.entries]
    return Spans(money + [(t.rows[0][0].start, t.rows[-1][-1].end) for t in tables_of_figures(view) if len(t.rows) > 1])


def _is_reference(text: str) -> bool:
    """Footnotes with addresses, registered offices, running print marks and the heads of messages."""
    return len(text) < 260 and holds_any(text, _REFERENCE_STEMS) and bool(_REFERENCE.search(text))


_REFERENCE_STEMS = ("http", "registered", "indd", "page", "date", "sent", "received", "pdf")
_REFERENCE = re.compile(
    r"(?i)https?://|registered (?:office|charity|in england)|\.indd\b|^\W*page \d+"
    r"|^(?:date|sent|received):.*\d\d:\d\d|\bPDF \d+ [KM]B$"
)


def _of_passage(passage: Passage, context: _Context) -> Iterator[Found]:
    if not may_hold_figures(passage.text):
        return
    said: list[Found] = []
    sentence_before = ""
    lead, lent, of = _stem_of(context)
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        for item in _of_sentence(sentence, said, sentence_before, lead):
            a, b = passage.span(start + item.start, start + item.end)
            whole = said[-1].label if said and _PART_OF.search(sentence[: item.start]) else of
            said.append(replace(item, start=a, end=b, period=item.period or lent, of=whole))
            yield said[-1]
        sentence_before = sentence


_SMALL_WORDS = "in on at over during between since for from to of by the and throughout across"
_SMALL = frozenset(_SMALL_WORDS.split())
_PART_OF = re.compile(r"(?i)\bof\s+(?:whom|which|these|those)\s*$")
_EMPTY_STEM = re.compile(
    r"(?i)^(?:key |main |headline )?(?:points?|messages?|findings|figures|facts|data|headlines?|highlights|summary|activity)$"
    r"|\b(?:includ(?:e|es|ed|ing)|following|follows|such as|below|example|that|to|were|are)$"
)


def _stem_of(context: _Context) -> tuple[str, str | None, str | None]:
    """What a stem lends to the entries under it: words for their labels, a period, the figure they are parts of."""
    if context.stem is None:
        return "", None, None
    start, end = context.stem.sentences[-1]
    words = context.stem.text[start:end].rstrip(": ")
    if context.before and re.match(r"(?i)of (?:this|these|those|which|the)\b|this (?:number|figure)", words):
        return "", context.before.period, context.before.label
    if _EMPTY_STEM.search(words):
        return "", None, None
    lent = periods(words)
    if lent and not content_of(without_periods(words)) - _SMALL:
        return "", lent[0].text, None
    return (words if len(words.split()) <= 16 else ""), (lent[0].text if lent else None), None


MOST_FIGURES = 150
"""A sentence with more figures is no sentence but a table that came apart."""


def _of_sentence(sentence: str, said: list[Found], before: str, lead: str) -> Iterator[Found]:
    numbers = [f for f in figures(sentence) if f.unit != "£"]
    if len(numbers) > MOST_FIGURES:
        return
    listed = sum(not f.in_words for f in numbers) > 1
    amounts = [f for f in numbers if counts(sentence, f, listed)]
    if not amounts:
        return
    spoken = periods(sentence)
    right = 0
    for n, figure in enumerate(amounts):
        low = right if right <= figure.start else amounts[n - 1].end
        high = amounts[n + 1].start if n + 1 < len(amounts) else len(sentence)
        left = left_of(sentence, low, figure)
        right = right_of(sentence, left, figure, high, n + 1 < len(amounts))
        if is_national(sentence, left, right, figure):
            continue
        clause = (
            "" if n and _is_a_share_of(sentence, amounts[n - 1], figure) else _clause(sentence, left, right, figure)
        )
        label, inherited = label_of(clause, sentence, figure, said, before)
        if not label:
            continue
        label = f"{lead}: {label}" if lead and not inherited else label
        period = _period(sentence, spoken, left, right, figure)
        yield Found(label, figure, period, left, max(right, figure.end), inherited)


def _clause(sentence: str, left: int, right: int, figure: Figure) -> str:
    """The words around a figure without periods; hours stay a word of the label."""
    unit = f" {figure.unit} " if figure.unit == "hours" else " "
    return tidy(without_periods(sentence[left : figure.start])) + unit + without_periods(sentence[figure.end : right])


def _is_a_share_of(sentence: str, count: Figure, share: Figure) -> bool:
    """Whether a percentage alone in brackets tells the count before it over again."""
    alone = sentence[: share.start].endswith("(") and sentence[share.end : share.end + 1] == ")"
    return alone and share.unit == "%" and count.unit == "count" and not sentence[: count.start].endswith("(")


def _period(sentence: str, spoken: list[Period], left: int, right: int, figure: Figure) -> str | None:
    """The period nearest the figure: in its clause, else the one that opens the sentence."""
    bracket = re.match(r"\s*\([^()]{1,40}\)\s*(?=(?:as )?(?:at|in|on)\b)", sentence[right:])
    reach = right + (bracket.end() + 4 if bracket else 0 if "(" in sentence[right : right + 24] else 24)
    inside = [p for p in spoken if left <= p.start < max(reach, figure.end)]
    if inside:
        return min(inside, key=lambda p: min(abs(p.start - figure.end), abs(figure.start - p.end))).text
    if re.search(r"(?i)\btarget\b", sentence[left:right]):
        return "target"
    before = [p for p in spoken if p.start < figure.start or "(" not in sentence[figure.end : p.start]]
    return before[0].text if before and (before[0].start < 25 or len(spoken) == 1) else None


# ---- the whole document


def _once(found: list[Found]) -> Iterator[Found]:
    """Each figure once: a second telling of the same value in like words is left out."""
    kept: dict[tuple[float | int, str], list[tuple[Found, set[str]]]] = {}
    for item in found:
        stems = _stems(item.label)
        twins = kept.setdefault((item.figure.value, item.figure.unit), [])
        if not any(_alike(twin, item, told, stems) for twin, told in twins):
            twins.append((item, stems))
            yield item


def _alike(one: Found, two: Found, a: set[str], b: set[str]) -> bool:
    """Whether two tellings of a value are one; `a` and `b` are the stems of their labels."""
    if one.period and two.period and one.period != two.period and (one.inherited or two.inherited):
        return False
    common = len(a & b)
    same_words = common >= 0.6 * max(min(len(a), len(b)), 1) and common >= 0.3 * max(len(a), len(b))
    return same_words and (one.figure.value > 12 or common >= 2 or a == b)


def _stems(label: str) -> set[str]:
    label = re.sub(r"\bL?C?S?SCRs?\b", "serious case review", label)
    return {w.rstrip("s") for w in content_of(label) - COMPARED}
