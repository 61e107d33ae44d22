from django import forms

from sightline.foundation.design.fields import SplitDateField

from .domain import VISIBILITY_LABELS, Visibility
from .models import Document


class DocumentForm(forms.Form):
    title = forms.CharField(label="Title", max_length=300, error_messages={"required": "Enter a title"})
    kind = forms.CharField(
        label="Kind", max_length=40, required=False, help_text="For instance minutes, terms of reference, annual report"
    )
    owner = forms.CharField(
        label="Owner", max_length=200, required=False, help_text="The post or body that keeps it up to date"
    )
    area = forms.CharField(label="Area", max_length=120, required=False)
    dated_on = SplitDateField(label="Date of the document", required=False)
    review_on = SplitDateField(label="Review by", required=False)
    visibility = forms.ChoiceField(
        label="Who may see it?", widget=forms.RadioSelect, choices=[(v.value, VISIBILITY_LABELS[v]) for v in Visibility]
    )
    superseded_by = forms.ChoiceField(label="Superseded by", required=False)
    retired = forms.BooleanField(
        label="Retired", required=False, help_text="Off the list of current documents; still readable"
    )

    def __init__(self, *args: object, document: Document, others: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["superseded_by"].choices = [("", "Nothing"), *((str(pk), title) for pk, title in others)]
        self.initial = {
            "title": document.title,
            "kind": document.kind.replace("_", " "),
            "owner": document.owner,
            "area": document.area,
            "dated_on": document.dated_on,
            "review_on": document.review_on,
            "visibility": document.visibility,
            "superseded_by": str(document.superseded_by_id or ""),
            "retired": document.retired_on is not None,
        }

    def clean_kind(self) -> str:
        return "_".join(self.cleaned_data["kind"].lower().split())
