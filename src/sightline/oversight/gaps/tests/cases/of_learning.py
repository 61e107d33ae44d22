"""Rules about briefings, the tracker, good practice and what people were asked."""

from datetime import date

from sightline.oversight.gaps.domain.facts import Facts
from sightline.oversight.gaps.domain.facts_reviews import BriefingFacts, Learning, NamedFacts, ReceiptFacts, VoiceFacts

from . import Cases, days_ago, facts


def briefing(**parts) -> Facts:
    usual = {"id": 61, "title": "One record of a family", "issued_on": date(2026, 3, 2), "sources": 1}
    return facts(learning=Learning(briefings=(BriefingFacts(**usual | parts),)))


def voice(**parts) -> Facts:
    usual = {"id": 62, "title": "Feeling safe at school", "held_on": date(2026, 3, 2), "changes": 1}
    return facts(learning=Learning(voice=(VoiceFacts(**usual | parts),)))


def named(register: str, name: str, since: date | None = date(2025, 3, 3)) -> Facts:
    return facts(learning=Learning(**{register: (NamedFacts(63, name, since),)}))


RECEIPT = ReceiptFacts(64, "One record of a family", "Ashvale Police", date(2026, 11, 2), date(2026, 11, 16))

CASES = {
    "briefing_not_confirmed_by_safeguarding_partner": Cases(
        finds=facts(learning=Learning(receipts_missing=(RECEIPT,))),
        says="sent on 2 November 2026. It was to do so by 16 November 2026, 4 working days ago",
        silent=briefing(),
        unsure=facts(),
    ),
    "briefing_passed_on_by_nobody": Cases(
        finds=named("not_passed_on", "One record of a family"),
        says="passed on the briefing One record of a family, issued on 3 March 2025",
        silent=briefing(),
        unsure=facts(),
    ),
    "briefing_made_from_nothing": Cases(
        finds=briefing(sources=0),
        says="issued on 2 March 2026, does not say what it is made from",
        silent=briefing(),
        unsure=briefing(sources=0, also_from="A national review"),
    ),
    "briefing_past_review": Cases(
        finds=briefing(review_on=days_ago(1)),
        says="by 19 November 2026, 1 day ago",
        silent=briefing(review_on=days_ago(0)),
        unsure=briefing(),
    ),
    "learning_without_re_audit": Cases(
        finds=named("tracks_without_re_audit", "Shared records"),
        says="Shared records was last taught on 3 March 2025",
        silent=briefing(),
        unsure=facts(),
    ),
    "practice_example_without_evidence": Cases(
        finds=named("examples_without_evidence", "Joint home visits"),
        says="Nothing shows that the example Joint home visits works",
        silent=briefing(),
        unsure=facts(),
    ),
    "priority_without_voice": Cases(
        finds=named("priorities_without_voice", "Neglect"),
        says="Neglect is a priority since 3 March 2025",
        silent=named("priorities_without_voice", "Neglect", days_ago(90)),
        unsure=named("priorities_without_voice", "Neglect", None),
    ),
    "voice_without_change_or_reason": Cases(
        finds=voice(changes=0),
        says="they were asked on 2 March 2026, nothing is recorded as changed",
        silent=voice(changes=0, fed_back_on=date(2026, 4, 1)),
        unsure=voice(changes=0, held_on=days_ago(30)),
    ),
    "voice_not_fed_back": Cases(
        finds=voice(feedback_due_on=days_ago(20)),
        says="by 31 October 2026, 20 days ago",
        silent=voice(feedback_due_on=days_ago(20), fed_back_on=days_ago(25)),
        unsure=voice(),
    ),
}
