"""The meeting that a paper is of: when, of which body, where and at what time.

Only the head of the paper is read, because later dates are those of other meetings.
"""

import re
from dataclasses import dataclass

from sightline_reader.labelled import head_end, labelled
from sightline_reader.layout import Line, View, fold
from sightline_reader.model import Candidate
from sightline_reader.people.names import name_at
from sightline_reader.people.roster import rosters
from sightline_reader.words import BODY_WORD, TIME, Day, days_in, expanded

IS_OF_A_MEETING = re.compile(
    r"\b(?:minutes?|agenda|meeting|notes? of|in attendance|present|attendees|attendance|attending|apologies)\b", re.I
)
OF_OTHER_THINGS = re.compile(
    r"\b(?:terms of reference|action (?:log|plan|tracker)|actions? report|work plan|annual report|annual review)\b",
    re.I,
)
OTHER_DATE = re.compile(
    r"printed|created|revised|updated|version|\bv\d|published|issued?\b|circulated|approved|agreed|previous|\blast\b"
    r"|correct record|to confirm|to approve|next (?:meeting|review|date)|review date|future|as at|deadline"
    r"|prior to|filename|permalink|url:|since|from \d"
    r"|until",
    re.I,
)
MAIL_STAMP = re.compile(r"\b\d\d:\d\d:\d\d(?: [+-]\d{4}| GMT)?")
"""The clock of a message: when it was sent says nothing of a meeting."""
HEARS_ONE = re.compile(r"\b(?:present|attend(?:ees|ance|ing|ed)|apologies|minutes?|agenda)\b", re.I)
LEAST_SCORE = 2
TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Dated:
    day: Day
    line: Line
    score: int


def is_of_a_meeting(view: View) -> bool:
    """Whether the paper is minutes, notes or an agenda, rather than a report, a plan or terms of reference."""
    head = view.text[: head_end(view)]
    if not re.search(r"\bminutes?\b", head, re.I) and any(roster.meetings for roster in view.once(rosters)):
        return False
    other = OF_OTHER_THINGS.search(head[:TITLE_LENGTH])
    return not other and bool(IS_OF_A_MEETING.search(head) and HEARS_ONE.search(view.text[:8000]))


def date_of_meeting(view: View) -> Day | None:
    """The day on which the meeting of the paper was held, as far as it is printed."""
    dated = _best_date(view, head_end(view)) if is_of_a_meeting(view) else None
    return dated.day if dated else None


def find(view: View) -> list[Candidate]:
    """The one meeting of the paper, or nothing where its head gives no date for one."""
    stop = head_end(view)
    head = view.text[:stop]
    dated = _best_date(view, stop) if is_of_a_meeting(view) else None
    if dated is None:
        return []
    printed = dated.day.year or _year_of_same_day(head, dated.day)
    year = printed or _year_nearby(head)
    doubts = () if printed else ("The year is not printed with the date; it is taken from elsewhere in the paper.",)
    body, body_start = _body(view, dated, stop)
    venue, time = _venue(view, dated, stop), _time(view, dated, stop)
    fields = {"date": dated.day.written(year), "body": body, "venue": venue, "time": time}
    if body is None:
        doubts += ("The paper does not say plainly which body met.",)
    near = body_start is not None and 0 <= dated.day.start - body_start < 300
    span = (body_start if near and body_start is not None else dated.day.start, dated.day.end)
    return [view.candidate("meeting", fields, span, min(0.5 + 0.1 * dated.score, 0.95) - 0.2 * len(doubts), doubts)]


def _best_date(view: View, stop: int) -> Dated | None:
    lines = [line for line in view.body if line.start < stop and not line.blank]
    found = []
    for n, line in enumerate(lines):
        for day in days_in(line.text[: stop - line.start], line.start):
            if day.day is not None:
                before = lines[n - 1].text if n else ""
                found.append(Dated(day, line, _score(view, day, line, before)))
    good = [d for d in found if d.score >= LEAST_SCORE]
    return max(good, key=lambda d: (d.score, bool(d.day.year), -d.day.start), default=None)


def _score(view: View, day: Day, line: Line, before: str) -> int:
    """How much the words around a date say that a meeting was held on it."""
    around = (view.text[max(line.start, day.start - 90) : day.start], view.text[day.end : min(line.end, day.end + 25)])
    lead = view.text[max(line.start, day.start - 60) : day.start]
    score = 2 if line.start < 1500 else 0
    score += 3 * bool(re.search(r"\bdate\b(?: of meeting)?\s*:?\s*$|^\s*meeting\s*:\s*$|date\W|^\s*date\b", lead, re.I))
    score += 2 * bool(re.search(r"\bheld\b|\bmeeting\b", lead, re.I)) + bool(re.search(r"\bminutes\b", lead, re.I))
    score += bool(re.search(r"\bmeeting\b|\bminutes\b", before, re.I)) + bool(re.search(BODY_WORD, before + lead, re.I))
    score += bool(re.search(r"day\W", view.text[day.start : day.end], re.I)) + bool(day.year)
    score += 2 * (fold(line.text) == view.plain(day.start, day.end))
    score -= 6 * any(map(OTHER_DATE.search, around)) + 5 * bool(
        re.match(r"\s*(?:date|created|revised): *[\"\d]", line.text)
    )
    return score - 8 * bool(MAIL_STAMP.search(line.text))


def _year_of_same_day(head: str, day: Day) -> int | None:
    """The year, where the head gives the same day with one elsewhere, as in its title."""
    return next((d.year for d in days_in(head) if d.year and (d.month, d.day) == (day.month, day.day)), None)


def _year_nearby(head: str) -> int | None:
    years = [day.year for day in days_in(head) if day.year]
    return years[0] if years else None


NAMED_MEETING = (
    "(?:title|name) of (?:the )?(?:meeting|group|board|committee)|meeting(?: title| name)?|board|committee|group|forum"
)
_LEAD = re.compile(
    r"^.*?\b(?:minutes|notes?|record|agenda|actions?)\b\s*(?:of|from|for|-|–|:)*\s*(?:the\b|a\b)?\s*", re.I
)
_MEETING_OF = re.compile(r"^(?:\w+\s){0,4}?(?:meeting|session)\s+(?:of|for)\s+(?:the\s+)?(?=\S)", re.I)
_CUT = re.compile(
    r"\s*(?:\b(?:meetings?|minutes|agenda)\b|\bheld\b|\bon\s+(?=\w+day|\d)|\bat\s+\d|[–—:;|]|\s-\s|\bwas\b|\bwere\b"
    r"|,?\s*\(?\d{1,2}\s?(?:st|nd|rd|th)\b|\d{1,2}\s+[A-Z][a-z]+\s+(?:19|20)\d\d).*$",
    re.I,
)


def _body(view: View, dated: Dated, stop: int) -> tuple[str | None, int | None]:
    """The body's name with its place: a label's value, else the name nearest before the date, else after it."""
    values = list(labelled(view, NAMED_MEETING, stop))
    for value in values:
        if re.search(BODY_WORD + r"|meeting|agm", value.value, re.I) and not days_in(value.value):
            return _tidy(value.value), value.at
    behind = _BEHIND.match(view.text, dated.day.end, dated.line.end)
    if behind and re.search(BODY_WORD, behind["name"], re.I):
        return behind["name"], behind.start("name")
    for value in values:
        named = re.sub(r"\([^)]*\)", "", value.value)
        for day in reversed(days_in(named)):
            named = named[: day.start] + named[day.end :]
        if re.search(BODY_WORD + r"|meeting|agm", named, re.I):
            return _tidy(named.strip(" -–,:")), value.at
    lines = [line for line in view.body if line.start < stop and not line.blank]
    before = [line for line in lines if line.start <= dated.line.start][::-1]
    after = [line for line in lines if line.start > dated.line.start and not _tells_of_a_person(line)]
    if len(before) > 1 and _COMES_AFTER.search(before[1].text):
        before = before[1:]
    for line in [*before, *after]:
        for start, part in _parts(view, line, dated):
            if name := _name_in(part):
                return _with_line_above(lines, line, expanded(name, view.text)), start
    return None, None


_COMES_AFTER = re.compile(r"\b(?:following|after|prior to|before)(?: the| an?)?\s*$", re.I)
"""`… held in the hall following the` / `Annual Parish Meeting on 3 May`: the line of the date names another meeting."""
_BEHIND = re.compile(r"\s*[–—-]\s*(?P<name>[A-Z][^\n]{3,110}?)\s*(?:\(item\b[^\n]*)?$", re.I | re.M)
"""`Meeting: 25/09/2018 - Scrutiny Committee (Item 21)`: the body behind the date."""


def _tells_of_a_person(line: Line) -> bool:
    name = name_at(line.text.strip())
    return name is not None and bool(re.match(r"\s*(?:[,(]|[–—-]\s)", line.text.strip()[name.end :]))


PART_OF_A_NAME = 3
"""A name of so few words may be the second line of a title."""


def _with_line_above(lines: list[Line], line: Line, name: str) -> str:
    """`DALE PARTNERSHIP` over `EXECUTIVE GROUP`: two lines of one title that touch."""
    at = lines.index(line)
    if at == 0 or len(name.split()) > PART_OF_A_NAME or lines[at - 1].number != line.number - 1:
        return name
    above = _name_in(lines[at - 1].text)
    same_style = above is not None and above.isupper() == name.isupper() and fold(lines[at - 1].text) == above
    return f"{above} {name}" if same_style and above else name


TORN = re.compile(r"(?<=[A-Za-z])(?:</?(?:strong|b|em|i|span)>)+(?=[a-z])")
"""Marks of emphasis inside a word."""
_OTHER_TAGS = re.compile(r"<[^<>]*>|^[^<>]*>|<[^<>]*$")


def _parts(view: View, line: Line, dated: Dated) -> list[tuple[int, str]]:
    """A line's pieces parted by wide gaps, the last first; of the date's own line only what precedes the date."""
    text = line.text[: dated.day.start - line.start] if line is dated.line else line.text
    text = text or line.text
    stored = view.document.text[line.start : line.start + len(text)]
    if TORN.search(stored):
        return [(line.start, fold(_OTHER_TAGS.sub(" ", TORN.sub("", stored))))]
    return [(line.start + m.start(), m[0]) for m in re.finditer(r"\S+(?: \S+)*", text)][::-1]


def _name_in(part: str) -> str | None:
    text = re.sub(r"^(?:title|subject)\s*:\s*", "", part.strip(" \"'#*"), flags=re.I)
    if len(text.split()) > LONG_TITLE and (opening := list(_MINUTES_OF.finditer(text))):
        text = text[opening[-1].end() :]
    led = (
        _LEAD.sub("", text, count=1)
        if re.match(r"(?:\W|\w+\s){0,4}(?:minutes|notes?|record|agenda)\b.*\w", text, re.I)
        else text
    )
    if minuted := _MINUTED.match(text):
        led = minuted["name"]
        if re.search(r"[a-z]", led) and len(led.split()) > 1 and not re.search(BODY_WORD, led, re.I):
            return led
    name = _tidy(_MEETING_OF.sub("", led) or led)
    spoken = re.search(r"\bmeeting\b", led, re.I) and name and name[0].isupper() and len(name.split()) > 1
    if not name or len(name) > 120 or not (re.search(BODY_WORD, name, re.I) or spoken):
        name = _tidy(text)
    if re.match(r"(?:date|time|also|those)\b", name, re.I) or re.search(
        r"\b(?:members|attendees|officers)$", name, re.I
    ):
        return None
    if len(name.split()) > 14 or not re.search(BODY_WORD, name, re.I):
        return name if spoken and name and len(name.split()) < 8 else None
    return name if name[0].isupper() and len(name) > 4 else None


LONG_TITLE = 24
_MINUTES_OF = re.compile(
    r"\b(?:minutes|notes|record) of (?:a |the |an )?(?:\w+ )?(?:meeting of )?(?:the )?(?=[A-Z])", re.I
)
"""In a line that holds far more than a title, the name of the body stands behind these words."""
_MINUTED = re.compile(
    r"(?P<name>(?!The |A )[A-Z].{3,80}?)[\s,–-]+(?:meeting )?(?:minutes|notes)\s*(?:from|of|for|on|[-–:])?(?: the)?$",
    re.I,
)
"""`Open Data Users minutes from`, right before the date: a name, whatever its words."""


def _tidy(text: str) -> str:
    return re.sub(
        r"^(?:the|a)\s+(?=[A-Z])|\b(?:full|extraordinary|special) (?=board|council)",
        "",
        _CUT.sub("", fold(text)).strip(" ,.-–"),
        flags=re.I,
    ).strip()


def _venue(view: View, dated: Dated, stop: int) -> str | None:
    for value in labelled(view, "venue|location|place|where|held at", stop):
        place = _AFTER_PLACE.sub("", value.value).rstrip(" .")
        return place if len(place) < 140 else None
    around = view.plain(max(dated.line.start - 200, 0), min(dated.line.end + 160, stop))
    held = re.search(
        r"\bheld (?:in|at) (?!\d)(?:the (?=[A-Z]))?([A-Z][^.;:]{2,90}?)"
        r"(?=\s+(?:on|at|from)\b|[.;:]|,? (?:\w+day|\d{1,2})\b|$)",
        around,
        re.I,
    )
    if held:
        return held[1].strip(" ,")
    lines = (line.text for line in view.body if line.start < stop)
    at = next((m for text in lines if (m := _HELD_ON.search(text))), None)
    if at:
        return _AFTER_PLACE.sub("", at[1]).strip(" ,")
    return _after_comma(view, dated, stop) or _line_below(view, dated, stop)


_AFTER_PLACE = re.compile(
    r"\s+(?:(?:at|from|on)\s+\d|(?:Time|Date)\b|View directions|PRESENT\b|Present\b|APOLOGIES\b|Attend\w+|\d{1,2}$).*$"
)
_HELD_ON = re.compile(r"\b[Hh]eld on [^.;:]{3,45}? (?:at|in) (?!\d)(?:the (?=[A-Z]))?([A-Z][^.;:,\n]{2,60})")
_PLACE = re.compile(
    r"\b(?:house|hall|room|centre|center|street|road|offices?|building|chambers?|school|library|church|court|square|lane"
    r"|suite|hotel|theatre|campus|hub|pavilion|headquarters|microsoft teams|ms teams|zoom)\b|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b",
    re.I,
)


def _line_below(view: View, dated: Dated, stop: int) -> str | None:
    """A place on a line of its own, right under the date."""
    below = next((x for x in view.body if dated.line.end <= x.start < stop and not x.blank), None)
    words = fold(below.text).strip(" .,") if below else ""
    plain = words[:1].isupper() and len(words.split()) <= 12 and not re.search(r"[:;–]|\b(?:was|were|is)\b", words)
    if below is None or not plain or not _PLACE.search(words) or _tells_of_a_person(below):
        return None
    return None if re.search(BODY_WORD, words, re.I) or IS_OF_A_MEETING.search(words) else words


def _after_comma(view: View, dated: Dated, stop: int) -> str | None:
    """The place in `on 3 May at 2pm,` + next line, or `3 May, 2pm, The Old Mill`."""
    rest = view.text[dated.day.end : min(dated.line.end + 120, stop)]
    match = re.match(
        rf"[,\s]*(?:at|from)?\s*(?:{TIME.pattern})\s*,\s*(?:in|at)?\s*((?:The )?[A-Z][^\n]{{3,90}})", rest, re.I
    )
    if not match or not match[1][0].isupper():
        return None
    rest = view.text[dated.day.end + match.end() : stop]
    wrapped = re.match(r"\n([A-Z]\w+)\s*(?:\n|$)", rest) if re.search(r"\b(?:upon|of|on|and|the)$", match[1]) else None
    return (match[1] + (f" {wrapped[1]}" if wrapped else "")).strip(" .,")


def _time(view: View, dated: Dated, stop: int) -> str | None:
    for value in labelled(view, r"times?|start time|time of meeting", stop):
        if re.search(r"\d|noon", value.value) and len(value.value) < 50:
            return value.value.rstrip(" .")
    own = (max(dated.line.start, dated.day.start - 160), min(dated.line.end, dated.day.end + 90))
    for start, end in (own, (max(dated.line.start - 160, 0), min(dated.line.end + 90, stop))):
        if match := TIME.search(MAIL_STAMP.sub(" ", view.text[start:end])):
            return fold(match[0])
    return None
