"""The page of a rapid review turned into the words of its paper."""

from datetime import date

from sightline.foundation.design.blocks import Paper

from ..documents.rapid import RapidRecord, blocks_of
from ..models import RapidReview
from .incidents import day
from .rapid import LinkLine, RapidPage


def paper_of(rapid: RapidReview, page: RapidPage, on: date) -> Paper:
    partnership = rapid.review.partnership
    return Paper(
        title=f"Rapid review {page.reference}",
        blocks=blocks_of(_record(page)),
        subtitle=f"{page.state}. {page.clock.words}, counted from {page.clock.counted.partition(' from ')[2]}.",
        organisation=partnership.name,
        footer=f"Restricted. As recorded on {day(on)}",
    )


def _record(page: RapidPage) -> RapidRecord:
    panel_words = (
        f"Sent with something missing: {page.sent_despite}" if page.sent_despite else "",
        f"What the Panel says: {page.reply_words}" if page.reply_words else "",
        f"Response, {page.response}" if page.response else "",
    )
    return RapidRecord(
        facts=tuple((fact["term"], fact["value"]) for fact in page.facts),
        where=page.missing,
        steps=tuple((str(s.day), s.date, s.what, s.owner or "Nobody named", s.words) for s in page.steps),
        returns=tuple((r.agency, r.asked, r.due, _both(r.state, r.note), r.chased) for r in page.returns),
        meetings=tuple(_line(one) for one in page.meetings),
        actions=tuple(_line(one) for one in page.actions),
        findings=page.findings,
        recommendations=page.recommendations,
        checks=tuple(
            (_both(c.words, "asked for" if c.is_required else "not verified"), c.answer, c.note) for c in page.checks
        ),
        decision=tuple((fact["term"], fact["value"]) for fact in page.decision),
        criteria=page.criteria,
        reasons=page.reasons,
        partners=tuple((p.name, p.answer, p.note, p.why) for p in page.partners),
        panel=tuple((fact["term"], fact["value"]) for fact in page.panel),
        panel_words=tuple(words for words in panel_words if words),
    )


def _both(words: str, note: str) -> str:
    return f"{words} ({note})" if note else words


def _line(one: LinkLine) -> str:
    return f"{one.text}, {one.note}"
