"""A format of plans rests on an edition of law, and a change of law names the format."""

from datetime import timedelta

from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.law.commands import load_reference
from sightline.partnership.law.models import Edition, Reliance
from sightline.partnership.law.queries.changes import relying_on
from sightline.partnership.law.tests.test_changes import make_change
from sightline.partnership.plan import commands
from sightline.partnership.plan.models import PlanFormat

from .makers import make_format


def named(world, *editions: Edition) -> list[str]:
    return [one.label for one in relying_on(world.own, editions)]


def test_a_change_names_the_format_that_rests_on_what_it_replaced(world, sign_in) -> None:
    older, newer = make_change(world)
    make_format(basis=older, region=world.region)
    page = sign_in(Role.CHAIR).get(reverse("law:change", args=[world.own.slug, newer.pk])).content.decode()
    assert "Format of plans: Lantern plan, version 1 (on Lamps one)" in page


def test_another_regions_format_is_not_named(world) -> None:
    older, _newer = make_change(world)
    make_format(basis=older, region=world.other)
    assert named(world, older) == []


def test_a_new_version_takes_the_place_of_the_older_and_an_ended_one_goes(world) -> None:
    older, newer = make_change(world)
    first = make_format(basis=older)
    second = commands.new_version(format=first, on=world.today, by=None)
    assert named(world, newer) == ["Format of plans: Lantern plan, version 2"]
    commands.correct_format(format=second, title="Lamp plan", by=None)
    assert named(world, newer) == ["Format of plans: Lamp plan, version 2"]
    commands.end_format(format=second, on=world.today + timedelta(days=1), by=None)
    assert named(world, newer) == []


def test_formats_that_come_with_sightline_are_named_once_however_often_they_are_loaded(world) -> None:
    load_reference(by=None)
    commands.load_formats(by=None)
    held = Reliance.objects.count()
    commands.load_formats(by=None)
    assert Reliance.objects.count() == held == PlanFormat.objects.filter(basis__isnull=False).count() > 0
    newest = Edition.objects.get(label="Working Together 2026")
    assert "Format of plans: Published arrangements, version 1" in named(world, newest)
