"""A change of law names the templates of reviews that it touches."""

from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.law.commands import load_reference
from sightline.partnership.law.models import Edition, Reliance
from sightline.record.reviews.commands import rest_templates_on_law
from sightline.record.reviews.domain.practice import EDITIONS, RESTS_ON


def test_newer_guidance_names_the_template_and_the_checklist(world, sign_in) -> None:
    load_reference(by=None)
    rest_templates_on_law(by=None)
    newest = Edition.objects.get(label="Working Together 2026")
    page = sign_in(Role.CHAIR).get(reverse("law:change", args=[world.own.slug, newest.pk])).content.decode()
    assert "Template of practice reviews, edition 1" in page and "Checklist of rapid reviews" in page
    assert "(on Working Together 2023)" in page


def test_said_at_every_start_it_is_kept_once(world) -> None:
    load_reference(by=None)
    rest_templates_on_law(by=None)
    held = Reliance.objects.count()
    rest_templates_on_law(by=None)
    assert Reliance.objects.count() == held == 4


def test_every_edition_of_the_template_says_what_it_rests_on() -> None:
    assert set(RESTS_ON) == set(EDITIONS)


def test_without_the_law_nothing_is_said(world) -> None:
    rest_templates_on_law(by=None)
    assert not Reliance.objects.exists()
