"""Words of their time: what bodies, reviews and roles were called on a day. A minute of 2014 is a minute of a board."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Word:
    """A word from a day until a day (half-open; None is open). `is_verified` False: the date is general knowledge."""

    words: str
    short: str
    since: date | None
    until: date | None
    source: str
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class Term:
    """One thing under its successive words, the oldest first. `thing` says what it is, in words of no time."""

    key: str
    thing: str
    words: tuple[Word, ...]


GK = "general knowledge"
_2019 = "https://www.bevanbrittan.com/insights/articles/2019/safeguarding-partners-are-you-ready-for-29-june-2019/"
_SCR = "https://research-portal.uea.ac.uk/en/publications/annual-review-of-lcsprs-and-rapid-reviews"
_SI_2006 = "https://docsbay.net/doc/500691/safeguarding-children-board"
_ICB = "https://oxleas.nhs.uk/south-east-london-integrated-care-system"
_WT_2023 = "https://www.devonscp.org.uk/?p=14322"
_FFP = (
    "https://parallelparliament.co.uk/debate/2025-03-20/commons/written-statements/families-first-partnership-programme"
)
# LSCB Regulations 2006 (SI 2006/90); arrangements in operation by 29 September 2019 (Working Together 2018).
LSCB_FROM, PARTNERS_FROM = date(2006, 4, 1), date(2019, 9, 29)
CCG_FROM = date(2013, 4, 1)  # Health and Social Care Act 2012; general knowledge
ICB_FROM = date(2022, 7, 1)  # Health and Care Act 2022
WT_2018, WT_2023 = date(2018, 7, 4), date(2023, 12, 15)
FAMILY_HELP_FROM = date(2025, 4, 1)  # Families First Partnership programme guide 2025: delivery from April 2025

TERMS = (
    Term(
        "arrangements",
        "the multi-agency safeguarding arrangements",
        (
            Word("area child protection committee", "ACPC", None, LSCB_FROM, GK, False),
            Word("local safeguarding children board", "LSCB", LSCB_FROM, PARTNERS_FROM, _SI_2006),
            Word("safeguarding children partnership", "partnership", PARTNERS_FROM, None, _2019),
        ),
    ),
    Term(
        "health_commissioner",
        "the health body of the arrangements",
        (
            Word("primary care trust", "PCT", None, CCG_FROM, GK, False),
            Word("clinical commissioning group", "CCG", CCG_FROM, ICB_FROM, GK, False),
            Word("integrated care board", "ICB", ICB_FROM, None, _ICB),
        ),
    ),
    Term(
        "local_review",
        "the review after a serious incident",
        (
            Word("serious case review", "SCR", None, PARTNERS_FROM, _SCR),
            Word("local child safeguarding practice review", "LCSPR", PARTNERS_FROM, None, _SCR),
        ),
    ),
    Term(
        "independent_voice",
        "the independent person over the arrangements",
        (
            Word("independent chair", "chair", None, PARTNERS_FROM, GK, False),
            Word("independent scrutineer", "scrutineer", PARTNERS_FROM, None, _2019),
        ),
    ),
    Term(
        "chair",
        "who chairs the arrangements",
        (
            Word("independent chair", "chair", None, PARTNERS_FROM, GK, False),
            Word("chair of the partnership", "chair", PARTNERS_FROM, WT_2023, GK, False),
            Word("partnership chair, a delegated safeguarding partner", "partnership chair", WT_2023, None, _WT_2023),
        ),
    ),
    Term(
        "partner_head",
        "the head of a partner, answerable for the arrangements",
        (
            Word("board partner", "partner", None, PARTNERS_FROM, GK, False),
            Word("safeguarding partner", "partner", PARTNERS_FROM, WT_2023, _2019),
            Word("lead safeguarding partner", "LSP", WT_2023, None, _WT_2023),
        ),
    ),
    Term(
        "yearly_report",
        "the report on the year’s work",
        (
            Word("annual report", "annual report", None, WT_2018, GK, False),
            Word(
                "yearly report",
                "yearly report",
                WT_2018,
                None,
                "https://buckinghamshire.moderngov.co.uk/mgAi.aspx?ID=21205",
            ),
        ),
    ),
    Term(
        "early_help",
        "help for a family below child protection",
        (
            Word("early help and children in need", "early help", None, FAMILY_HELP_FROM, GK, False),
            Word("Family Help", "Family Help", FAMILY_HELP_FROM, None, _FFP),
        ),
    ),
)
BY_KEY = {term.key: term for term in TERMS}


def word_on(key: str, on: date) -> Word:
    """The word of a day. Raises KeyError for a thing that has none here."""
    words = BY_KEY[key].words
    return next(
        word for word in words if (word.since is None or word.since <= on) and (word.until is None or on < word.until)
    )


def word_for(term: str, on: date | None, *, short: bool = False) -> str:
    """What a thing was called on a day; without a day, what it is called by the newest word."""
    word = BY_KEY[term].words[-1] if on is None else word_on(term, on)
    return word.short if short else word.words
