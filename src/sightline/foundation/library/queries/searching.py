"""One search over records and the text of documents: FTS5 on SQLite, tsvector on PostgreSQL, the same answers.

The index tables are made in migration 0002 and follow `library_searchentry` by triggers.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by
from sightline.foundation.library.domain import DOCUMENT, PAGE, Found, Hit, Piece, Visibility
from sightline.foundation.library.models import Document, Page, SearchEntry

START, STOP = "\x02", "\x03"  # around a matched word; no text holds them, so nothing can be taken for a mark
CONTEXT_WORDS = 28
PAGE_SIZE = 20


def search(
    viewer: Viewer,
    words: str,
    scope: Partnership | None = None,
    kind: str = "",
    offset: int = 0,
    limit: int = PAGE_SIZE,
) -> Found:
    """What the viewer may see that holds all the words; the best first. "Words in quotes" must stand together."""
    engine = _Postgres() if connection.vendor == "postgresql" else _Sqlite()
    asked = engine.asked(words)
    if not asked:
        return Found((), 0, ())
    seen = SearchEntry.objects.filter(_visible(viewer))
    if scope is not None:
        seen = seen.filter(Q(partnership=scope) | Q(partnership__isnull=True))
    inner, values = seen.values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(engine.count_sql(inner), [*engine.terms(asked), *values])
        kinds = tuple(sorted(((k, n) for k, n in cursor.fetchall()), key=lambda row: (-row[1], row[0])))
        sql = engine.hits_sql(inner, bool(kind))
        cursor.execute(sql, [*engine.head(asked), *engine.terms(asked), *values, *([kind] * bool(kind)), limit, offset])
        rows = cursor.fetchall()
    total = sum(n for k, n in kinds if not kind or k == kind)
    return Found(tuple(_hit(row) for row in rows), total, kinds)


def _visible(viewer: Viewer) -> Q:
    shown = Q(partnership__isnull=True, is_restricted=False)
    shown |= Q(partnership__in=viewer.partnerships(Deed.READ), is_restricted=False)
    shown |= Q(partnership__in=viewer.partnerships(Deed.READ_RESTRICTED))
    if viewer.partnerships(Deed.OVERSEE):
        shared = Document.objects.filter(
            partnership__in=partnerships_overseen_by(viewer).values("pk"), visibility=Visibility.SHARED
        )
        shown |= Q(subject_kind=DOCUMENT, subject_id__in=shared.values("pk"))
        shown |= Q(subject_kind=PAGE, subject_id__in=Page.objects.filter(version__document__in=shared).values("pk"))
    return shown


def _hit(row: tuple[Any, ...]) -> Hit:
    kind, id, partnership_id, title, dated_on, restricted, context = row
    if isinstance(dated_on, str):
        dated_on = date.fromisoformat(dated_on)
    return Hit(kind, id, partnership_id, title, dated_on, pieces(context), bool(restricted))


def pieces(context: str) -> tuple[Piece, ...]:
    """A snippet with the engines' marks, as text and marked text; white space folded."""
    folded = re.sub(r"\s+", " ", context or "")
    parts = re.split(f"({START}[^{STOP}]*{STOP})", folded)
    return tuple(Piece(part.strip(START + STOP), part.startswith(START)) for part in parts if part.strip(START + STOP))


_SHOWN = "e.subject_kind, e.subject_id, e.partnership_id, e.title, e.dated_on, e.is_restricted"


@dataclass(frozen=True, slots=True)
class _Sqlite:
    def asked(self, words: str) -> str:
        """Every word or quoted phrase, quoted for FTS5 so that none is taken for an operator; the last may be begun."""
        terms = []
        for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', words):
            tokens = re.findall(r"\w+", phrase or word)
            if tokens:
                terms.append('"{}"'.format(" ".join(tokens)))
        last_is_word = terms and not words.rstrip().endswith('"') and " " not in terms[-1]
        return " ".join(terms) + ("*" if last_is_word and len(terms[-1]) > 4 else "")

    def terms(self, asked: str) -> list[Any]:
        return [asked]

    def head(self, asked: str) -> list[Any]:
        return [START, STOP, CONTEXT_WORDS]

    def count_sql(self, inner: str) -> str:
        return (
            "SELECT e.subject_kind, count(*) FROM library_search JOIN library_searchentry e ON e.id = library_search.rowid"
            f" WHERE library_search MATCH %s AND e.id IN ({inner}) GROUP BY e.subject_kind"
        )

    def hits_sql(self, inner: str, by_kind: bool) -> str:
        return (
            f"SELECT {_SHOWN}, snippet(library_search, 1, %s, %s, '…', %s) FROM library_search"
            " JOIN library_searchentry e ON e.id = library_search.rowid"
            f" WHERE library_search MATCH %s AND e.id IN ({inner}){' AND e.subject_kind = %s' if by_kind else ''}"
            " ORDER BY bm25(library_search, 8.0, 1.0), e.id LIMIT %s OFFSET %s"
        )


@dataclass(frozen=True, slots=True)
class _Postgres:
    def asked(self, words: str) -> str:
        return words.replace("\0", "") if re.search(r"\w", words) else ""

    def terms(self, asked: str) -> list[Any]:
        return [asked]

    def head(self, asked: str) -> list[Any]:
        return [f"StartSel={START}, StopSel={STOP}, MaxWords={CONTEXT_WORDS}, MinWords=12, MaxFragments=1"]

    def count_sql(self, inner: str) -> str:
        return (
            "SELECT e.subject_kind, count(*) FROM library_searchentry e, websearch_to_tsquery('english', %s) asked"
            f" WHERE e.found_by @@ asked AND e.id IN ({inner}) GROUP BY e.subject_kind"
        )

    def hits_sql(self, inner: str, by_kind: bool) -> str:
        """The context is cut only for the rows shown: it is the costly part."""
        shown = "subject_kind, subject_id, partnership_id, title, dated_on, is_restricted"
        return (
            f"SELECT {shown}, ts_headline('english', text, asked, %s) FROM (SELECT {_SHOWN}, e.text, asked,"
            " ts_rank(e.found_by, asked) AS rank, e.id FROM library_searchentry e, websearch_to_tsquery('english', %s) asked"
            f" WHERE e.found_by @@ asked AND e.id IN ({inner}){' AND e.subject_kind = %s' if by_kind else ''}"
            " ORDER BY rank DESC, e.id LIMIT %s OFFSET %s) best ORDER BY rank DESC, id"
        )
