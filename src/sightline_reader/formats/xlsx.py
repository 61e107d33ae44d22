"""Workbooks (xlsx, xlsm, xlsb, xls, ods): each sheet a page, each run of filled rows a table. Values, never formulas."""

from io import BytesIO
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from sightline_reader.formats.building import Builder
from sightline_reader.formats.grid_text import shown, write_rows
from sightline_reader.formats.packed import has_macros, opened
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document, Unreadable

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
DAMAGED = "This workbook is damaged and cannot be opened. Open it in Excel, save it again and drop that in."


def open_workbook(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    builder = Builder(name, _media_type(data), limits)
    _look_inside(data, builder, limits)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for sheet in workbook.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet and not builder.is_full:
                _write_sheet(builder, workbook, sheet)
    except PasswordError:
        raise Unreadable("encrypted", "This file has a password. Save a copy without it and drop that in.") from None
    except (CalamineError, BadZipFile) as error:
        raise Unreadable("corrupt", DAMAGED) from error
    return builder.document()


def _media_type(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return MEDIA_TYPES["xls"]
    return MEDIA_TYPES["ods" if b"opendocument.spreadsheet" in data[:200] else "xlsx"]


def _look_inside(data: bytes, builder: Builder, limits: Limits) -> None:
    if data.startswith(b"PK"):
        with opened(data, limits) as archive:
            if has_macros(archive):
                builder.warn(
                    "This workbook holds macros (small programs). They were not run; only its values were read."
                )


def _write_sheet(builder: Builder, workbook: CalamineWorkbook, sheet) -> None:
    if sheet.visible != SheetVisibleEnum.Visible:
        builder.warn(f"The sheet “{sheet.name}” is hidden in the workbook. It was read as well.")
    if builder.pages:
        builder.write("\f")
        builder.page_start = builder.length
    builder.line(sheet.name, level=1)
    builder.line()
    rows = ([shown(value) for value in row] for row in workbook.get_sheet_by_name(sheet.name).iter_rows())
    write_rows(builder, rows, "sheet")
    builder.end_page(sheet.name)
