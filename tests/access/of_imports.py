"""Makers of the imports room."""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import timezone

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.store import keep
from sightline.oversight.imports.commands import receive_sheet
from tests.access.making import makes
from tests.world import World


def workbook(rows: list[list[Any]], name: str = "Actions") -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell is not None:
                    sheet.write(number, place, cell)
    return out.getvalue()


@makes("import")
def an_import(world: World, partnership: Partnership) -> dict[str, Any]:
    sha256, _ = keep([workbook([["Action"], ["Paint the pier"]])])
    made = receive_sheet(
        partnership=partnership, register="actions", file_name="a.xlsx", sha256=sha256, by=None, at=timezone.now()
    )
    return {"sheet": made.pk}


@makes("register of imports")
def a_register(world: World, partnership: Partnership) -> dict[str, Any]:
    """Templates belong to everyone; what stands for another partnership's is one that there is not."""
    return {"register": "kept-by-nobody" if partnership == world.other else "actions"}
