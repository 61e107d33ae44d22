"""Forms of challenges. Every box is short and guarded: there is no room for a case."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.foundation.library.queries import guidance_visible_to
from sightline.kernel.references import Reference
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.directory.queries import organisations_of, people_of, posts_of
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of
from sightline.partnership.plan.queries import themes_for

from .commands import About, Raiser
from .domain import KIND_LABELS, OUTCOME_LABELS, StageLine, case_words, stages_from_words
from .models import Challenge
from .policy import Voice

NO_CASE = "Name no child, family or case. Say what is wrong between the partners."


class CaseFreeField(GuardedTextField):
    """Guarded text that may not tell of a case either; the page says so before anything is typed."""

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if why := case_words(text):
            raise ValidationError(f"This looks like a case: {why}. {NO_CASE}", code="case")
        return text


class RaiserField(forms.ChoiceField):
    """Who raises. The team chooses anyone of the directory; others speak for their own posts and agencies."""

    default_error_messages = {
        "required": "Choose which post, agency or person raises it",
        "invalid_choice": "Choose from the list",
    }

    def offer(self, partnership: Partnership, on: date, voice: Voice | None) -> None:
        posts, bodies = posts_of(partnership, on), organisations_of(partnership)
        if voice is not None:
            posts = posts.filter(organisation__in=voice.organisations)
            bodies = bodies.filter(pk__in=voice.organisations)
        groups = [
            ("Posts", [(f"post:{post.pk}", str(post)) for post in posts]),
            ("Agencies", [(f"organisation:{pk}", name) for pk, name in bodies.values_list("pk", "name")]),
        ]
        if voice is None:
            people = people_of(partnership).values_list("pk", "name")
            groups.append(("People", [(f"person:{pk}", name) for pk, name in people]))
        self.choices = [("", "Choose"), *((name, options) for name, options in groups if options)]

    def clean(self, value: Any) -> Raiser | None:
        chosen = super().clean(value)
        if not chosen:
            return None
        kind, _, pk = chosen.partition(":")
        model = {"post": Post, "organisation": Organisation, "person": Person}[kind]
        return Raiser(**{kind: model.objects.get(pk=pk)})


class ChallengedField(forms.ChoiceField):
    default_error_messages = {
        "required": "Choose the agency or board that is challenged",
        "invalid_choice": "Choose from the list",
    }

    def offer(self, partnership: Partnership, on: date) -> None:
        bodies = [(f"organisation:{pk}", n) for pk, n in organisations_of(partnership).values_list("pk", "name")]
        boards = [(f"board:{pk}", name) for pk, name in boards_of(partnership, on).values_list("pk", "name")]
        groups = (("Agencies", bodies), ("Boards", boards))
        self.choices = [("", "Choose"), *((name, options) for name, options in groups if options)]

    def clean(self, value: Any) -> Organisation | Board | None:
        kind, _, pk = super().clean(value).partition(":")
        if not pk:
            return None
        return (Board if kind == "board" else Organisation).objects.get(pk=pk)


class ThemeForm(forms.Form):
    """What both raising and correcting ask."""

    kind = forms.ChoiceField(
        label="What is the challenge on?",
        choices=[(kind.value, label) for kind, label in KIND_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the challenge is on"},
    )
    about = CaseFreeField(
        label="What is it about?",
        help_text=f"One or two sentences. {NO_CASE}",
        max_length=300,
        error_messages={"required": "Say in a sentence what the challenge is about"},
    )
    asked_for = CaseFreeField(
        label="What is asked of the other partner?", max_length=300, required=False, help_text=NO_CASE, rows=2
    )
    theme = forms.ModelChoiceField(
        label="Theme",
        queryset=None,
        required=False,
        empty_label="No theme",
        help_text="A word of the common vocabulary",
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes_for(partnership, on)


class RaiseForm(ThemeForm):
    raised_by = RaiserField(label="Who raises it?", help_text="A post or an agency outlives the person")
    challenged = ChallengedField(label="Who is challenged?")
    raised_on = SplitDateField(label="When was it raised?", help_text="For example, 27 3 2027")
    scrutineer_informed_on = SplitDateField(
        label="When was the independent scrutineer told?", required=False, help_text="Leave empty if not told yet"
    )
    reference = forms.CharField(widget=forms.HiddenInput, required=False, max_length=90)
    reference_label = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    field_order = ("raised_by", "challenged", "kind", "about", "asked_for", "theme", "raised_on")

    def __init__(self, *args: Any, partnership: Partnership, on: date, voice: Voice | None, **kwargs: Any) -> None:
        super().__init__(*args, partnership=partnership, on=on, **kwargs)
        self.today = on
        self.fields["raised_by"].offer(partnership, on, voice)
        self.fields["challenged"].offer(partnership, on)

    def clean_raised_on(self) -> date:
        return not_ahead(self.cleaned_data["raised_on"], self.today)

    def clean_reference(self) -> Reference | None:
        words = self.cleaned_data["reference"]
        try:
            return Reference.parse(words) if words else None
        except ValueError as problem:
            raise ValidationError("What the challenge is about could not be read. Say it in words.") from problem

    def about_what(self) -> About | None:
        reference, label = self.cleaned_data.get("reference"), self.cleaned_data.get("reference_label")
        return About(reference, label) if reference and label else None


def not_ahead(day: date, today: date) -> date:
    if day and day > today:
        raise ValidationError("This day is still to come. Give today or an earlier day")
    return day


class StepForm(forms.Form):
    """What happened, and on which day."""

    words = CaseFreeField(label="", max_length=600)
    on = SplitDateField(label="On which day?", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, today: date, label: str = "", required: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["words"].label = label
        self.fields["words"].help_text = NO_CASE
        self.fields["words"].required = bool(required)
        self.fields["words"].error_messages["required"] = required
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)


class ResolveForm(forms.Form):
    outcome = forms.ChoiceField(
        label="How was it settled?",
        choices=[(outcome.value, label) for outcome, label in OUTCOME_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it was settled"},
    )
    what_changed = CaseFreeField(
        label="What changed because of it?",
        max_length=500,
        required=False,
        help_text=f"Or say that nothing did. {NO_CASE}",
    )
    on = SplitDateField(label="On which day?", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)


class CloseForm(forms.Form):
    learning = CaseFreeField(label="What was learned?", max_length=500, required=False, help_text=NO_CASE)
    no_learning_because = CaseFreeField(
        label="Or, why is there nothing to learn?", max_length=300, required=False, rows=2
    )
    on = SplitDateField(label="On which day?", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)


class SureForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class StagesForm(forms.Form):
    name = forms.CharField(
        label="Name of your escalation policy",
        max_length=200,
        error_messages={"required": "Give the name of your escalation policy"},
    )
    dated_on = SplitDateField(label="Date of the policy", required=False)
    document = forms.ModelChoiceField(
        label="The policy in the library", queryset=None, required=False, empty_label="Not in the library yet"
    )
    stages = GuardedTextField(
        rows=7,
        label="Stages",
        help_text="One line for each stage: name | informal or formal | working days. Leave the days out where the policy sets no limit.",
        error_messages={"required": "Write the stages, one a line"},
    )

    def __init__(self, *args: Any, viewer: Viewer, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = guidance_visible_to(viewer, partnership)

    def clean_stages(self) -> tuple[StageLine, ...]:
        try:
            return stages_from_words(self.cleaned_data["stages"])
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem


def correcting(challenge: Challenge) -> dict[str, Any]:
    return {name: getattr(challenge, name) for name in ("kind", "about", "asked_for", "theme")}
