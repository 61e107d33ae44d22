"""Indicators: a count, share, rate or number of hours with the words it counts, its period and area.

In prose the words are taken from the clause around the figure. A figure that is only compared ("a fall from 20") takes the
words of the figure before it; entries under "In the last year:" take the period, those under a stem the stem.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sightline_reader.classify import year_spoken_of
from sightline_reader.kinds.charts import charted
from sightline_reader.layout import Spans, View, fold
from sightline_reader.ledgers import ledgers
from sightline_reader.model import Candidate, Cell, Table
from sightline_reader.numbers import Figure, Period, figures, periods
from sightline_reader.passages import Passage, passages, without_contents

LEFT_WORDS = 12
RIGHT_WORDS = 14
"""A label longer than this many words on either side of its figure is a story."""

COUNTABLE = re.compile(
    r"(?i)\b(?:child(?:ren)?|people|persons?|famil(?:y|ies)|pupils?|students?|bab(?:y|ies)|infants?|carers?|staff|delegates"
    r"|volunteers?|professionals|practitioners|reviews?|SCRs?|LCSPRs?|CSPRs?|notifications?|referrals?|contacts?|audits?"
    r"|cases?|deaths?|incidents?|schools?|homes?|libraries|meetings?|conferences?|plans?|adoptions?|sessions?|courses?"
    r"|events?|inspections?|complaints?|allegations?|placements?|episodes?|assessments?|enquiries|investigations?|orders?"
    r"|sub-?\s?groups?|offences|crimes|arrests|returns?|responses|others|conversations|interviews|households|learners)\b"
)
_NOT_COUNTED_BEFORE = re.compile(
    r"(?i)(?:\b(?:the|these|those|both|first|last|next|every|each|other|no|any|of the|of our|number|more than|less than"
    r"|only|just)|\bone in)\s*$"
)
_SAYS_NOTHING = """a an the this that these it is was were are be been has have had of in on at to from by with as and or up
down reduction increase increases increased decrease decreased decreasing increasing drop dropped rise risen rose rising fall
fell fallen reduced reducing compared compares comparison against than substantial slight significant small large previous
prior year years last current level levels target figure figures total same which when over under about around approximately
nearly almost just more less only now currently respectively average rate number percentage proportion further still standing
stood both represent represents represented came come went gone period quarter month months"""
_COMPARED = frozenset(_SAYS_NOTHING.split())
"""Words that only compare: a clause with no others speaks of the figure before it."""

_NATIONAL = re.compile(
    r"(?i)\bnational(?:ly)?\b|\bnat(?:ional)?\.? av(?:g|erage)\b|\bin the country\b"
    r"|\bengland average|\bstatistical neighbours?|\bcompared (?:to|with) (?:england|london)\b"
)
_LEFT_STOPS = re.compile(
    r"[;:]\s|,\s(?!\d)|\s[–—-]\s|[-–—](?=with\b)|[(\[]|(?i:\b(?:estimated?|said|told|found|shows?|showed|confirmed"
    r"|reported|noted|agreed|advised)\s+that\s)"
    r"|(?i:\b(?:compared\s+(?:to|with)|against|including|of\s+which|of\s+whom|of\s+these|whilst|while|but|although)\s)"
    r"|(?i:\bwith\s+(?=(?:a\s+|an\s+|the\s+|over\s+|\w+\s+)?\w*\s*$))"
)
_LEFT_AND = re.compile(r"(?i)\band\s")
_RIGHT_STOPS = re.compile(
    r"[;:]\s|[.]$|,\s(?!\d)|\s[–—-]\s|[)\]]|\s?\(|(?i:\b(?:compared\s+(?:to|with)|against|including|of\s+which"
    r"|of\s+whom|who|which|when|while|whilst|but"
    r"|although|because|resulting|reflecting|and\s+(?=\w+ed\b|(?:is|was|were|are|has|have|had)\b)|so\s+that"
    r"|in\s+order\s+to)\s)|(?i:\bwith\s+(?:a|an|over)\s)"
)
_WHO = re.compile(r"(?i)(?:who|which)\s")
_RIGHT_AND = re.compile(r"(?i)\s(?:and|to)\s")
_VERB = re.compile(r"(?i)\s(?:is|are|was|were|will|has|have|had|for|from|to|in)\s")
_QUIET_KINDS = frozenset(("terms_of_reference", "agenda", "membership_list", "attendance_grid", "action_log"))


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator before it becomes a candidate. `start` and `end` are places in the document."""

    label: str
    figure: Figure
    period: str | None
    start: int
    end: int
    inherited: bool = False
    of: str | None = None
    confidence: float = 0.7


def find(view: View) -> list[Candidate]:
    """The indicators of a document in the order of its text, each once."""
    tables = _table_spans(view)
    found = [*_from_prose(view, tables), *_from_tables(view), *charted(view, tables, Found)]
    found.sort(key=lambda f: f.start)
    year, area = year_spoken_of(view), _area_of(view)
    return [_candidate(view, f, year, area) for f in _once(found)]


def _candidate(view: View, found: Found, year: str | None, area: str | None) -> Candidate:
    fields = {
        "label": found.label,
        "value": found.figure.value,
        "unit": found.figure.unit,
        "period": found.period or year,
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
    for passage in without_contents(passages(view)):
        if passage.start in lists or _is_reference(passage.text):
            continue
        if not passage.mark:
            stem = None
        mine = list(_of_passage(passage, _Context(told, stem)))
        found += mine
        if passage.text.endswith(":"):
            stem, told = passage, _counted(mine) or told
    return found


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
    return Spans(money + [(t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 1])


def _is_reference(text: str) -> bool:
    """Footnotes with addresses, registered offices and running print marks."""
    return (
        bool(re.search(r"(?i)https?://|registered (?:office|charity|in england)|\.indd\b|^\W*page \d+", text))
        and len(text) < 260
    )


def _of_passage(passage: Passage, context: _Context) -> Iterator[Found]:
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
    if lent and not _content(_without(words)) - _SMALL:
        return "", lent[0].text, None
    return (words if len(words.split()) <= 16 else ""), (lent[0].text if lent else None), None


def _of_sentence(sentence: str, said: list[Found], before: str, lead: str) -> Iterator[Found]:
    amounts = [f for f in figures(sentence) if f.unit != "£" and _counts(sentence, f)]
    spoken = periods(sentence)
    for n, figure in enumerate(amounts):
        low = amounts[n - 1].end if n else 0
        high = amounts[n + 1].start if n + 1 < len(amounts) else len(sentence)
        left = _left(sentence, low, figure)
        right = _right(sentence, figure, high, n + 1 < len(amounts))
        if _is_national(sentence, left, right, figure):
            continue
        unit = f" {figure.unit} " if figure.unit == "hours" else " "
        clause = _tidy(_without(sentence[left : figure.start])) + unit + _without(sentence[figure.end : right])
        label, inherited = _label(clause, sentence, figure, said, before)
        if not label:
            continue
        label = f"{lead}: {label}" if lead and not inherited else label
        period = _period(sentence, spoken, left, right, figure)
        yield Found(label, figure, period, left, max(right, figure.end), inherited)


def _is_national(sentence: str, left: int, right: int, figure: Figure) -> bool:
    """Whether the figure is the country's, given only for comparison."""
    words = sentence[left : max(right, figure.end) + 12]
    opened = re.search(r"\(([^()]*)$", sentence[: figure.start])
    if opened and _NATIONAL.search(opened[1]):
        return True
    return bool(_NATIONAL.search(words.split("(")[0] if left < figure.start else sentence[left:right]))


def _counts(sentence: str, figure: Figure) -> bool:
    """Whether the number counts something, rather than naming one of a kind or being a word of speech."""
    before, after = sentence[: figure.start], sentence[figure.end :]
    if (
        figure.unit == "count"
        and re.match(
            r"\s*(?:[).]\s*$|[-–]\s?(?:fold|year|way|week|month|hour|minute|page|point|borough|part|stage)|\w?\s*$)",
            after,
        )
        and not before.rstrip().endswith("(")
    ):
        return (
            bool(
                re.search(
                    r"(?i)\b(?:was|were|is|to|from|of|at|against|by|total|totalled|with|reached|number(?:ed)?)\s*(?:approximately"
                    r"|around|about|nearly|over|almost|just)?\s*$",
                    before,
                )
            )
            and not figure.in_words
        )
    if not figure.in_words:
        return not re.search(r"(?i)\b(?:no|number|ref|tel|ext|room|suite|item)\.?\s*:?\s*$", before)
    if figure.unit == "%":
        return True
    near = re.match(r"(?:[\s-]+[\w’'/&-]+){1,5}", after)
    if not near or re.match(r"(?i)\s+(?:of|or|another|another's|to one|in|such|year|month|week|day|key|main)\b", after):
        return False
    return bool(COUNTABLE.search(near[0])) and not _NOT_COUNTED_BEFORE.search(before)


def _left(sentence: str, low: int, figure: Figure) -> int:
    """Where the words that belong to a figure begin, left of it. A figure alone in brackets belongs to what they follow."""
    start, aside = low, re.search(r"\(\s*$", sentence[: figure.start])
    if aside and re.match(r"\s*\)", sentence[figure.end :]) and _content(sentence[low : figure.start]):
        stops = list(re.finditer(r"[;:,]\s|(?i:\b(?:and|was|were|is|are|including)\s)", sentence[low : aside.start()]))
        return low + stops[-1].end() if stops else low
    for stop in _LEFT_STOPS.finditer(sentence, low, figure.start):
        start = stop.end()
    ands = [m.end() for m in _LEFT_AND.finditer(sentence, start, figure.start)]
    if ands and (
        low
        or re.match(r"(?i)(?:its|their|our|the|another|a total of|about|over)\s*$", sentence[ands[-1] : figure.start])
    ):
        start = ands[-1]
    words = list(re.finditer(r"\S+", sentence[start : figure.start]))
    return start + words[-LEFT_WORDS].start() if len(words) > LEFT_WORDS else start


def _right(sentence: str, figure: Figure, high: int, another: bool) -> int:
    """Where they end, right of it. A bracket just behind the figure is stepped over."""
    at = figure.end
    if (
        sentence[: figure.start].endswith("(")
        and sentence[at : at + 1] == ")"
        and re.search(r"[a-z]\s*\($", sentence[: figure.start])
    ):
        return at
    aside = re.match(r"\s*\((?:or |i\.e\. )?[^()]{0,40}\)", sentence[at:])
    if aside and (not another or at + aside.end() < high or _ONE_FIGURE.match(aside[0])):
        at += aside.end()
        high, another = (max(high, _next_stop(sentence, at)), False) if another else (high, another)
    stops = (m for m in _RIGHT_STOPS.finditer(sentence, at, high) if figure.unit != "%" or not _WHO.match(m[0]))
    stop = next(stops, None)
    end = stop.start() if stop else high
    if another and not stop:
        split = list(_RIGHT_AND.finditer(sentence, at, high)) or list(_VERB.finditer(sentence, at, high))
        end = split[-1].start() if split else at
    words = list(re.finditer(r"\S+", sentence[at:end]))
    return at + words[RIGHT_WORDS - 1].end() if len(words) > RIGHT_WORDS else max(end, figure.end)


_ONE_FIGURE = re.compile(r"\s*\((?:or\s)?\s?[\d,.]+\s?(?:%|per cent)?\s?\)")
"""A bracket with one figure, "(32%)", tells the figure before it in another way."""


def _next_stop(sentence: str, at: int) -> int:
    stop = re.compile(r"[,;.(]").search(sentence, at)
    return stop.start() if stop else len(sentence)


def _label(clause: str, sentence: str, figure: Figure, said: list[Found], before: str) -> tuple[str, bool]:
    """The words of a figure, and whether they were lent by the figure or the sentence before."""
    bare = _tidy(re.sub(r"\([^()]*\)?", " ", clause))
    content = _content(bare)
    points_back = re.match(r"(?i)(?:this|it|these)\b.*\b(?:increase|reduction|decrease|rise|fall|drop|up|down)\b", bare)
    if content - _COMPARED and not (points_back and said):
        return bare, False
    if said:
        same_unit = next((f for f in reversed(said) if f.figure.unit == figure.unit), None)
        rate = "" if same_unit or not figure.unit.startswith("per ") else "rate of "
        if change := _CHANGE.search(sentence[: figure.start]):
            return f"{change[1].lower()} in: {_changed(sentence, said).label}", True
        return rate + (same_unit or said[-1]).label, True
    if re.match(r"(?i)(?:this|it|these|that)\b", sentence) and before:
        return _tidy(re.split(r"(?i)\b(?:was|is|were|are)\b", before)[-1]), True
    return "", False


_CHANGE = re.compile(
    r"(?i)\b(increase|rise|growth|decrease|reduction|fall|drop)\s+of\s*(?:(?:over|about|around|nearly)\s+)?$"
)
"""A word that makes of the figure behind it a change, not a level."""


def _changed(sentence: str, said: list[Found]) -> Found:
    """The figure that a change is of: the nearest before it or, in "That is an increase", the first."""
    told = said if re.match(r"(?i)(?:that|this)\b", sentence) else said[::-1]
    return next((f for f in told if not f.inherited), said[-1])


def _content(words: str) -> set[str]:
    return set(re.findall(r"[a-z][a-z’'-]+", words.lower()))


def _without(words: str) -> str:
    """The words without the periods among them."""
    for period in reversed(periods(words)):
        words = words[: period.start] + " " + words[period.end :]
    return words


_ROUGHLY = "approximately|around|about|nearly|almost|over|just|under|some"
_EDGE = re.compile(
    r"(?i)^(?:[\W_]+|(?:during|over|in|throughout) the year\b|(?:there|and|of|with|was|were|is|are|has|have|had|been|in|at"
    rf"|on|to|from|by|a|an|the|estimated|total|where|that|this|these|it|also|further|or|up|{_ROUGHLY})\b)+"
    rf"|(?:[\s,;:(–—-]|\b(?:and|of|the|a|an|in|at|to|with|was|were|is|are|by|from|for|{_ROUGHLY})\b)+$"
)


def _tidy(words: str) -> str:
    """A label without the small words at its edges and with single spaces."""
    words = fold(re.sub(r"[*_]|\b(?:approximately|nearly|almost)\b", " ", words))
    return _EDGE.sub("", words).strip(" .,*")


def _period(sentence: str, spoken: list[Period], left: int, right: int, figure: Figure) -> str | None:
    """The period nearest the figure: in its clause, else the one that opens the sentence."""
    inside = [p for p in spoken if left <= p.start < max(right + 24, figure.end)]
    if inside:
        return min(inside, key=lambda p: min(abs(p.start - figure.end), abs(figure.start - p.end))).text
    if re.search(r"(?i)\btarget\b", sentence[left:right]):
        return "target"
    return spoken[0].text if spoken and (spoken[0].start < 25 or len(spoken) == 1) else None


# ---- tables

_MONEY = re.compile(r"(?i)£|\b(?:income|expenditure|budget|cost|contribution|amount|spend|funding|balance)\b")
_NOT_MEASURES = re.compile(
    r"(?i)\battend|\bno\.?$|\bref|\bpage\b|\bdate\b|\bnumber$|\bitem\b|\bphone|\byear$|\bwho\b|\bby when|\baction"
)
_CELL_FIGURE = re.compile(r"[<>~]?\s?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?\(.{1,14}\))?$")


def _from_tables(view: View) -> Iterator[Found]:
    money = [(e.start, e.end) for ledger in ledgers(view) for e in ledger.entries]
    for table in view.tables:
        head, *rows = table.rows
        if any(a < table.rows[-1][-1].end and head[0].start < b for a, b in money):
            continue
        if len(rows) < 2 or _MONEY.search(" ".join([table.caption, *(c.text for c in head)])):
            continue
        if _NOT_MEASURES.search(" ".join(c.text for c in head[1:])) or _MONEY.search(
            " ".join(r[0].text for r in rows[:4])
        ):
            continue
        for column in range(1, len(head)):
            if _is_measure(rows, column):
                yield from _of_column(table, column)


def _is_measure(rows: list[tuple[Cell, ...]] | tuple, column: int) -> bool:
    cells = [row[column].text for row in rows if column < len(row) and row[column].text]
    named = [row[0].text for row in rows if row and re.search(r"[A-Za-z]{3}", row[0].text)]
    return (
        len(cells) >= 2
        and sum(bool(_CELL_FIGURE.match(c)) for c in cells) >= 0.7 * len(cells)
        and len(named) >= 0.7 * len(rows)
    )


def _of_column(table: Table, column: int) -> Iterator[Found]:
    head = table.rows[0][column].text
    when = periods(head)
    period = when[0].text if when else (head if re.fullmatch(r"(?:19|20)\d\d", head) else None)
    for row in table.rows[1:]:
        if column >= len(row) or not (amounts := figures(" " + row[column].text)) or not row[0].text:
            continue
        figure = replace(amounts[0], unit="%" if "%" in head and amounts[0].unit == "count" else amounts[0].unit)
        label = row[0].text if period or not head else f"{row[0].text}: {head}"
        start, end = min(row[0].start, row[column].start), max(row[0].end, row[column].end)
        yield Found(label, figure, period, start, end, confidence=0.8)


# ---- the whole document


def _once(found: list[Found]) -> Iterator[Found]:
    """Each figure once: a second telling of the same value in like words is left out."""
    kept: dict[tuple[float | int, str], list[Found]] = {}
    for item in found:
        twins = kept.setdefault((item.figure.value, item.figure.unit), [])
        if not any(_alike(twin, item) for twin in twins):
            twins.append(item)
            yield item


def _alike(one: Found, two: Found) -> bool:
    if one.period and two.period and one.period != two.period and (one.inherited or two.inherited):
        return False
    a, b = _stems(one.label), _stems(two.label)
    common = len(a & b)
    same_words = common >= 0.6 * max(min(len(a), len(b)), 1) and common >= 0.3 * max(len(a), len(b))
    return same_words and (one.figure.value > 12 or common >= 2 or a == b)


def _stems(label: str) -> set[str]:
    label = re.sub(r"\bL?C?S?SCRs?\b", "serious case review", label)
    return {w.rstrip("s") for w in _content(label) - _COMPARED}


_PEOPLE_IN = re.compile(
    r"\b(?:lived?|lives|living|resident|libraries)\s+in\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s(?:and|&|of)?\s?[A-Z][\w’'-]+){0,3})"
)
_OF_A_PLACE = re.compile(
    r"\b([A-Z][a-z]{2,}(?:\s(?:and|&)\s[A-Z][a-z]{2,})?)(?:[’']s)?\s(?:Libraries|libraries|County|Borough|Council"
    r"|Safeguarding|LSCB|Police)\b"
)
LEAST_MENTIONS, LEAST_PART = 3, 0.8
"""A place is the paper's when it stands so often before a body's name, and in so large a part of such names."""


def _area_of(view: View) -> str | None:
    """The place the paper is about: where it says that people live, else the one that its bodies are named for."""
    lived_in = Counter(_PEOPLE_IN.findall(view.text[:20000]))
    if lived_in:
        return max(lived_in, key=lambda place: (lived_in[place], place))
    named = Counter(place for place in _OF_A_PLACE.findall(view.text) if place not in _NO_PLACES)
    place, times = max(named.items(), key=lambda held: (held[1], held[0]), default=("", 0))
    return place if times >= LEAST_MENTIONS and times >= LEAST_PART * named.total() else None


_NO_PLACES = frozenset(
    ("The", "Local", "County", "Home", "Mobile", "Our", "This", "Metropolitan", "District", "City", "Independent")
)
