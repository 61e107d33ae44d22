"""What a reading found, laid down as a whole: the document, its pages and the proposals."""

import re
from datetime import datetime
from pathlib import PurePath
from typing import Any

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import add_version, note_faults, shelve_document
from sightline.foundation.library.domain import File, PageText, Visibility
from sightline.foundation.library.models import Version
from sightline.foundation.trail.commands import deed
from sightline.oversight.intake.domain import (
    DECIDED,
    SAME_PLACE,
    Choice,
    PaperState,
    keys_of,
    overlap,
    place_again,
)
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries import nearest_version
from sightline_reader.model import Candidate, Document, Reading

from .papers import still_mine


@deed
def finish_reading(
    *, paper: Paper, reading: Reading, at: datetime, sketch: bytes = b"", by: User | None = None
) -> Paper | None:
    """All of it or none. Nothing when another worker has taken the paper since."""
    mine = still_mine(paper)
    if mine is None or reading.document is None:
        return None
    near = nearest_version(mine, sketch)
    mine.near_to_id, mine.likeness = (near.version_id, near.likeness) if near else (None, None)
    mine.version = _shelved(mine, reading, sketch, at)
    mine.kind, mine.reader_version = reading.kind, reading.reader_version
    mine.faults = [
        {"code": f.code, "message": f.message, "start": f.start, "end": f.end, "page": f.page} for f in reading.faults
    ]
    note_faults(version=mine.version, faults=mine.faults, by=by)
    mine.state, mine.message, mine.finished_at = PaperState.READ, " ".join(reading.document.warnings), at
    mine.pages_read = mine.pages_total = len(reading.document.pages)
    mine.full_clean()
    mine.save()
    _propose(mine, reading)
    return mine


def _shelved(paper: Paper, reading: Reading, sketch: bytes, at: datetime) -> Version:
    """The version that holds this text: the one of an earlier reading when the text is the same still."""
    document = reading.document
    file = File(paper.file_name, document.media_type, paper.size, paper.sha256)
    pages = [_page(document, page) for page in document.pages]
    if paper.version is None:
        return shelve_document(
            partnership=paper.partnership,
            title=_title(paper.file_name),
            kind=reading.kind,
            file=file,
            pages=pages,
            signature=[sketch.hex()],
            visibility=Visibility.RESTRICTED if paper.is_restricted else Visibility.PARTNERSHIP,
            by=paper.brought_by,
            at=at,
        )
    known = list(paper.version.pages.order_by("number").values_list("text", flat=True))
    if known == [page.text.replace("\0", " ") for page in pages]:
        return paper.version
    shelf = paper.version.document
    return add_version(document=shelf, file=file, pages=pages, signature=[sketch.hex()], by=paper.brought_by, at=at)


def _title(file_name: str) -> str:
    return re.sub(r"[\s_]+", " ", PurePath(file_name).stem).strip() or file_name


def _page(document: Document, page: Any) -> PageText:
    words = tuple(
        (w.start, w.end, *(round(edge, 1) for edge in (w.box.left, w.box.top, w.box.right, w.box.bottom)))
        for w in page.words
        if w.box is not None
    )
    return PageText(
        number=page.number,
        text=document.text[page.start : page.end],
        start=page.start,
        end=page.end,
        label=page.label,
        width=page.width,
        height=page.height,
        has_text=page.has_text,
        by_ocr=page.by_ocr,
        words=words,
    )


def _propose(paper: Paper, reading: Reading) -> None:
    """Pending proposals follow the new reading; what a person decided stays theirs, and is found again by its key."""
    text = reading.document.text
    finds = [(c, text[c.start : c.end]) for c in reading.candidates]
    keyed = dict(zip(keys_of((c.kind, words) for c, words in finds), finds, strict=True))
    known = {p.key: p for p in paper.proposals.all()}
    decided = [p for p in known.values() if Choice(p.choice) in DECIDED]
    for proposal in decided:
        _move(proposal, keyed.get(proposal.key), text)
    taken = [(p.kind, p.start, p.end) for p in decided if p.key not in keyed]
    new = []
    for key, (candidate, words) in keyed.items():
        if key in known:
            if known[key] not in decided:
                _write(known[key], candidate, words, reading.reader_version).save()
        elif not _is_taken(candidate, taken):
            new.append(_write(Proposal(paper=paper, key=key), candidate, words, reading.reader_version))
    Proposal.objects.bulk_create(new, batch_size=200)
    gone = [p.pk for k, p in known.items() if k not in keyed and p not in decided]
    Proposal.objects.filter(pk__in=gone).update(choice=Choice.SUPERSEDED)


def _is_taken(candidate: Candidate, taken: list[tuple[str, int, int]]) -> bool:
    place = (candidate.start, candidate.end)
    return any(kind == candidate.kind and overlap(place, (a, b)) >= SAME_PLACE for kind, a, b in taken)


def _move(proposal: Proposal, find: tuple[Candidate, str] | None, text: str) -> None:
    """A decided proposal keeps its words and values; only where they stand may change with the text."""
    if find is not None:
        place = (find[0].start, find[0].end)
        proposal.page, proposal.boxes = find[0].page, _boxes(find[0])
    else:
        place = place_again(proposal.words, text, proposal.start) or (proposal.start, proposal.end)
    proposal.start, proposal.end = place
    proposal.save()


def _write(proposal: Proposal, candidate: Candidate, words: str, reader_version: str) -> Proposal:
    proposal.kind, proposal.fields = candidate.kind, _clean(candidate.fields)
    proposal.words, proposal.page = words.replace("\0", " "), candidate.page
    proposal.start, proposal.end, proposal.boxes = candidate.start, candidate.end, _boxes(candidate)
    proposal.confidence, proposal.doubts = candidate.confidence, list(candidate.doubts)
    proposal.reader, proposal.reader_version = candidate.reader, reader_version
    proposal.choice = Choice.PENDING
    return proposal


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value.replace("\0", " ") if isinstance(value, str) else value for key, value in fields.items()}


def _boxes(candidate: Candidate) -> list[list[float]]:
    return [[round(edge, 1) for edge in (b.left, b.top, b.right, b.bottom)] for b in candidate.boxes]
