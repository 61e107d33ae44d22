"""What a region makes to its partnerships."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField

from ..models import Recommendation
from ..queries import may_be_issued_to
from .fields import kind_field, respond_by_field, words_field


class PartnershipsField(ManyRowsField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Partnership) -> str:
        return obj.name


def partnerships_field() -> PartnershipsField:
    return PartnershipsField(
        Partnership.objects.none(),
        label="To which partnerships?",
        help_text="Each has it in its register and answers it on its own",
        error_messages={"required": "Choose the partnerships to which it is made"},
    )


class IssueForm(forms.Form):
    text = words_field()
    number = forms.CharField(label="Number", max_length=40, required=False)
    source_title = forms.CharField(
        label="Which work made it?",
        help_text="The review, audit, inspection or report, by its title",
        max_length=300,
        error_messages={"required": "Enter the review, audit or report that made it"},
    )
    source_kind = kind_field()
    made_on = SplitDateField(label="When was it made?", required=False)
    addressee_as_written = forms.CharField(
        label="To whom in each of them?",
        help_text="In the words of the report, such as “chairs of subgroups”",
        max_length=200,
        required=False,
    )
    is_to_all = forms.BooleanField(label="The report makes it to all partnerships", required=False)
    respond_by = respond_by_field()
    to = partnerships_field()

    def __init__(self, *args: Any, region: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = may_be_issued_to(region, None, on)


class MorePartnershipsForm(forms.Form):
    to = partnerships_field()

    def __init__(self, *args: Any, recommendation: Recommendation, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = may_be_issued_to(recommendation.partnership, recommendation, on)


class WithdrawForm(forms.Form):
    because = GuardedTextField(label="Why is it withdrawn?", error_messages={"required": "Say why it is withdrawn"})


class RegionalWordingForm(forms.Form):
    text = words_field()
    number = forms.CharField(label="Number", max_length=40, required=False)
