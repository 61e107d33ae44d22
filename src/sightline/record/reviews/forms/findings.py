"""Forms of findings, recommendations and figures."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import organisations_of
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for
from sightline.record.actions.forms import OwnerField

from ..models import Finding, Review


class FindingForm(forms.Form):
    number = forms.CharField(label="Number", max_length=40, required=False)
    text = GuardedTextField(
        label="The finding, in the review’s words",
        rows=5,
        help_text="About systems and practice, never about a child or a named worker",
        error_messages={"required": "Enter the words of the finding"},
    )
    agencies = ManyRowsField(
        Organisation.objects.none(),
        label="Whose practice is it about?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = organisations_of(partnership)


class ThemesForm(forms.Form):
    themes = ManyRowsField(
        Theme.objects.none(),
        label="Which themes does it speak of?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What Sightline proposed from the words is ticked; what you save is your word",
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, held: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = themes_for(partnership, on) | Theme.objects.filter(pk__in=held)
        self.fields["themes"].queryset = offered.distinct()


class RecommendForm(forms.Form):
    number = forms.CharField(label="Number", max_length=40, required=False)
    text = GuardedTextField(
        label="The recommendation, in its exact words",
        rows=4,
        error_messages={"required": "Enter the words of the recommendation"},
    )
    finding = forms.ModelChoiceField(
        Finding.objects.none(), label="Which finding does it answer?", required=False, empty_label="None in particular"
    )
    addressed_to = ManyRowsField(
        Organisation.objects.none(),
        label="To whom is it addressed?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave empty for the partnership as a whole",
    )
    made_on = SplitDateField(label="When was it made?", required=False)

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["finding"].queryset = review.findings.all()
        self.fields["addressed_to"].queryset = organisations_of(review.partnership)


class ActionForm(forms.Form):
    what = GuardedTextField(
        label="What is to be done?",
        help_text="One sentence that begins with a verb",
        error_messages={"required": "Say what is to be done"},
    )
    owner = OwnerField(label="Who does it?", required=False, help_text="A post or an agency outlives the person")
    due_on = SplitDateField(label="By when?", help_text="For example, 27 3 2027", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].offer(partnership, on)


class FigureForm(forms.Form):
    name = forms.CharField(
        label="What is counted?",
        max_length=200,
        help_text="For example, reviews completed, or reviews with modifiable factors",
        error_messages={"required": "Say what is counted"},
    )
    value = forms.IntegerField(label="Count", min_value=0, required=False)
    as_written = forms.CharField(
        label="Words in place of the count", max_length=60, required=False, help_text="For example, fewer than 5"
    )
