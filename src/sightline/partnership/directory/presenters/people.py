"""People, and one person with their posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.models import Holding, Person, Post
from sightline.partnership.directory.queries import PersonFacts, PersonRow, PostHeld

from ..domain import HOLDING_LABELS, HoldingKind
from ..domain.dates import is_running, last_day_of
from ..domain.roles import role_words
from .words import period


@dataclass(frozen=True, slots=True)
class PersonTab:
    """A tab that a room above adds to every person's page: its words and its route, which takes slug and person."""

    text: str
    route: str


_TABS = [PersonTab("Posts", "directory:person")]


def add_person_tab(text: str, route: str) -> None:
    """Called once, when a room above starts: links point down, so this page cannot name that room itself."""
    tab = PersonTab(text, route)
    if tab not in _TABS:
        _TABS.append(tab)


@dataclass(frozen=True, slots=True)
class PersonHeader:
    id: int
    name: str
    honorific: str
    facts: tuple[dict[str, Any], ...]
    tabs: tuple[dict[str, Any], ...]
    breadcrumbs: tuple[dict[str, str], ...]


def person_href(slug: str, pk: int) -> str:
    return reverse("directory:person", args=[slug, pk])


def person_header(person: Person, scope: Partnership, current: str) -> PersonHeader:
    contact = (("Work e-mail", person.work_email), ("Work telephone", person.work_phone))
    signs_in = ("Signs in as", person.account.email if person.account else "")
    return PersonHeader(
        person.pk,
        person.name,
        person.honorific,
        tuple({"term": term, "value": value} for term, value in (*contact, signs_in) if value),
        tuple(
            {
                "text": tab.text,
                "href": reverse(tab.route, args=[scope.slug, person.pk]),
                "current": tab.route == current,
            }
            for tab in _TABS
        ),
        ({"text": "People", "href": reverse("directory:people", args=[scope.slug])}, {"text": person.name}),
    )


def people_table(people: Sequence[PersonRow], slug: str, path: str) -> Table:
    return Table(
        caption="People",
        caption_hidden=True,
        columns=(Column("name", "Name"), Column("posts", "Posts"), Column("bodies", "Organisations")),
        rows=tuple(_person_row(person, slug) for person in people),
        filters=(
            Filter("organisation", "Organisation"),
            Filter("role", "Statutory or lead role"),
            Filter("in_post", "In post", (("yes", "On this date"), ("no", "Not on this date"))),
        ),
        searchable=True,
        sort="name",
        export_href=path,
        empty="Nobody is in the directory yet. Add people here, or accept those that papers propose.",
    )


def _person_row(person: PersonRow, slug: str) -> Row:
    bodies = list(dict.fromkeys(post.organisation for post in person.posts))
    return row(
        Cell(text=person.name, href=person_href(slug, person.id)),
        "; ".join(post_words(post) for post in person.posts) or "No post on this date",
        "; ".join(bodies),
        facets={
            "organisation": bodies,
            "role": [post.role for post in person.posts if post.role],
            "in_post": "yes" if person.posts else "no",
        },
        emphasis="" if person.posts else "muted",
    )


def post_words(post: PostHeld) -> str:
    return f"{post.title} ({post.kind.lower()})" if post.kind else post.title


def posts_table(facts: PersonFacts, slug: str, path: str, may_keep: bool) -> Table:
    columns = [
        Column("post", "Post"),
        Column("organisation", "Organisation"),
        Column("role", "Statutory or lead role"),
        Column("when", "When"),
    ]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    groups = ((facts.held, ""), (facts.to_come, ""), (tuple(reversed(facts.former)), "muted"))
    return Table(
        caption="Posts",
        columns=tuple(columns),
        rows=tuple(_post_row(post, slug, emphasis, may_keep) for posts, emphasis in groups for post in posts),
        export_href=path,
        page_size=0,
        empty="No post is recorded for this person. Say which post they hold, so that papers and seats find their agency.",
    )


def _post_row(post: PostHeld, slug: str, emphasis: str, may_keep: bool) -> Row:
    cells = [
        Cell(text=post_words(post), href=reverse("directory:post", args=[slug, post.post_id])),
        Cell(text=post.organisation, href=reverse("directory:organisation", args=[slug, post.organisation_id])),
        post.role,
        period(post.started_on, post.ended_on),
    ]
    if may_keep:
        href = reverse("directory:correct_holding", args=[slug, post.holding_id])
        cells.append(Cell(text="Change", href=href, hidden=f"when they held {post.title}"))
    return row(*cells, emphasis=emphasis)


@dataclass(frozen=True, slots=True)
class PostPage:
    id: int
    title: str
    organisation: str
    facts: tuple[dict[str, Any], ...]
    table: Table
    is_open: bool
    breadcrumbs: tuple[dict[str, str], ...]


def post_page(post: Post, holdings: Sequence[Holding], scope: Partnership, on: date, may_keep: bool) -> PostPage:
    href = reverse("directory:organisation", args=[scope.slug, post.organisation_id])
    facts = (
        {"term": "Organisation", "value": post.organisation.name, "href": href},
        {"term": "Statutory or lead role", "value": role_words(post.role, last_day_of(post.ended_on, on)) or "None"},
        {"term": "Area", "value": post.area.name if post.area else "The whole partnership"},
        {"term": "Running", "value": period(post.started_on, post.ended_on) or "Dates not known"},
    )
    return PostPage(
        post.pk,
        post.title,
        post.organisation.name,
        facts,
        _holders_table(holdings, scope.slug, on, may_keep),
        is_running(post.started_on, post.ended_on, on),
        (
            {"text": "Organisations", "href": reverse("directory:organisations", args=[scope.slug])},
            {"text": post.organisation.name, "href": href},
            {"text": post.title},
        ),
    )


def _holders_table(holdings: Sequence[Holding], slug: str, on: date, may_keep: bool) -> Table:
    columns = [Column("person", "Person"), Column("how", "How held"), Column("when", "When")]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Who holds this post",
        columns=tuple(columns),
        rows=tuple(_holder_row(h, slug, on, may_keep) for h in holdings if h.started_on is None or h.started_on <= on),
        page_size=0,
        empty="Vacant: nobody is recorded in this post.",
    )


def _holder_row(holding: Holding, slug: str, on: date, may_keep: bool) -> Row:
    cells = [
        Cell(text=holding.person.name, href=person_href(slug, holding.person_id)),
        HOLDING_LABELS[HoldingKind(holding.kind)],
        period(holding.started_on, holding.ended_on),
    ]
    if may_keep:
        href = reverse("directory:correct_holding", args=[slug, holding.pk])
        cells.append(Cell(text="Change", href=href, hidden=f"when {holding.person.name} held it"))
    return row(*cells, emphasis="" if is_running(holding.started_on, holding.ended_on, on) else "muted")
