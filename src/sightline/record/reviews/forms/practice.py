"""Forms of the register of reviews and of the template."""

from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import organisations_of
from sightline.record.actions.forms import OwnerField

from ..domain import REVIEW_LABELS, ReviewKind
from ..domain.practice import PANEL_LABELS, PARALLEL_LABELS, PanelPart
from ..models import Review
from ..queries.practice import reviews_to_follow

NO_CHILD = "Nothing about the child: no name, date of birth or number"


class NothingForm(forms.Form):
    """A question that is answered by its button."""


class RecordReviewForm(forms.Form):
    kind = forms.ChoiceField(
        label="What kind of review is it?",
        choices=[(k.value, label) for k, label in REVIEW_LABELS.items() if k is not ReviewKind.RAPID],
        initial=ReviewKind.LOCAL_PRACTICE.value,
        help_text="In the words of its time: a serious case review stays one",
    )
    reference = forms.CharField(
        label="Reference",
        max_length=60,
        help_text=f"For example, LCSPR 2026-03. {NO_CHILD}",
        error_messages={"required": "Enter a reference"},
    )
    title = GuardedTextField(label="Title", max_length=300, required=False, rows=2)
    started_on = SplitDateField(label="When did it begin?", required=False)
    completed_on = SplitDateField(label="When was it completed?", required=False)
    published_on = SplitDateField(label="When was it published?", required=False)
    follows = forms.ModelChoiceField(
        Review.objects.none(),
        label="Which review led to it?",
        required=False,
        empty_label="None that is recorded",
        help_text="A rapid review whose decision led to this one",
    )
    on_template = forms.BooleanField(label="It is run here, on the template", required=False)
    decided_on = SplitDateField(
        label="When was it decided to review?",
        required=False,
        help_text="The six months to publication are counted from this day",
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["follows"].queryset = reviews_to_follow(partnership)


class CorrectReviewForm(forms.Form):
    reference = forms.CharField(label="Reference", max_length=60, error_messages={"required": "Enter a reference"})
    title = GuardedTextField(label="Title", max_length=300, required=False, rows=2)
    started_on = SplitDateField(label="When did it begin?", required=False)
    completed_on = SplitDateField(label="When was it completed?", required=False)


class DecisionForm(forms.Form):
    decided_on = SplitDateField(
        label="When was it decided to review?",
        required=False,
        help_text="The six months to publication are counted from this day",
    )


class WordsForm(forms.Form):
    text = GuardedTextField(label="What is to be said", required=False, rows=10)

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label


class NotApplicableForm(forms.Form):
    reason = GuardedTextField(
        label="Why does it not apply?", max_length=500, error_messages={"required": "Say why this part does not apply"}
    )


class PeriodForm(forms.Form):
    started_on = SplitDateField(label="From", required=False)
    last_day = SplitDateField(label="Until and including", required=False)


class ParallelForm(forms.Form):
    has_parallel = forms.ChoiceField(
        label="Do others inquire at the same time?",
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not known yet")],
        widget=forms.RadioSelect,
        required=False,
    )
    kinds = forms.MultipleChoiceField(
        label="Which kinds?",
        choices=[(k.value, label) for k, label in PARALLEL_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="The kind only; nothing about who or what",
    )


class ReviewerForm(forms.Form):
    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter the reviewer’s name"})
    role = forms.CharField(label="Role", max_length=120, required=False, help_text="For example, lead reviewer")
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Organisation", required=False, empty_label="None in the directory"
    )
    organisation_as_written = forms.CharField(
        label="Organisation, where it is not in the directory", max_length=200, required=False
    )
    is_independent = forms.ChoiceField(
        label="Is the reviewer independent of the agencies?",
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not known yet")],
        widget=forms.RadioSelect,
        required=False,
    )
    appointed_on = SplitDateField(label="When were they appointed?", required=False)

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_of(partnership)


class PanelForm(forms.Form):
    who = OwnerField(label="Which post or agency?", error_messages={"required": "Choose a post or an agency"})
    part = forms.ChoiceField(
        label="Their part",
        choices=[(p.value, label) for p, label in PANEL_LABELS.items()],
        widget=forms.RadioSelect,
        initial=PanelPart.MEMBER.value,
    )

    def __init__(self, *args: Any, partnership: Partnership, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].offer(partnership, on)
        # A panel is made of posts and agencies, so that it survives people leaving.
        self.fields["who"].choices = [one for one in self.fields["who"].choices if one[0] != "People"]


def yes_or_no(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


def as_choice(value: bool | None) -> str:
    return {True: "yes", False: "no"}.get(value, "")
