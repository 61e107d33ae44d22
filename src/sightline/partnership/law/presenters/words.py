"""The words of the time, as a table for a day."""

from datetime import date

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.sources import stated

from ..domain.terms import TERMS, Term, Word


def words_table(on: date, path: str) -> Table:
    return Table(
        caption="Words of their time",
        caption_hidden=True,
        columns=(
            Column("thing", "What is meant"),
            Column("word", "Word"),
            Column("short", "Short"),
            Column("from", "From"),
            Column("until", "Until"),
            Column("then", "On the date above"),
            Column("source", "Source"),
        ),
        rows=tuple(_row(term, word, on) for term in TERMS for word in term.words),
        filters=(Filter("thing", "What is meant"), Filter("then", "On the date above")),
        searchable=True,
        export_href=path,
        note="Records keep the words of their time: a minute of 2014 is a minute of a board. Unverified: the day is general knowledge.",
        row_headers=False,
    )


def _row(term: Term, word: Word, on: date) -> Row:
    current = (word.since is None or word.since <= on) and (word.until is None or on < word.until)
    then = "In use" if current else "Earlier word" if word.until is not None and word.until <= on else "Later word"
    where = stated(word.source)
    note = "; ".join(filter(None, ("" if word.is_verified else "unverified", where.rest)))
    return row(
        term.thing.capitalize(),
        word.words,
        word.short,
        word.since,
        word.until,
        Cell(text=then, tag="green" if current else "grey"),
        Cell(text=where.text, href=where.href, note=note),
        facets={"thing": term.thing.capitalize(), "then": then},
    )
