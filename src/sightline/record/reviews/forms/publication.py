"""Forms of publication and of what follows it."""

from typing import Any

from django import forms

from sightline.foundation.design.fields import GuardedTextField, SplitDateField

from ..domain.publication import REASONS, RECIPIENT_LABELS, LetterKind, Recipient


class PlanForm(forms.Form):
    planned_on = SplitDateField(
        label="When is it to be published?", required=False, help_text="Leave empty for no plan"
    )


class LetterForm(forms.Form):
    sent_on = SplitDateField(label="When was it sent?", error_messages={"required": "Enter the day it was sent"})
    to = forms.MultipleChoiceField(
        label="To whom?",
        choices=[(r.value, label) for r, label in RECIPIENT_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        initial=[r.value for r in Recipient],
        error_messages={"required": "Choose to whom it was sent"},
    )
    reason = GuardedTextField(
        label="The reason that was given", rows=4, error_messages={"required": "Enter the reason that was given"}
    )

    def __init__(self, *args: Any, kind: LetterKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind not in REASONS:
            del self.fields["reason"]


class PublishForm(forms.Form):
    published_on = SplitDateField(
        label="When was it published?", error_messages={"required": "Enter the day of publication"}
    )
    address = forms.CharField(
        label="Where can it be read?", max_length=500, required=False, help_text="The address of the page"
    )
    last_day = SplitDateField(
        label="Until when is it kept public?",
        required=False,
        help_text="The last day. Left empty, it is one year from publication",
    )


class WithdrawForm(forms.Form):
    on = SplitDateField(label="From when?", error_messages={"required": "Enter the day"})
    how = forms.ChoiceField(
        label="What happens to it?",
        choices=[
            ("ended", "Its time online has ended; what was published may still be read here"),
            ("taken_back", "It is taken back: only those who read unpublished reviews may read it"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens to it"},
    )
    because = GuardedTextField(label="Why?", max_length=500, error_messages={"required": "Say why it is withdrawn"})


class ExpectForm(forms.Form):
    due_on = SplitDateField(
        label="By when is the update report to come?", error_messages={"required": "Enter the day by which it is due"}
    )


class ReceiveForm(forms.Form):
    received_on = SplitDateField(label="When was it received?", error_messages={"required": "Enter the day"})
    what_changed = GuardedTextField(
        label="What changed for children?",
        rows=5,
        help_text="Say it plainly when it is not known yet",
        error_messages={"required": "Say what changed for children, or that it is not yet known"},
    )
    evidence = GuardedTextField(label="What shows it?", rows=4, required=False)
    address = forms.CharField(label="Where can the report be read?", max_length=500, required=False)
