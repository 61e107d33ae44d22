"""What is to be said of the pages of a PDF that could not be read as they are."""

from collections.abc import Iterator, Sequence

from sightline_reader.formats.pdf.settling import Scan


def notices_of(scans: Sequence[Scan], pages: int) -> Iterator[str]:
    if pages > len(scans):
        yield f"This file has {pages:,} pages. Pages 1 to {len(scans):,} were read; split the file to read the rest."
    recognised = [n for n, scan in enumerate(scans, 1) if scan.by_ocr]
    if recognised:
        yield f"{numbered(recognised)} {_has(recognised)} no text layer (scanned). The words were recognised from the picture."
    blank = [n for n, scan in enumerate(scans, 1) if not (scan.has_text or scan.by_ocr or scan.is_damaged)]
    if blank:
        yield f"{numbered(blank)} {_has(blank)} no text layer (scanned)."
    damaged = [n for n, scan in enumerate(scans, 1) if scan.is_damaged]
    if damaged:
        yield f"{numbered(damaged)} could not be read: the file is damaged there."


def _has(pages: Sequence[int]) -> str:
    return "has" if len(pages) == 1 else "have"


def numbered(pages: Sequence[int]) -> str:
    """'Page 3', 'Pages 2, 5 to 9 and 12'."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    shown = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"Page {listed}" if len(pages) == 1 else f"Pages {listed}"
