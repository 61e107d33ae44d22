"""Forms of voice."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import organisations_of
from sightline.partnership.plan.models import Priority, Theme
from sightline.partnership.plan.queries import priorities_of, themes_for
from sightline.record.actions.models import Action
from sightline.record.actions.queries import actions_of
from sightline.record.meetings.models import Decision
from sightline.record.recommendations.models import Recommendation
from sightline.record.recommendations.queries import recommendations_of

from .. import queries
from ..domain.voice import GROUP_LABELS, METHOD_LABELS, SMALL_GROUP


class VoiceForm(forms.Form):
    title = GuardedTextField(
        label="What was the activity?",
        help_text="For example, survey of young people leaving care",
        rows=1,
        max_length=200,
        error_messages={"required": "Enter a title"},
    )
    group = forms.ChoiceField(
        label="Who was asked?",
        choices=[(g.value, label) for g, label in GROUP_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who was asked"},
    )
    how_many = forms.IntegerField(
        label="How many took part?",
        help_text=f"Leave empty when it is not known. Of fewer than {SMALL_GROUP}, no words are kept.",
        min_value=0,
        required=False,
    )
    method = forms.ChoiceField(
        label="How were they asked?",
        choices=[(m.value, label) for m, label in METHOD_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they were asked"},
    )
    asked = GuardedTextField(label="What were they asked?", rows=3, required=False)
    asked_by = forms.ModelChoiceField(
        Organisation.objects.none(), label="Who asked?", required=False, empty_label="The partnership"
    )
    held_on = SplitDateField(label="When?", error_messages={"required": "Enter the date"})
    priorities = ManyRowsField(
        Priority.objects.none(), label="Priorities it is about", widget=forms.CheckboxSelectMultiple, required=False
    )
    themes = ManyRowsField(Theme.objects.none(), label="Themes", widget=forms.CheckboxSelectMultiple, required=False)
    document = forms.ModelChoiceField(
        Document.objects.none(), label="The paper that reports it", required=False, empty_label="None"
    )
    feedback_due_on = SplitDateField(label="By when are they to be told what came of it?", required=False)

    def __init__(self, *args: Any, viewer: Viewer, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_by"].queryset = organisations_of(partnership)
        self.fields["priorities"].queryset = priorities_of(partnership, on)
        self.fields["themes"].queryset = themes_for(partnership, on)
        self.fields["document"].queryset = queries.papers_to_name(viewer, partnership)


class StatementForm(forms.Form):
    text = GuardedTextField(
        label="What did they say, as a group?",
        help_text="Nothing that tells who said it: no names, ages, schools or places",
        rows=4,
        error_messages={"required": "Enter what they said"},
    )


class ChangeForm(forms.Form):
    text = GuardedTextField(
        label="What changed because of it?", rows=3, error_messages={"required": "Say what changed"}
    )
    on = SplitDateField(label="When?", error_messages={"required": "Enter the date"})
    priority = forms.ModelChoiceField(Priority.objects.none(), label="Priority", required=False, empty_label="None")
    decision = forms.ModelChoiceField(Decision.objects.none(), label="Decision", required=False, empty_label="None")
    action = forms.ModelChoiceField(Action.objects.none(), label="Action", required=False, empty_label="None")
    recommendation = forms.ModelChoiceField(
        Recommendation.objects.none(), label="Recommendation", required=False, empty_label="None"
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["priority"].queryset = priorities_of(partnership, on)
        self.fields["decision"].queryset = queries.open_decisions_in(partnership, on)
        self.fields["action"].queryset = actions_of(partnership, on)
        self.fields["recommendation"].queryset = recommendations_of(partnership, on)


class FeedbackForm(forms.Form):
    how = GuardedTextField(
        label="How were they told, and what?", rows=2, max_length=300, error_messages={"required": "Say how"}
    )
    on = SplitDateField(label="When?", error_messages={"required": "Enter the date"})
