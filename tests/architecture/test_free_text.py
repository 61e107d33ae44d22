"""Every large text field of every form warns of a child's details as one types and refuses them on saving."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

from django import forms

import sightline
from sightline.foundation.design.fields import GuardedTextField


def _forms() -> Iterator[type[forms.BaseForm]]:
    for module in pkgutil.walk_packages(sightline.__path__, "sightline."):
        if ".forms" in module.name and ".tests" not in module.name:
            for one in vars(importlib.import_module(module.name)).values():
                if inspect.isclass(one) and issubclass(one, forms.BaseForm) and one.__module__ == module.name:
                    yield one


def test_every_large_text_field_is_guarded():
    large = [
        (f"{form.__module__}.{form.__name__}.{name}", field)
        for form in _forms()
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field.widget, forms.Textarea)
    ]
    assert len(large) > 100
    assert [name for name, field in large if not isinstance(field, GuardedTextField)] == []
