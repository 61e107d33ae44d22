"""What comes with Sightline: law and guidance, the vocabulary of themes, formats of plans."""

from sightline.partnership.law.commands import load_reference
from sightline.partnership.plan.commands import load_formats, load_vocabulary
from sightline.record.reviews.commands import rest_templates_on_law


def load_stock() -> None:
    """Adds what this edition brings and the record lacks; what is kept already stays as it is."""
    load_reference(by=None)
    load_vocabulary(by=None)
    load_formats(by=None)
    rest_templates_on_law(by=None)
