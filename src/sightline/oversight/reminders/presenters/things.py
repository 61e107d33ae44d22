"""Where the thing that is due has its page."""

from django.urls import reverse

from sightline.kernel.references import Reference

_PAGES = {
    "actions.action": "actions:action",
    "challenges.challenge": "challenges:challenge",
    "law.edition": "law:change",
    "learning.briefing": "learning:briefing",
    "learning.practiceexample": "learning:example",
    "learning.voiceactivity": "learning:activity",
    "meetings.referral": "meetings:referral",
    "plan.objective": "plan:objective",
    "plan.plan": "plan:plan",
    "recommendations.recommendation": "recommendations:recommendation",
}


def page_of(reference: Reference, slug: str) -> str:
    """Nothing where it is a part of something else and has no page of its own."""
    name = _PAGES.get(reference.kind, "")
    return reverse(name, args=[slug, reference.id]) if name else ""
