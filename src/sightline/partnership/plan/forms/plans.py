"""Forms of plans: submitting one, saying what it holds, reviewing its quality."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Post
from sightline.partnership.directory.queries import posts_of
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of

from ..commands import Part
from ..domain import JUDGEMENT_LABELS, OUTCOME_LABELS, USE_LABELS, Judgement, Use
from ..models import FormatSection, Plan, PlanFormat

IN_A_LINE = {"class": "govuk-radios--inline govuk-radios--small"}
SILENT = "silent"
"""The answer of a question about a section that is left open."""


class PlanForm(forms.Form):
    title = forms.CharField(label="What is the plan called?", max_length=200, required=False)
    adopted_on = SplitDateField(label="Adopted", required=False, help_text="The day on which it was agreed")
    review_on = SplitDateField(label="To be reviewed by", required=False)
    expires_on = SplitDateField(label="Expires", required=False, help_text="Only if the plan itself names an end")
    owner_post = forms.ModelChoiceField(
        Post.objects.none(), label="Which post owns it?", required=False, empty_label="Nobody yet"
    )
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Which board looks after it?", required=False, empty_label="No board"
    )
    document = forms.ModelChoiceField(
        Document.objects.none(), label="Which document of the library is it?", required=False, empty_label="None yet"
    )
    link = forms.URLField(
        label="Where is it published?", required=False, max_length=500, assume_scheme="https", help_text="A web address"
    )

    def __init__(
        self, *args: Any, partnership: Partnership, documents: QuerySet[Document], on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner_post"].queryset = posts_of(partnership, on)
        self.fields["board"].queryset = boards_of(partnership, on)
        self.fields["document"].queryset = documents

    def say_interval(self, format: PlanFormat) -> None:
        if format.review_months:
            words = f"Leave empty for {format.review_months} months after it was adopted"
            self.fields["review_on"].help_text = words


def initial_of_plan(plan: Plan) -> dict[str, Any]:
    names = ("title", "adopted_on", "review_on", "expires_on", "owner_post", "board", "document", "link")
    return {name: getattr(plan, name) for name in names}


def next_after(plan: Plan) -> dict[str, Any]:
    """What the next version most likely keeps of this one."""
    return {name: getattr(plan, name) for name in ("title", "owner_post", "board")}


class SectionsForm(forms.Form):
    """One question for each section of the format, with room for a note."""

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = list(plan.format.sections.all())
        held = {one.section_id: one for one in plan.sections.all()}
        for one in self.sections:
            said = held.get(one.pk)
            self.fields[f"use_{one.pk}"] = _use_field(one, said.use if said else "")
            self.fields[f"note_{one.pk}"] = _note_field(f"Note on ‘{one.title}’", said.note if said else "")

    def parts(self) -> dict[int, Part]:
        data = self.cleaned_data
        return {
            one.pk: Part(
                None if data[f"use_{one.pk}"] == SILENT else Use(data[f"use_{one.pk}"]), note=data[f"note_{one.pk}"]
            )
            for one in self.sections
        }


def _use_field(section: FormatSection, initial: str) -> forms.ChoiceField:
    uses = (Use.PRESENT, Use.ABSENT) if section.is_required else (Use.PRESENT, Use.NOT_USED)
    return forms.ChoiceField(
        label=section.title,
        help_text=section.asks or ("" if section.is_required else "Optional"),
        choices=[*((use.value, USE_LABELS[use]) for use in uses), (SILENT, "Not said")],
        widget=forms.RadioSelect(attrs=IN_A_LINE),
        initial=initial or SILENT,
    )


def _note_field(label: str, initial: str = "") -> GuardedTextField:
    """One line: a page or a few words."""
    widget = forms.TextInput(attrs={"data-guarded": True})
    return GuardedTextField(label=label, required=False, initial=initial, widget=widget)


class ReviewForm(forms.Form):
    """A judgement of each section and of the whole, and what becomes of the plan."""

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = list(plan.format.sections.all())
        uses = {one.section_id: one for one in plan.sections.all()}
        for one in self.sections:
            self._ask_of(one, uses.get(one.pk))
        self.fields |= dict(_closing_fields())

    def _ask_of(self, section: FormatSection, said: Any) -> None:
        self.fields[f"judgement_{section.pk}"] = forms.ChoiceField(
            label=section.title,
            help_text=f"The plan says: {USE_LABELS[Use(said.use)].lower()}" if said else "The plan does not say",
            choices=[*((j.value, label) for j, label in JUDGEMENT_LABELS.items()), (SILENT, "Not judged")],
            widget=forms.RadioSelect(attrs=IN_A_LINE),
            initial=SILENT,
        )
        self.fields[f"comment_{section.pk}"] = _note_field(f"Comment on ‘{section.title}’")

    def judgements(self) -> dict[int, Part]:
        data = self.cleaned_data
        return {
            one.pk: Part(judgement=Judgement(data[f"judgement_{one.pk}"]), note=data[f"comment_{one.pk}"])
            for one in self.sections
            if data[f"judgement_{one.pk}"] != SILENT
        }


def _closing_fields() -> Iterator[tuple[str, forms.Field]]:
    yield (
        "overall",
        forms.ChoiceField(
            label="The plan as a whole",
            choices=[(j.value, label) for j, label in JUDGEMENT_LABELS.items()],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose how the plan as a whole stands"},
        ),
    )
    yield "comments", GuardedTextField(label="What is good, and what is to be mended?", required=False, rows=5)
    yield (
        "outcome",
        forms.ChoiceField(
            label="What becomes of it?",
            choices=[(o.value, label) for o, label in OUTCOME_LABELS.items()],
            widget=forms.RadioSelect,
            error_messages={"required": "Choose what becomes of the plan"},
        ),
    )
    yield "resubmit_by", SplitDateField(label="If returned, by when is it sent in again?", required=False)


class ReasonForm(forms.Form):
    reason = GuardedTextField(
        label="Why does the plan not apply here?", error_messages={"required": "Say why the plan does not apply here"}
    )
