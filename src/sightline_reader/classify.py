"""What kind of paper a document is: its title speaks first, its words and tables second."""

import re
from itertools import islice

from sightline_reader.glance import holds_any
from sightline_reader.layout import View, fold
from sightline_reader.model import Table
from sightline_reader.numbers import financial_year

HEAD_LINES = 14
"""A title stands among the first lines that have words."""

TITLE_WORDS = 16
"""A longer line is not a title, but may begin with one."""

HEAD_WEIGHT, BODY_WEIGHT, BODY_MOST = 6, 2, 8
"""What a word of the title counts, what one of the body counts, and the most that a body can say for one kind."""

BODY_READ = 40_000
"""Characters of a long paper that are asked what it is."""

GRID_SHARE = 0.6
"""A table is an attendance grid when this share of its cells under the head are marks."""

OTHER = "report"
"""What a paper is called when nothing says more."""

_TITLES = {
    "minutes": r"\bminutes\b(?! (?:of|from) (?:the )?(?:previous|last))|\bnotes? of (?:[\w’']+ ){0,3}meeting|\bmeeting notes?\b|\bnotes: "
    r"|\b(?:board|panel|group|committee|forum|partnership|executive)(?:[’']s)? meeting\b(?! papers)|\b(?:first|second"
    r"|third|\d+(?:st|nd|rd|th)) meeting\b",
    "agenda": r"^[^\w\n]*(?:public |draft )?agenda\W*$|\bagenda (?:for|and papers)\b",
    "action_log": r"\bactions? (?:log|tracker|list|register|report|points)\b|\bactions? arising\b",
    "terms_of_reference": r"\bterms? of references?\b|\bconstitution of\b",
    "annual_report": r"\bannual (?:report|review)\b|\byearly report\b|\bfacts (?:and|&) figures\b",
    "scrutiny_report": r"\bscrutiny (?:report|review)\b|\binspection of\b|\beffectiveness (?:of the )?local safeguarding"
    r"|\bjoint targeted area inspection\b|\bpeer (?:review|challenge)\b|\bsafeguarding children(?:’s|'s)? board \(?\w* ?\)?was found\b",
    "briefing": r"\b(?:seven|7)[- ]minute (?:briefing|learning|guide)|\b(?:learning|practice|safeguarding) (?:briefing|bulletin)\b",
    "review": r"\b(?:serious case|practice|rapid|thematic|case|domestic homicide) review\b(?! (?:group|panel|sub))|\boverview report\b",
    "review_list": r"^[^\w\n]*(?:published )?(?:serious )?case reviews\W*$|\bpublished (?:serious )?(?:case|practice) reviews\b",
    "plan": r"\b(?:business|action|work|delivery|improvement|strategic|communications?) plan\b|\bstrategy\b|\bplan update\b",
    "arrangements": r"\bsafeguarding arrangements\b",
    "area_profile": r"\babout this local authority area|\b(?:area|borough) profile\b|\bneeds assessment\b",
    "recommendations": r"^[^\w\n]*(?:our |key )?recommendations\W*$",
    "membership_list": r"\bmembership list\b|\blist of members\b|\bboard members\b|\bcontact list\b",
    "attendance_grid": r"\battendance (?:grid|log|record|register|matrix|list|at)\b",
    "dataset": r"\b(?:data ?set|scorecard|dashboard|performance data)\b",
    OTHER: r"^[^\w\n]*(?:report|briefing|paper|proposal|briefing note) (?:to|for|on)\b",
    "policy": r"\b(?:policy|procedures?|protocol|practice guidance|escalation process|information sharing agreement)\b",
}
_BODIES = {
    "minutes": r"^[^\w\n]*(?:present|apologies|attendees|in attendance|members present|panel attendees|attendance"
    r"|venue:|location:|chaired by:|time:)|\bmatters arising\b|\bdate of (?:the )?next meeting\b"
    r"|\bminutes of the (?:previous|last) meeting\b|\bthe chair (?:thanked|welcomed|opened|closed)\b"
    r"|^[^\w\n]*(?:minutes|decision|resolved)[^\w\n]*$",
    "terms_of_reference": r"\bquor(?:um|ate)\b|\bfrequency of meetings\b|\bwill meet\b|\bterms of reference\b"
    r"|\bsecretariat\b|^[^\w\n]*membership\b"
    r"|\bwill (?:be chaired by|report to)\b|\breporting (?:arrangements|line)",
    "scrutiny_report": r"\binspectors?\b|\bindependent scrutin\w+\b|\brecommendation \d+\b|\bareas? for improvement\b"
    r"|\b(?:LSCB|children board|partnership) (?:is|are) (?:good|inadequate|outstanding|not yet|underdeveloped)\b|\bfound by ofsted\b",
    "annual_report": r"\bforeword\b|\bthis (?:annual )?report (?:covers|sets out)\b|\bthe reporting year\b|\bour achievements\b",
    "action_log": r"\bowner\b.*\b(?:deadline|due|status|progress)\b|\bcompleted actions\b|\bon track\b",
    "agenda": r"^[^\w\n]*\d+\W.{3,80}\s(?:enclosed|verbal|attached|to note|for (?:decision|discussion|information))\b",
    "area_profile": r"\blive in the area\b|\bof the total population\b|\bthe national average is\b",
    "review": r"\bthe panel (?:found|considered)\b|\bkey lines of enquiry\b|\bagency involvement\b|\bsignificant (?:harm|incident)\b",
}
_BODY_STEMS = {
    "terms_of_reference": (
        *("quor", "frequency of", "will meet", "terms of", "secretariat", "membership", "will be", "will report"),
        "reporting ",
    ),
    "annual_report": ("foreword", "this report", "this annual", "reporting year", "our achievements"),
    "action_log": ("owner", "completed actions", "on track"),
    "agenda": ("enclosed", "verbal", "attached", "to note", "for decision", "for discussion", "for information"),
    "area_profile": ("live in the area", "total population", "national average"),
    "review": ("the panel", "key lines", "agency involvement", "significant harm", "significant incident"),
}
"""Of these, one stands in every paper that holds the words of the kind: most papers are not searched for them."""

_MARK = re.compile(
    r"(?i)(?:y(?:es)?|n(?:o)?|p|a|x|d|ap(?:ol(?:ogie)?s)?|apols?|present|absent|apologies|deputy|sub|n/?a|[✓✔√✗✘×●-])?$"
)


def kind_of(view: View) -> str:
    """The kind of a document; `report` where nothing tells."""
    return view.once(_kind_of)


def _kind_of(view: View) -> str:
    if view.tables and (found := _kind_of_tables(view)):
        return found
    marks = dict.fromkeys(_TITLES, 0.0)
    head = title_lines(view)
    for kind, pattern in _TITLES.items():
        places = [n for n, line in enumerate(head) if re.search(pattern, line, re.IGNORECASE) and not _is_a_post(line)]
        whole = re.search(pattern, " ".join(head[:6]), re.IGNORECASE)
        marks[kind] = HEAD_WEIGHT - 0.3 * places[0] if places else (HEAD_WEIGHT / 2 if whole else 0.0)
    body = view.text[:BODY_READ].lower()
    for kind, pattern in _BODIES.items():
        if kind in _BODY_STEMS and not holds_any(body, _BODY_STEMS[kind]):
            continue
        said = len({words.lower() for words in _said(pattern, view.text)})
        marks[kind] += min(BODY_WEIGHT * said, BODY_MOST) * (0.5 if marks[kind] == 0 else 1)
    best = max(marks, key=lambda kind: marks[kind])
    return best if marks[best] >= BODY_WEIGHT * 1.5 else OTHER


def year_spoken_of(view: View) -> str | None:
    """The financial year of a yearly paper: that of its title, else the only one it names, when nothing later is named."""
    if titled := financial_year(" ".join(title_lines(view))):
        return titled
    named = {f"{m[1]}/{m[2]}" for m in view.finds(_TWO_YEARS, ("20",)) if _follow(m[1], m[2])}
    if len(named) != 1:
        return None
    only = named.pop()
    latest = max(int(year[0]) for year in view.finds(_YEAR, ("20",)))
    return only if latest <= int(only[:4]) + 1 else None


_TWO_YEARS = re.compile(r"\b(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)(?!\d)")
_YEAR = re.compile(r"\b20\d\d\b")


def _follow(first: str, second: str) -> bool:
    return (int(first) + 1) % 100 == int(second)


def _is_a_post(line: str) -> bool:
    """Whether a line of the head is a person's post rather than a title."""
    return (
        bool(
            re.search(r"(?i),(?!\s*\d)|\b(?:director|head|manager|officer|lead|adviser|advisor|minister|chair)\b", line)
        )
        and "minutes" not in line.lower()
    )


def _said(pattern: str, text: str) -> list[str]:
    return [fold(m[0])[:40] for m in re.finditer(pattern, text[:BODY_READ], re.IGNORECASE | re.MULTILINE)]


def title_lines(view: View) -> list[str]:
    """The first lines, each as far as a title may run; lines that go on a sentence are left out."""
    worded = (line for line in view.body if re.search(r"\w{2}", line.text))
    lines = [fold(line.text).strip(" #-=|*") for line in islice(worded, HEAD_LINES)]
    lines = [re.sub(r"^title: ", "", line) for line in lines if not re.match(r"(?!title: )[a-z]+:(?: |$)", line)]
    long = [len(line.split()) > TITLE_WORDS for line in lines]
    return [
        " ".join(line.split()[:TITLE_WORDS])
        for n, line in enumerate(lines)
        if not line[:1].islower()
        and ((long[n] and n < 3) or (not long[n] and (len(line.split()) == 1 or not line.endswith((".", ",", ":")))))
    ]


def _kind_of_tables(view: View) -> str:
    """A sheet that is one grid of marks, one list of members or one table of figures."""
    table = max(view.tables, key=lambda t: len(t.rows))
    held = sum(len(cell.text) for t in view.tables for row in t.rows for cell in row)
    if held < 0.7 * len(fold(view.text)) or len(table.rows) < 3:
        return ""
    head = " ".join(cell.text for cell in table.rows[0])
    if _share(table, lambda text: bool(_MARK.match(text))) >= GRID_SHARE:
        return "attendance_grid"
    if re.search(r"(?i)\baction\b", head) and re.search(
        r"(?i)\b(?:owner|lead|who|by when|deadline|due|status|progress)\b", head
    ):
        return "action_log"
    if re.search(r"(?i)\b(?:name|member|post|role)\b", head) and re.search(
        r"(?i)\b(?:agency|organisation|role|post|title)\b", head
    ):
        return "membership_list"
    return (
        "dataset"
        if _share(table, lambda text: bool(re.match(r"[£<>~]?\s?\d[\d,.]*\s?%?$", text))) >= GRID_SHARE
        else ""
    )


def _share(table: Table, is_one) -> float:
    """The share of cells under the head and beside the first column that are of one sort."""
    cells = [cell.text for row in table.rows[1:] for cell in row[1:]]
    return sum(is_one(text) for text in cells) / len(cells) if cells and any(cells) else 0.0
