"""Invented minutes of any length as PDF: tagged, kerned, with their fonts inside, as office programs write them."""

import random

import typst

VOCABULARY = (
    "board partnership children safeguarding agreed that the chair noted a report from police health council with "
    "actions following review practice learning data quarter local services families support need attendance training "
    "evidence impact and for in on was were by to of this next year page office member lead agency plan it be at as an "
    "or which has have had not but their they she he who been from its all more than about into over after before through "
    "between under while because where when how what there here then also only both each every some many most such other "
    "new good first last long early late strong clear common local wider whole open small large work time people place way "
    "part change risk care school home road town street week month morning team group visit call letter case word page hand "
    "point side view question answer matter reason result effect use need hope plan step list form sign note line turn keep "
    "give take make bring show tell ask find know think see hear meet help join share build reach read write speak listen"
)
PLACES = ("Northfold", "Eastmere", "Wexdale", "Stonebeck", "Larkhurst")
AGENCIES = ("Council", "Police", "Integrated care board", "Hospital trust", "Probation", "Schools", "Fire and rescue")
NAMES = ("Ann Bold", "Ravi Cole", "Jo Sand", "Mo Li", "Zoe Hart", "Ben Okoro", "Isla Grant")
STYLE = """
#set page(
  header: [Northfold Safeguarding Children Partnership: minutes, 4 May 2026],
  footer: context [Page #counter(page).display()],
)
#set text(size: 9pt)
"""


def minutes_pdf(pages: int, seed: int = 1) -> bytes:
    """Each page: a heading, three paragraphs, an action, and an attendance or an indicator table."""
    random.seed(seed)
    return typst.compile((STYLE + "\n#pagebreak()\n".join(_page(n) for n in range(1, pages + 1))).encode())


def _page(number: int) -> str:
    rows = _attendance() if number % 2 else _indicators()
    parts = [
        f"= {number}. {PLACES[number % len(PLACES)]} {_words(3)}",
        *(_sentences(6) for _ in range(3)),
        f"Action: {random.choice(NAMES)} to {_words(8)} by {1 + number % 28} May 2026.",
        f"#table(columns: {len(rows[0])}, {', '.join(f'[{cell}]' for row in rows for cell in row)})",
    ]
    return "\n\n".join(parts)


def _attendance() -> list[list[str]]:
    marks = [[random.choice("PPPAX") for _ in range(4)] for _ in AGENCIES]
    return [["Agency", "May", "July", "October", "January"], *([a, *m] for a, m in zip(AGENCIES, marks, strict=True))]


def _indicators() -> list[list[str]]:
    rows = [[_words(4), str(random.randint(20, 4000)), f"{random.randint(1, 99)}%", _words(5)] for _ in range(6)]
    return [["Measure", "Count", "Share", "Comment"], *rows]


def _sentences(count: int) -> str:
    return " ".join(f"{_words(random.randint(9, 18))}." for _ in range(count))


def _words(count: int) -> str:
    return " ".join(random.choices(VOCABULARY.split(), k=count)).capitalize()
