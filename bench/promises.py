"""Loads what was promised and what came of it: priorities, plans, actions, evidence, recommendations, incidents and reviews.

It stands on `bench.load`: rows go in by bulk with the trail switched off, everything is drawn from a fixed seed. The last
partnership is the region of all others; of three partnerships two share everything with it.
"""

import json
import random
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.learnt import put_learnt
from bench.load import SEED, UNTIL, Inserter, Size, _meetings, _structure, _trail_off, database, in_child

__all__ = ["ASKING", "ENGLAND", "LARGE", "LONDON", "SIZES", "SMALL", "Promised", "database_of", "in_child"]

OBJECTIVES = 4
GRADES = ("activity", "output", "practice", "outcome", "")
AREAS = (
    "neglect",
    "exploitation",
    "domestic abuse",
    "infants",
    "harm online",
    "mental health",
    "knives",
    "going missing",
)
WORDS = (
    "agree write review share check train tell ask plan step board partner school nurse officer worker manager "
    "referral record policy pathway audit report quarter evidence threshold meeting family father sibling "
    "voice home visit supervision practice induction escalation transition discharge attendance language "
    "interpreter housing probation"
)


@dataclass(frozen=True)
class Promised(Size):
    boards: int = 2
    years: int = 1
    meetings_a_year: int = 4
    seats: int = 12
    priorities: int = 7
    actions: int = 20
    evidence: int = 80
    recommendations: int = 15
    incidents: int = 5
    reviews: int = 6
    learnt: int = 8

    @property
    def region(self) -> int:
        return self.partnerships + 1


SMALL = Promised(
    "500 of each", 1, actions=500, evidence=2_000, recommendations=500, incidents=500, reviews=500, learnt=500
)
LARGE = Promised(
    "2,000 of each",
    1,
    actions=2_000,
    evidence=8_000,
    recommendations=2_000,
    incidents=2_000,
    reviews=2_000,
    learnt=2_000,
)
LONDON = Promised("London", 33)
ENGLAND = Promised("England", 153)
ASKING = Promised("20,000 shared recommendations", 30, actions=1, evidence=1, recommendations=1_000)
SIZES = {size.name: size for size in (SMALL, LARGE, LONDON, ENGLAND, ASKING)}


def database_of(size: Promised) -> AbstractContextManager[str]:
    return database(size, "bench.promises")


def fill(size: Promised) -> dict[str, int]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    from sightline.partnership.plan.commands import load_formats, load_vocabulary

    call_command("migrate", verbosity=0)
    load_vocabulary(by=None)
    load_formats(by=None)
    with transaction.atomic(), _trail_off(connection):
        inserter = Inserter(connection)
        _structure(inserter, size)
        _meetings(inserter, size)
        Promises(inserter, size).put()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return inserter.counts


def text(drawn: random.Random, words: int) -> str:
    return " ".join((*drawn.sample(AREAS, 2), *drawn.choices(WORDS.split(), k=words))).capitalize() + "."


def before(drawn: random.Random, days: int, least: int = 1) -> date:
    return UNTIL - timedelta(days=drawn.randrange(least, days))


class Promises:
    """Each table is numbered from 1 (actions after those of the meetings), so that rows can name each other."""

    def __init__(self, inserter: Inserter, size: Promised) -> None:
        from sightline.partnership.plan.models import Theme

        self.insert, self.size, self.drawn = inserter.insert, size, random.Random(SEED)
        self.places = range(1, size.partnerships + 1)
        self.themes = list(Theme.objects.order_by("pk").values_list("pk", flat=True))
        self.first_action = size.meetings + 1

    def put(self) -> None:
        self._region()
        self._priorities()
        self._plans()
        self._actions()
        self._evidence()
        self._recommendations()
        self._incidents()
        self._reviews()
        put_learnt(self)

    def each(self, number: int) -> Iterator[tuple[int, int]]:
        """Row numbers with their partnership, so many for each."""
        return enumerate((place for place in self.places for _ in range(number)), 1)

    def body(self, place: int, row: int) -> int:
        return (place - 1) * self.size.seats + row % self.size.seats + 1

    def links(self, table: Any, names: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> None:
        self.insert(table, ("id", *names), ((pk, *row) for pk, row in enumerate(rows, 1)))

    def spoken(self, number: int, themes: int = 2) -> Iterator[tuple[int, int]]:
        for pk in range(1, number + 1):
            yield from ((pk, theme) for theme in self.drawn.sample(self.themes, themes))

    def _region(self) -> None:
        from sightline.foundation.accounts.domain import Topic
        from sightline.foundation.accounts.models import Grant, Partnership, Sharing, User

        region, joined = self.size.region, datetime(2026, 1, 1, tzinfo=UTC).isoformat()
        names = ("id", "slug", "name", "short_name", "tier")
        self.insert(Partnership, names, [(region, "region", "Region of all", "Region", "regional")])
        Partnership.objects.exclude(pk=region).update(overseen_by=region)
        names = ("id", "email", "name", "password", "joined_at")
        self.insert(User, names, [(region, "overseer@bench.example", "Overseer", "!", joined)])
        names = ("id", "user_id", "partnership_id", "role", "starts_on")
        managers = [(region + place, place, place, "business_manager", "2020-01-01") for place in self.places]
        self.insert(Grant, names, [(region, region, region, "regional_overseer", "2020-01-01"), *managers])
        shared = ((place, topic.value, True) for place in self.places if place % 3 for topic in Topic)
        self.links(Sharing, ("partnership_id", "topic", "is_shared"), shared)

    def _priorities(self) -> None:
        from sightline.partnership.plan.models import Objective, Priority, PriorityTheme

        number = self.size.priorities * self.size.partnerships
        rows = (
            (pk, place, str(pk), text(self.drawn, 4), "2025-04-01") for pk, place in self.each(self.size.priorities)
        )
        self.insert(Priority, ("id", "partnership_id", "number", "title", "started_on"), rows)
        self.links(PriorityTheme, ("priority_id", "theme_id"), self.spoken(number))
        rows = (
            (priority, str(n), text(self.drawn, 8), "2025-04-01", "2027-03-31")
            for priority in range(1, number + 1)
            for n in range(1, OBJECTIVES + 1)
        )
        self.links(Objective, ("priority_id", "number", "text", "started_on", "due_on"), rows)

    def _plans(self) -> None:
        from sightline.partnership.plan.models import FormatSection, Plan, PlanFormat, PlanReview, PlanSection

        formats = list(PlanFormat.objects.order_by("pk").values_list("pk", flat=True))
        held = [(place, one) for place in self.places for one in formats if self.drawn.random() < 0.6]
        rows = ((place, one, f"Plan {one}", before(self.drawn, 700).isoformat()) for place, one in held)
        self.links(Plan, ("partnership_id", "format_id", "title", "submitted_on"), rows)
        sections: dict[int, list[int]] = {one: [] for one in formats}
        for section, one in FormatSection.objects.order_by("pk").values_list("pk", "format_id"):
            sections[one].append(section)
        uses = ("present", "present", "absent", "not_used")
        rows = (
            (pk, section, self.drawn.choice(uses)) for pk, (_, one) in enumerate(held, 1) for section in sections[one]
        )
        self.links(PlanSection, ("plan_id", "section_id", "use"), rows)
        reviewed = (pk for pk in range(1, len(held) + 1) if self.drawn.random() < 0.5)
        judged = ((pk, UNTIL.isoformat(), self.drawn.choice(("meets", "in_part")), "accepted") for pk in reviewed)
        self.links(PlanReview, ("plan_id", "reviewed_on", "overall", "outcome"), judged)

    def _actions(self) -> None:
        from sightline.record.actions.models import Action, Party, Progress, Serving

        first, size = self.first_action, self.size
        rows = (self._action(first + pk - 1, place) for pk, place in self.each(size.actions))
        names = ("id", "partnership_id", "number", "what", "status", "raised_on", "due_on", "closed_on")
        self.insert(Action, names, rows)
        actions = [(first + pk - 1, place) for pk, place in self.each(size.actions)]
        rows = ((pk, pk, "lead", self.body(place, pk)) for pk, place in actions)
        self.insert(Party, ("id", "action_id", "kind", "organisation_id"), rows)
        parts = size.priorities * OBJECTIVES
        self.links(
            Serving,
            ("action_id", "objective_id"),
            ((pk, (place - 1) * parts + pk % parts + 1) for pk, place in actions),
        )
        rows = ((pk, before(self.drawn, 300).isoformat(), text(self.drawn, 10)) for pk, _ in actions for _ in range(2))
        self.links(Progress, ("action_id", "on", "note"), rows)

    def _action(self, pk: int, place: int) -> tuple[Any, ...]:
        raised = before(self.drawn, 500)
        due = raised + timedelta(days=self.drawn.randrange(30, 400))
        is_open = self.drawn.random() < 0.8
        closed = None if is_open else min(due, UNTIL).isoformat()
        status = self.drawn.choice(("open", "in_progress", "reported")) if is_open else "done"
        return pk, place, str(pk), text(self.drawn, 8), status, raised.isoformat(), due.isoformat(), closed

    def _evidence(self) -> None:
        from sightline.record.evidence.models import BearsOn, Evidence

        # One in twenty is a newer version of the one before it.
        rows = (
            (pk, place, text(self.drawn, 5), "evidence", self.drawn.choice(GRADES), "note",
             before(self.drawn, 400).isoformat(), None if pk % 20 else pk - 1)
            for pk, place in self.each(self.size.evidence)
        )  # fmt: skip
        names = ("id", "partnership_id", "title", "kind", "grade", "form", "added_on", "supersedes_id")
        self.insert(Evidence, names, rows)
        rows = (
            (pk, "actions.action", self.first_action + (place - 1) * self.size.actions + pk % self.size.actions)
            for pk, place in self.each(self.size.evidence)
        )
        self.links(BearsOn, ("evidence_id", "subject_kind", "subject_id"), rows)

    def _recommendations(self) -> None:
        from sightline.record.recommendations.models import (
            Addressee,
            AnsweringAction,
            Recommendation,
            RecommendationTheme,
            Response,
        )

        rows = list(self.each(self.size.recommendations))
        names = ("id", "partnership_id", "number", "text", "source_title", "source_kind", "made_on")
        made = ((pk, place, str(pk % 12), text(self.drawn, 16), f"Review {pk // 12}", "practice_review",
                 before(self.drawn, 1500).isoformat()) for pk, place in rows)  # fmt: skip
        self.insert(Recommendation, names, made)
        self.links(
            Addressee,
            ("recommendation_id", "organisation_id"),
            ((pk, self.body(place, pk + n)) for pk, place in rows for n in range(2)),
        )
        self.links(RecommendationTheme, ("recommendation_id", "theme_id"), self.spoken(len(rows)))
        answered = ((pk, place, "accepted", before(self.drawn, 300).isoformat()) for pk, place in rows if pk % 3)
        self.links(Response, ("recommendation_id", "partnership_id", "answer", "on"), answered)
        linked = ((pk, self.first_action + (place - 1) * self.size.actions + pk % self.size.actions)
                  for pk, place in rows if pk % 2)  # fmt: skip
        self.links(AnsweringAction, ("recommendation_id", "action_id"), linked)

    def _incidents(self) -> None:
        from sightline.record.reviews.models import Incident

        rows = []
        for pk, place in self.each(self.size.incidents):
            aware = before(self.drawn, 1500, 3)
            notified = (aware + timedelta(days=self.drawn.randrange(9))).isoformat() if pk % 5 else None
            rows.append((pk, place, f"SI-{pk}", "serious_harm", aware.isoformat(), aware.isoformat(), notified))
        names = ("id", "partnership_id", "reference", "category", "occurred_on", "aware_on", "notified_on")
        self.insert(Incident, names, rows)

    def _reviews(self) -> None:
        """Half of them rapid reviews with their plan and checks, half practice reviews; three findings each."""
        from sightline.record.reviews.models import Finding, FindingAgency, FindingTheme, Review

        rows, rapid = list(self.each(self.size.reviews)), []
        reviews = []
        for pk, place in rows:
            started = before(self.drawn, 1500, 10)
            done = (started + timedelta(days=200)) if pk % 3 else None
            kind = "rapid" if pk % 2 else "local_practice"
            days = (day and min(day, UNTIL).isoformat() for day in (started, done, done))
            reviews.append((pk, place, f"R-{pk}", kind, text(self.drawn, 4), *days))
            if pk % 2:
                rapid.append((pk, place, started))
        names = ("id", "partnership_id", "reference", "kind", "title", "started_on", "completed_on", "published_on")
        self.insert(Review, names, reviews)
        found = [(pk, place, n) for pk, place in rows for n in range(3)]
        self.links(Finding, ("review_id", "number", "text"), ((pk, str(n), text(self.drawn, 14)) for pk, _, n in found))
        self.links(FindingTheme, ("finding_id", "theme_id"), self.spoken(len(found)))
        agencies = ((pk, self.body(place, pk)) for pk, (_, place, _) in enumerate(found, 1))
        self.links(FindingAgency, ("finding_id", "organisation_id"), agencies)
        self._rapid(rapid)

    def _rapid(self, reviews: list[tuple[int, int, date]]) -> None:
        """Each of an incident of its partnership's, as far as these go."""
        from sightline.record.reviews.domain.rapid import CHECKLIST
        from sightline.record.reviews.models import RapidCheck, RapidReview, RapidStep

        each = self.size.incidents
        incidents = {place: iter(range((place - 1) * each + 1, place * each + 1)) for place in self.places}
        rows = (
            (
                pk,
                review,
                next(incidents[place], None),
                on.isoformat(),
                "aware",
                on.isoformat(),
                (on + timedelta(days=20)).isoformat() if pk % 2 else None,
            )
            for pk, (review, place, on) in enumerate(reviews, 1)
        )
        self.insert(
            RapidReview, ("id", "review_id", "incident_id", "opened_on", "start", "counted_from", "sent_on"), rows
        )
        steps = ((pk, day, f"Step {day}") for pk in range(1, len(reviews) + 1) for day in range(1, 13))
        self.links(RapidStep, ("rapid_id", "day", "what"), steps)
        checks = ((pk, item.code, "met") for pk in range(1, len(reviews) + 1) for item in CHECKLIST[:8])
        self.links(RapidCheck, ("rapid_id", "item", "answer"), checks)


if __name__ == "__main__":
    print(json.dumps(fill(SIZES[sys.argv[1]])))
