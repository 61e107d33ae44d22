"""Forms of progress reviews."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.plan.models import Priority
from sightline.record.meetings.models import Meeting

from .domain import MOVED_LABELS
from .queries import priorities_at


class OpenForm(forms.Form):
    on = SplitDateField(label="Day of the review", error_messages={"required": "Enter the day of the review"})
    since = SplitDateField(
        label="Look back to", help_text="Left empty, it looks back to the last review", required=False
    )
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="At which meeting?",
        help_text="What the review decides is recorded as that meeting’s decisions too",
        required=False,
        empty_label="Not at a meeting",
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Meeting.objects.filter(partnership=partnership).select_related("board").order_by("-held_on")
        self.fields["meeting"].queryset = rows[:200]
        self.fields["meeting"].label_from_instance = lambda m: f"{m.board}, {m.held_on:%-d %B %Y}"


class WordForm(forms.Form):
    moved = forms.ChoiceField(
        label="Did it move?",
        choices=[(m.value, label) for m, label in MOVED_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it moved"},
    )
    why = GuardedTextField(
        label="What moved it, or why did it not move?",
        help_text="Needed unless it moved forward",
        required=False,
        max_length=2000,
    )


class ResolveForm(forms.Form):
    priority = forms.ModelChoiceField(
        Priority.objects.none(), label="About which priority?", required=False, empty_label="All of them"
    )
    text = GuardedTextField(
        label="What was decided?", max_length=2000, error_messages={"required": "Write what was decided"}
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["priority"].queryset = priorities_at(partnership, on)


class CloseForm(forms.Form):
    summary = GuardedTextField(
        label="In a few sentences, where do the priorities stand?",
        help_text="This opens the paper of the review",
        rows=5,
        required=False,
        max_length=4000,
    )


class DiscardForm(forms.Form):
    """Asks nothing: the page says what is discarded."""
