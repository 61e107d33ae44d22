"""Which tables the trail follows, and how each row finds the partnership it belongs to. The settings name the exceptions."""

from collections import deque

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey, Model

from ..domain import Followed, Step

FARTHEST = 4


def followed_tables() -> list[Followed]:
    """Every table of our rooms and of the libraries that keep accounts, in a steady order."""
    return sorted((_followed(model) for model in _models()), key=lambda followed: followed.table)


def _models() -> list[type[Model]]:
    chosen = settings.TRAIL
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("sightline.") or config.label in chosen["also"]
        for model in config.get_models(include_auto_created=True)
        if config.label != "trail" and model._meta.managed and model._meta.db_table not in chosen["not"]
    ]


def _followed(model: type[Model]) -> Followed:
    meta = model._meta
    steps, tenant_column = _way_to_tenant(model)
    passed_over = frozenset(settings.TRAIL["passed_over"].get(meta.db_table, ()))
    return Followed(
        table=meta.db_table,
        key=meta.pk.column,
        columns=tuple(field.column for field in meta.concrete_fields if field.column not in passed_over),
        passed_over=passed_over,
        kept_out=frozenset(settings.TRAIL["kept_out"].get(meta.db_table, ())),
        steps=steps,
        tenant_column=tenant_column,
    )


def _way_to_tenant(model: type[Model]) -> tuple[tuple[Step, ...], str | None]:
    """The shortest way over keys that are always filled; over others only where there is none."""
    return _shortest(model, may_be_empty=False) or _shortest(model, may_be_empty=True) or ((), None)


def _shortest(model: type[Model], *, may_be_empty: bool) -> tuple[tuple[Step, ...], str] | None:
    tenant = apps.get_model(settings.TRAIL["tenant"])
    ways: deque[tuple[type[Model], tuple[Step, ...]]] = deque([(model, ())])
    seen = {model}
    while ways:
        at, steps = ways.popleft()
        if column := _tenant_column(at, tenant):
            return steps, column
        for key in _keys(at, may_be_empty):
            if key.related_model not in seen and len(steps) < FARTHEST:
                seen.add(key.related_model)
                step = Step(key.column, key.related_model._meta.db_table, key.target_field.column)
                ways.append((key.related_model, (*steps, step)))
    return None


def _tenant_column(model: type[Model], tenant: type[Model]) -> str | None:
    if model is tenant:
        return tenant._meta.pk.column
    named = [f for f in model._meta.concrete_fields if f.related_model is tenant and f.name == tenant._meta.model_name]
    return named[0].column if named else None


def _keys(model: type[Model], may_be_empty: bool) -> list[ForeignKey]:
    user = apps.get_model(settings.AUTH_USER_MODEL)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is not user and (may_be_empty or not field.null)
    ]
