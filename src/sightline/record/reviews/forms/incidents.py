"""Forms of serious incidents. None asks for anything of a child."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField
from sightline.partnership.directory.queries import organisations_of, posts_of

from ..domain.clocks import STARTS
from ..domain.incidents import CATEGORY_LABELS, ENDINGS, IncidentState

DECIDED_HELP = "The post that decides whether to notify, under your local rule"


def guarded_line(**kwargs: Any) -> GuardedTextField:
    """One line of free text that is guarded like a longer one."""
    kwargs.setdefault("max_length", 200)
    return GuardedTextField(widget=forms.TextInput(attrs={"data-guarded": True}), **kwargs)


class IncidentForm(forms.Form):
    reference = guarded_line(
        label="Reference",
        max_length=60,
        help_text="Your own, such as SI 2026-01. Nothing of the child: no initials, no case number",
    )
    category = forms.ChoiceField(
        label="What happened",
        help_text="As the national figures count it",
        choices=[(c.value, label) for c, label in CATEGORY_LABELS.items()],
        widget=forms.RadioSelect,
    )
    aware_on = SplitDateField(
        label="When did the authority become aware?",
        help_text="The 5 working days for the notification run from here. Leave empty if it is not known",
        required=False,
    )
    occurred_on = SplitDateField(
        label="When did it happen?", help_text="Leave empty if it is not known", required=False
    )
    is_month_only = forms.BooleanField(label="Only the month is known (enter 1 as the day)", required=False)
    notified_on = SplitDateField(
        label="When was the Panel notified?", help_text="Leave empty if that is still to be decided", required=False
    )
    lead_authority = forms.ModelChoiceField(
        queryset=None,
        label="Authority that leads",
        help_text="The one where the incident took place",
        required=False,
        empty_label="Not known",
    )
    decided_by = forms.ModelChoiceField(
        queryset=None,
        label="Who decides on the notification?",
        help_text=DECIDED_HELP,
        required=False,
        empty_label="Not known",
    )
    decided_by_as_written = guarded_line(
        label="Or in words",
        help_text="When the post is not in the directory. A post, not a person’s name",
        required=False,
    )
    criteria = GuardedTextField(
        label="Which criteria are met, or in doubt?",
        help_text="Words of the criteria only. Do not describe the child, the family or what happened",
        required=False,
    )
    concerned = ManyRowsField(
        queryset=None,
        label="Other areas’ bodies that it concerns",
        help_text="They are told within the same days",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = organisations_of(partnership)
        self.fields["lead_authority"].queryset = bodies
        self.fields["concerned"].queryset = bodies
        self.fields["decided_by"].queryset = posts_of(partnership, on)
        if not is_new:
            del self.fields["notified_on"]


class NotifyForm(forms.Form):
    on = SplitDateField(label="When was the Panel notified?", help_text="For example, 27 3 2026")
    decided_by = forms.ModelChoiceField(
        queryset=None, label="Who decided?", help_text=DECIDED_HELP, required=False, empty_label="Not known"
    )
    decided_by_as_written = guarded_line(label="Or in words", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided_by"].queryset = posts_of(partnership, on)


ENDING_WORDS = {
    IncidentState.NOT_NOTIFIED: "Not notified: the criteria are not met",
    IncidentState.WITHDRAWN: "Withdrawn: found after the notification that the criteria were not met",
}


class EndIncidentForm(forms.Form):
    as_ = forms.ChoiceField(
        label="How does it end?",
        choices=[(state.value, ENDING_WORDS[state]) for state in ENDINGS],
        widget=forms.RadioSelect,
    )
    on = SplitDateField(label="On which day was that decided?")
    because = GuardedTextField(label="Why?", help_text="In words about the criteria, nothing of the child")


class ClockForm(forms.Form):
    start = forms.ChoiceField(
        label="From when do you count the 15 working days?",
        choices=[(s.value, card.label) for s, card in STARTS.items()],
        widget=forms.RadioSelect,
    )
    agreed_where = guarded_line(
        label="Where was this agreed?", help_text="A meeting and its date, or a local rule", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].choice_hints = {s.value: f"{card.source}." for s, card in STARTS.items()}


class ConfirmForm(forms.Form):
    """Asks nothing: the button says it."""
