"""How much of one file is read before the reader stops and says so."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` is wall time of the child process; `ocr` has scanned pages recognised where tesseract is installed,
    as long as `ocr_seconds` and `ocr_pages` last."""

    file_bytes: int = 60 * MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    packing_ratio: int = 250  # Office files of text pack 5 to 40 times; a bomb packs a thousand times
    packed_entries: int = 5000
    pages: int = 1000
    rows: int = 100_000
    characters: int = 4_000_000
    nesting: int = 250  # elements within elements
    seconds: int = 180
    cpu_seconds: int = 150
    memory_bytes: int = 2048 * MEGABYTE
    ocr: bool = True
    ocr_pages: int = 60
    ocr_seconds: int = 100


DEFAULT = Limits()
