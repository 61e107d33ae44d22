"""Several rows chosen in one field."""

import pytest
from django.core.exceptions import ValidationError

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import ManyRowsField
from tests.world import World


@pytest.mark.parametrize("nobody", ["9" * 19, "9" * 400, "-" + "9" * 30, "0", "x", "7\x00"])
def test_what_is_no_rows_number_is_refused_and_never_breaks(world: World, nobody: str):
    field = ManyRowsField(Partnership.objects.all())
    with pytest.raises(ValidationError) as refused:
        field.clean([str(world.own.pk), nobody])
    assert len(" ".join(refused.value.messages)) < 120


def test_rows_that_are_there_are_chosen(world: World):
    assert list(ManyRowsField(Partnership.objects.filter(pk=world.own.pk)).clean([world.own.pk])) == [world.own]
