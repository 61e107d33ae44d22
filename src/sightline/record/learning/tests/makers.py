"""How tests of learning make things: through commands only."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.partnership.directory.commands import record_organisation, state_standing
from sightline.partnership.directory.domain import Standing
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.commands import record_theme
from sightline.partnership.plan.models import Theme
from sightline.record.learning import commands
from sightline.record.learning.domain.briefings import PARTS, BriefingKind
from sightline.record.learning.models import Briefing
from sightline.record.reviews.commands import record_finding, record_review
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.models import Finding

DRAFTED, APPROVED, ISSUED = date(2024, 3, 4), date(2024, 3, 6), date(2024, 3, 11)
WORDS = "Agencies kept records apart and none saw the whole."


def make_finding(
    partnership: Partnership, published_on: date | None = date(2024, 2, 1), text: str = WORDS, reference: str = "LR-1"
) -> Finding:
    review = record_review(
        partnership=partnership, reference=reference, kind=ReviewKind.LEARNING, published_on=published_on, by=None
    )
    return record_finding(review=review, number="1", text=text, by=None)


def make_theme(label: str = "Shared records") -> Theme:
    return record_theme(code=label.lower().replace(" ", "-"), label=label, edition="2024", by=None)


def make_agency(partnership: Partnership, name: str = "Reedham Police", is_partner: bool = True) -> Organisation:
    body = record_organisation(partnership=partnership, name=name, by=None)
    standing = Standing.SAFEGUARDING_PARTNER if is_partner else Standing.RELEVANT_AGENCY
    state_standing(partnership=partnership, organisation=body, standing=standing, by=None)
    return body


def make_draft(
    partnership: Partnership, by: User | None = None, title: str = "One record of a family", **parts
) -> Briefing:
    return commands.draft_briefing(
        partnership=partnership, kind=BriefingKind.SEVEN_MINUTE, title=title, on=DRAFTED, by=by, **parts
    )


def write_all(briefing: Briefing, words: str = "Tell each other early.") -> None:
    texts = {part.code: words for part in PARTS[BriefingKind(briefing.kind)]}
    commands.write_parts(briefing=briefing, texts=texts, by=None)


def make_issued(partnership: Partnership, agencies: tuple[Organisation, ...] = (), **parts) -> Briefing:
    briefing = make_draft(partnership, **parts)
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)
    return commands.issue_briefing(briefing=briefing, on=ISSUED, agencies=agencies, by=None)
