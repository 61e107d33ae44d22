"""From findings and themes of reviews to what is made of them."""

from typing import Any

from .shared import at


def briefing_on_finding(slug: str, finding: Any) -> str:
    return f"{at('write', slug)}?finding={finding.pk}"


def track_of_finding(slug: str, finding: Any) -> str:
    return f"{at('start_track', slug)}?finding={finding.pk}"


def briefing_on_theme(slug: str, theme: Any) -> str:
    return f"{at('write', slug)}?theme={theme.pk}"


def track_of_theme(slug: str, theme: Any) -> str:
    return f"{at('start_track', slug)}?theme={theme.pk}"
