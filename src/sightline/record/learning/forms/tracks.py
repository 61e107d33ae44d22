"""Forms of the learning tracker."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.directory.queries import organisations_of, posts_of
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for
from sightline.record.meetings.models import Meeting
from sightline.record.reviews.models import Finding, Review

from .. import queries
from ..domain.tracks import STEP_LABELS
from ..models import Briefing
from .briefings import FindingsField


class _OneFinding(forms.ModelChoiceField):
    label_from_instance = FindingsField.label_from_instance


class TrackForm(forms.Form):
    title = GuardedTextField(
        label="What is to change?", rows=2, max_length=200, error_messages={"required": "Say what is to change"}
    )
    theme = forms.ModelChoiceField(Theme.objects.none(), label="Theme", required=False, empty_label="No theme")
    finding = _OneFinding(Finding.objects.none(), label="Or one finding", required=False, empty_label="No finding")
    lead = forms.ModelChoiceField(
        Organisation.objects.none(), label="Which agency leads?", required=False, empty_label="Nobody yet"
    )
    lead_post = forms.ModelChoiceField(
        Post.objects.none(), label="Which post leads?", required=False, empty_label="Nobody yet"
    )

    def __init__(self, *args: Any, viewer: Viewer, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes_for(partnership, on)
        self.fields["finding"].queryset = queries.findings_to_choose(viewer, partnership, on)
        self.fields["lead"].queryset = organisations_of(partnership)
        self.fields["lead_post"].queryset = posts_of(partnership, on)


class StepForm(forms.Form):
    kind = forms.ChoiceField(
        label="Which step?",
        choices=[(k.value, label) for k, label in STEP_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a step"},
    )
    what = GuardedTextField(label="In words", rows=2, max_length=300, required=False)
    planned_on = SplitDateField(label="Planned for", required=False)
    done_on = SplitDateField(label="Done on", required=False)
    found = GuardedTextField(label="What did it show?", rows=3, required=False)
    briefing = forms.ModelChoiceField(Briefing.objects.none(), label="Briefing", required=False, empty_label="None")
    review = forms.ModelChoiceField(Review.objects.none(), label="Review", required=False, empty_label="None")
    meeting = forms.ModelChoiceField(Meeting.objects.none(), label="Meeting", required=False, empty_label="None")
    document = forms.ModelChoiceField(Document.objects.none(), label="Paper", required=False, empty_label="None")

    def __init__(self, *args: Any, viewer: Viewer, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["briefing"].queryset = Briefing.objects.filter(partnership=partnership)
        self.fields["review"].queryset = queries.reviews_to_name(viewer, partnership, on)
        self.fields["meeting"].queryset = queries.meetings_to_name(partnership, on)
        self.fields["document"].queryset = queries.papers_to_name(viewer, partnership)


class ClosingForm(forms.Form):
    note = GuardedTextField(label="What came of it?", rows=3, error_messages={"required": "Say what came of it"})
    on = SplitDateField(label="Closed on", error_messages={"required": "Enter the date"})
