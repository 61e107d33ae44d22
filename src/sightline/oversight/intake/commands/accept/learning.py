"""Finds of learning: a finding of the review, a line of a draft briefing, or an example of practice."""

from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.queries.learning import BRIEFING, EXAMPLE
from sightline.oversight.intake.queries.questions import NEW, WORDS
from sightline.record.learning.commands import draft_briefing, record_example, write_parts
from sightline.record.learning.domain.briefings import DO, FOUND, BriefingKind
from sightline.record.learning.models import Briefing, PracticeExample

from .papers import take_statement
from .reviews import take_finding
from .taking import Taking

BRIEFING_KIND = "learning.briefing"
EXAMPLE_KIND = "learning.practiceexample"
LONGEST_TITLE = 120


def take_learning(taking: Taking) -> Reference:
    """Where it goes is the person's word; what they do not place stays a statement of the paper."""
    if not taking.text("text"):
        raise Refused("There are no words here. Correct it, or refuse it.", "text")
    chosen = taking.chosen.get("learning", WORDS)
    if chosen == BRIEFING:
        return _in_briefing(taking)
    if chosen == EXAMPLE:
        return _as_example(taking)
    if chosen == NEW or chosen.startswith("review:"):
        taking.chosen["review"] = chosen
        return take_finding(taking)
    return take_statement(taking)


def line_of(text: str) -> str:
    return " ".join(text.split())


def part_of(sort: str) -> str:
    """What was learned was found; a message or a thing to do is for tomorrow."""
    return FOUND.code if sort == "learned" else DO.code


def _in_briefing(taking: Taking) -> Reference:
    title = taking.paper.version.document.title[:200]
    drafts = Briefing.objects.filter(partnership=taking.partnership, title=title, issued_on=None, retired_on=None)
    briefing = drafts.first() or draft_briefing(
        partnership=taking.partnership, kind=_kind(title), title=title, on=taking.at.date(), by=taking.by
    )
    code, line = part_of(taking.text("sort")), line_of(taking.text("text"))
    stands = briefing.parts.get(code=code).text
    if line not in stands.splitlines():
        write_parts(briefing=briefing, texts={code: f"{stands}\n{line}".strip()}, by=taking.by)
    return Reference(BRIEFING_KIND, briefing.pk)


def _kind(title: str) -> BriefingKind:
    small = title.lower()
    if "bulletin" in small or "newsletter" in small:
        return BriefingKind.BULLETIN
    return BriefingKind.SEVEN_MINUTE if "minute" in small else BriefingKind.ONE_PAGE


def _as_example(taking: Taking) -> Reference:
    what = taking.text("text")
    title = taking.text("theme") or what
    title = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"
    known = PracticeExample.objects.filter(partnership=taking.partnership, what=what).first()
    example = known or record_example(
        partnership=taking.partnership,
        title=title,
        what=what,
        for_whom=taking.text("audience")[:300],
        document=taking.paper.version.document,
        on=taking.at.date(),
        by=taking.by,
    )
    return Reference(EXAMPLE_KIND, example.pk)
