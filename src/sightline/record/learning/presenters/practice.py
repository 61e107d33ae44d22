"""The practice library: how well each example is evidenced is said plainly, "not evidenced" too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.record.evidence.domain import GRADE_LABELS, GRADES, Grade
from sightline.record.evidence.models import Evidence
from sightline.record.evidence.presenters import EvidencePanel, panel_of

from .. import policy
from ..domain.practice import NOT_EVIDENCED, NOT_GRADED, NOT_STATED, STRENGTH_LABELS, Strength, highest
from ..models import PracticeExample
from .shared import Crumbs, Fact, ListPage, at, button, day, post_button

COLOURS = {Grade.ACTIVITY: "grey", Grade.OUTPUT: "yellow", Grade.PRACTICE: "blue", Grade.OUTCOME: "green"}


def grade_words(grades: list[str] | None) -> str:
    if not grades:
        return NOT_EVIDENCED
    best = highest(grades)
    return GRADE_LABELS[best] if best else NOT_GRADED


def grade_cell(grades: list[str] | None) -> Cell:
    best = highest(grades or ())
    rank = GRADES.index(best) + 2 if best else 1 if grades else 0
    words = grade_words(grades)
    return Cell(text=words, value=rank, tag=COLOURS[best] if best else "red" if not grades else "grey")


def strength_words(example: PracticeExample) -> str:
    return STRENGTH_LABELS[Strength(example.strength)] if example.strength else NOT_STATED


def practice_page(
    examples: Iterable[PracticeExample],
    grades: dict[int, list[str]],
    partnership: Partnership,
    viewer: Viewer,
    path: str,
) -> ListPage:
    slug = partnership.slug
    table = Table(
        caption="Examples of practice",
        columns=(
            Column("title", "Example"),
            Column("where", "Where"),
            Column("themes", "Themes"),
            Column("whom", "For whom"),
            Column("grade", "Evidence reaches"),
            Column("strength", "What its owners say"),
            Column("review", "Looked at again"),
        ),
        rows=tuple(_row(one, grades.get(one.pk), partnership) for one in examples),
        filters=(Filter("themes", "Theme"), Filter("borough", "Partnership"), Filter("grade", "Evidence reaches")),
        searchable=True,
        export_href=path,
        empty="There are no examples yet. Record something that works here, and how it is known to work.",
        note="Evidence reaches as far as the highest grade it has: activity, output, change in practice, outcome for children. "
        "Examples of other partnerships are those that they share with the region.",
    )
    actions = ()
    if policy.may_keep_learning(viewer, partnership.pk):
        actions = (button("Record an example", at("record_example", slug)),)
    return ListPage("Practice library", (), (table,), actions)


def _row(one: PracticeExample, grades: list[str] | None, partnership: Partnership) -> Row:
    own = one.partnership_id == partnership.pk
    themes = [link.theme.label for link in one.themes.all()]
    name = "example" if own else "example_elsewhere"
    where = Cell(text=one.partnership.short_name, note=str(one.organisation) if one.organisation else "")
    return row(
        Cell(text=one.title, href=at(name, partnership.slug, example=one.pk)),
        where,
        ", ".join(themes),
        one.for_whom,
        grade_cell(grades),
        strength_words(one),
        one.review_on,
        facets={"themes": themes, "borough": one.partnership.short_name, "grade": grade_words(grades)},
    )


@dataclass(frozen=True)
class ExamplePage:
    title: str
    caption: str
    crumbs: list[dict[str, str]]
    what: str
    grade: Cell
    facts: tuple[Fact, ...]
    panel: EvidencePanel | None
    counted: tuple[str, ...]
    is_own: bool
    actions: tuple[dict[str, Any], ...]
    withdrawn: str


def own_page(
    example: PracticeExample, evidence: list[Evidence], viewer: Viewer, papers: set[int], on: date
) -> ExamplePage:
    slug, pk = example.partnership.slug, example.pk
    gone = example.withdrawn_on is not None and example.withdrawn_on <= on
    facts = [*_facts(example), Fact("Recorded", day(example.recorded_on))]
    facts.append(Fact("To be looked at again", day(example.review_on)))
    if example.document and example.document_id in papers:
        href = reverse("library:document", kwargs={"partnership": slug, "pk": example.document_id})
        facts.append(Fact("Paper", example.document.title, href))
    shared = f"Since {day(example.shared_on)}" if example.shared_on else "No"
    facts.append(
        Fact("Shared with the region", shared, note="It shows elsewhere while learning is shared with the region")
    )
    return ExamplePage(
        title=example.title,
        caption=example.partnership.short_name,
        crumbs=Crumbs("practice", slug, example.title).items,
        what=example.what,
        grade=grade_cell([one.grade for one in evidence if not (one.expires_on and one.expires_on < on)]),
        facts=tuple(facts),
        panel=panel_of(evidence, slug=slug, on=on, add_href=""),
        counted=(),
        is_own=True,
        actions=() if gone else tuple(_actions(example, viewer, slug, pk)),
        withdrawn=f"Withdrawn on {day(example.withdrawn_on)}: {example.withdrawn_because}" if gone else "",
    )


def _actions(example: PracticeExample, viewer: Viewer, slug: str, pk: int) -> Iterable[dict[str, Any]]:
    if policy.may_keep_learning(viewer, example.partnership_id):
        yield button("Add evidence", at("example_evidence", slug, example=pk))
        yield button("Change it", at("correct_example", slug, example=pk), quiet=True)
    if policy.may_share(viewer, example.partnership_id) and example.partnership.overseen_by_id:
        words = "Stop sharing it" if example.shared_on else "Share it with the region"
        yield post_button(words, at("share_example", slug, example=pk))
    if policy.may_keep_learning(viewer, example.partnership_id):
        yield button("Withdraw it", at("withdraw_example", slug, example=pk), quiet=True)


def _facts(example: PracticeExample) -> Iterable[Fact]:
    yield Fact("Where", example.partnership.name, note=str(example.organisation) if example.organisation else "")
    yield Fact("Themes", ", ".join(link.theme.label for link in example.themes.all()))
    yield Fact("For whom", example.for_whom)
    yield Fact("What its owners say", strength_words(example))
    yield Fact("Whom to ask", str(example.contact or ""))
    yield Fact("Link", example.url, example.url)


def elsewhere_page(example: PracticeExample, grades: list[str], partnership: Partnership) -> ExamplePage:
    """What another partnership shares: the example and how well it is evidenced, not the evidence itself."""
    counts = [(label, grades.count(grade.value)) for grade, label in GRADE_LABELS.items()]
    return ExamplePage(
        title=example.title,
        caption=example.partnership.short_name,
        crumbs=Crumbs("practice", partnership.slug, example.title).items,
        what=example.what,
        grade=grade_cell(grades),
        facts=tuple(_facts(example)),
        panel=None,
        counted=tuple(f"{label}: {number}" for label, number in counts if number),
        is_own=False,
        actions=(),
        withdrawn="",
    )
