"""Forms of the practice library."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.directory.queries import organisations_of, posts_of
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for

from .. import queries
from ..domain.practice import NOT_STATED, STRENGTH_LABELS


class ExampleForm(forms.Form):
    title = GuardedTextField(
        label="What is the example called?", rows=1, max_length=200, error_messages={"required": "Enter a title"}
    )
    what = GuardedTextField(
        label="What was done, and what came of it?", rows=6, error_messages={"required": "Say what was done"}
    )
    themes = ManyRowsField(Theme.objects.none(), label="Themes", widget=forms.CheckboxSelectMultiple, required=False)
    for_whom = GuardedTextField(label="For whom is it useful?", rows=1, max_length=300, required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Which agency did it?", required=False, empty_label="The partnership"
    )
    contact = forms.ModelChoiceField(
        Post.objects.none(), label="Which post can be asked about it?", required=False, empty_label="No post"
    )
    strength = forms.ChoiceField(
        label="How well is it known to work?",
        help_text="What you say of it. The evidence it has is shown beside it.",
        choices=[("", NOT_STATED), *((s.value, label) for s, label in STRENGTH_LABELS.items())],
        widget=forms.RadioSelect,
        required=False,
    )
    document = forms.ModelChoiceField(
        Document.objects.none(), label="The paper that describes it", required=False, empty_label="None"
    )
    url = forms.URLField(label="Link", required=False, assume_scheme="https")
    review_on = SplitDateField(label="When is it to be looked at again?", required=False)

    def __init__(self, *args: Any, viewer: Viewer, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = themes_for(partnership, on)
        self.fields["organisation"].queryset = organisations_of(partnership)
        self.fields["contact"].queryset = posts_of(partnership, on)
        self.fields["document"].queryset = queries.papers_to_name(viewer, partnership)
