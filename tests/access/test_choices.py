"""No form offers, or would take, a thing of another partnership."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import FieldError
from django.db import models, transaction
from django.forms import BaseForm, ModelChoiceField
from django.test import Client

from tests.access.objects import MAKERS
from tests.access.test_garbage import TRIED, _address, _role
from tests.world import World

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
# How a thing leads to its partnership.
WAYS = (
    "partnership",
    "board__partnership",
    "meeting__board__partnership",
    "review__partnership",
    "briefing__partnership",
)
WAYS += ("plan__partnership", "priority__partnership", "organisation__partnership", "instance__partnership")


def _foreign(model: type[models.Model], world: World) -> list[models.Model]:
    for way in WAYS:
        try:
            return list(model._default_manager.filter(**{way: world.other}))
        except FieldError:
            continue
    return []


def _form(client: Client, address: str) -> BaseForm | None:
    answer = client.get(address)
    context = getattr(answer, "context", None)
    found = context.get("form") if answer.status_code == 200 and context else None
    return found if isinstance(found, BaseForm) else None


def _tried(form: BaseForm, world: World) -> Iterator[tuple[str, list[str]]]:
    """Each choice for whose kind the other partnership has things, with those of them that it would take."""
    for name, field in form.fields.items():
        if isinstance(field, ModelChoiceField) and (foreign := _foreign(field.queryset.model, world)):
            mine = set(field.queryset.values_list("pk", flat=True))
            yield name, [repr(one) for one in foreign if one.pk in mine]


def test_no_form_takes_a_thing_of_another_partnership(world: World, sign_in) -> None:
    for maker in MAKERS.values():
        with transaction.atomic():
            maker(world, world.other)
    tried: dict[tuple[str, str], list[str]] = {}
    for line in TRIED:
        role = _role(line)
        with transaction.atomic():
            form = _form(sign_in(role), _address(line, world, role))
            tried |= {(line.name, name): taken for name, taken in (_tried(form, world) if form else ())}
            transaction.set_rollback(True)
    assert len(tried) > 60
    assert {choice: taken for choice, taken in tried.items() if taken} == {}
