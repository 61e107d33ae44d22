"""Documents for tests, made by the library's own commands."""

from datetime import UTC, date, datetime

from sightline.foundation.accounts.commands import establish_partnership, give_role, open_account
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.queries import viewer_for
from sightline.foundation.library.commands import change_document, shelve_document
from sightline.foundation.library.domain import File, PageText, Visibility
from sightline.foundation.library.store import keep

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def partnership(slug="harrowgate", **more):
    return establish_partnership(slug=slug, name=slug.title(), short_name=slug.title(), by=None, **more)


def account(role, partnership, email="ann@example.org"):
    user = open_account(email=email, name=email.split("@")[0].title(), by=None)
    give_role(user=user, role=role, partnership=partnership, starts_on=date(2026, 1, 1), by=None)
    return user


def viewer(role, partnership):
    return viewer_for(account(role, partnership, f"{role}@{partnership.slug}.example.org"), TODAY)


def manager(partnership):
    return viewer(Role.BUSINESS_MANAGER, partnership)


def document(partnership, *texts, title="Minutes of spring", visibility=Visibility.PARTNERSHIP, **more):
    """A document of one version, with one page for each text."""
    sha256, size = keep([text.encode() for text in texts])
    pages, start = [], 0
    for number, text in enumerate(texts, 1):
        pages.append(PageText(number, text, start, start + len(text)))
        start += len(text)
    file = File(f"{title}.txt", "text/plain", size, sha256)
    more.setdefault("kind", "minutes")
    version = shelve_document(
        partnership=partnership, title=title, file=file, pages=pages, by=None, at=NOW, visibility=visibility, **more
    )
    return version.document


def changed(document, **parts):
    """The document with these parts said otherwise, as from its form."""
    kept = ("title", "kind", "owner", "area", "dated_on", "review_on", "visibility")
    as_it_is = {name: getattr(document, name) for name in kept} | {"superseded_by": "", "retired": False}
    return change_document(document=document, on=TODAY, by=None, **(as_it_is | parts))
