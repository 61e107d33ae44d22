"""The sheet of a workbook that a register is filled from."""

from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from sightline_reader.model import Unreadable

DAMAGED = "This workbook cannot be opened. Open it in Excel, save it again as .xlsx and bring that in."


def first_sheet(data: bytes, title: str) -> tuple[str, list[list[Any]]]:
    """Name and rows of the sheet named like the register, else of the first worksheet. Raises Unreadable."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = [s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        if not names:
            raise Unreadable("empty", "This workbook has no sheet with cells.")
        name = next((one for one in names if one.casefold() == title.casefold()), names[0])
        return name, [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    except CalamineError as error:
        raise Unreadable("corrupt", DAMAGED) from error
