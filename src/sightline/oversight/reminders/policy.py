"""Does a link still open anything? All that do not are answered with the same words."""

from datetime import datetime

from sightline.kernel.verdict import YES, Verdict, no

from .models import Link

OVER = "This link cannot be used."


def may_answer(link: Link | None, at: datetime) -> Verdict:
    """Whether the link itself is good; that the thing is still asked is the queries' to say."""
    if link is None or link.revoked_at is not None or link.expires_at <= at:
        return no(OVER)
    return YES
