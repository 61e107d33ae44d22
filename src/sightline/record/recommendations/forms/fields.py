"""Questions that several forms of recommendations ask."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.directory.queries import organisations_of, posts_of
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of

from ..domain import SOURCE_LABELS

Named = dict[str, Organisation | Post | Board]
"""One addressee, named as `address_to` takes it: {"post": …}."""
MODELS: dict[str, type[Organisation] | type[Post] | type[Board]] = {
    "organisation": Organisation,
    "post": Post,
    "board": Board,
}


class AddresseeField(forms.ChoiceField):
    """A body, a post or a board of one partnership; cleaned to `Named`, or None when left empty."""

    default_error_messages = {"invalid_choice": "Choose an addressee from the list"}

    def offer(self, partnership: Partnership, on: date, empty: str = "Nobody in particular") -> None:
        bodies = [(f"organisation:{pk}", name) for pk, name in organisations_of(partnership).values_list("pk", "name")]
        posts = [(f"post:{post.pk}", str(post)) for post in posts_of(partnership, on)]
        boards = [(f"board:{pk}", name) for pk, name in boards_of(partnership, on).values_list("pk", "name")]
        groups = (("Boards", boards), ("Agencies", bodies), ("Posts", posts))
        self.choices = [("", empty), *((name, options) for name, options in groups if options)]

    def clean(self, value: Any) -> Named | None:
        chosen = super().clean(value)
        if not chosen:
            return None
        kind, _, pk = chosen.partition(":")
        return {kind: MODELS[kind].objects.get(pk=pk)}


def words_field() -> GuardedTextField:
    return GuardedTextField(
        label="The recommendation, in its exact words",
        help_text="As it stands in the report. Nothing that tells of a child",
        rows=4,
        error_messages={"required": "Enter the words of the recommendation"},
    )


def kind_field() -> forms.ChoiceField:
    choices = [("", "Not known"), *((kind.value, label) for kind, label in SOURCE_LABELS.items())]
    return forms.ChoiceField(label="What kind of work made it?", choices=choices, required=False)


def respond_by_field() -> SplitDateField:
    return SplitDateField(
        label="Is an answer asked for by a day?",
        help_text="Leave it empty where the report names none. For example, 27 3 2027",
        required=False,
    )
