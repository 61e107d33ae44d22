"""Where a record that a finding names can be seen."""

from django.urls import reverse

from sightline.kernel.references import Reference

PAGES = {
    "actions.action": "actions:action",
    "recommendations.recommendation": "recommendations:recommendation",
}


def address(reference: Reference, slug: str, board_id: int | None = None) -> str:
    """The page of a record in a partnership, or "" where it has none."""
    if reference.kind in PAGES:
        return reverse(PAGES[reference.kind], args=[slug, reference.id])
    return ""
