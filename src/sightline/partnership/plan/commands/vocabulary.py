"""The common vocabulary: what comes with Sightline, and what a region puts beside it or in its place."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..models import Theme, ThemeWord
from ..readers import theme_lines


@deed
def record_theme(
    *,
    code: str,
    label: str,
    edition: str,
    by: User | None,
    definition: str = "",
    words: Iterable[str] = (),
    region: Partnership | None = None,
    instead_of: Theme | None = None,
    started_on: date | None = None,
    source: str = "",
) -> Theme:
    """A theme of the common vocabulary, or of one region's own."""
    if not label.strip():
        raise Refused("Give the theme a name.", "label")
    refuse_child_details(label=label, definition=definition)
    if Theme.objects.filter(region=region, code=code).exists():
        raise Refused(f"A theme with the code {code} is already kept. Choose another name.", "label")
    theme = kept(
        Theme(
            code=code,
            label=label.strip(),
            definition=definition.strip(),
            region=region,
            instead_of=instead_of,
            edition=edition,
            started_on=started_on,
            source=source,
        )
    )
    add_words(theme=theme, words=words, by=by)
    return theme


@deed
def add_words(
    *, theme: Theme, words: Iterable[str], by: User | None, region: Partnership | None = None
) -> list[ThemeWord]:
    """Words by which plans name a theme. A region adds to its own themes, or for itself to those of Sightline."""
    _check_region(theme, region)
    held = {word.words.casefold() for word in theme.words.all()}
    found = []
    for one in words:
        text = " ".join(one.split())
        refuse_child_details(words=text)
        if text and text.casefold() not in held:
            held.add(text.casefold())
            found.append(kept(ThemeWord(theme=theme, words=text, region=None if theme.region_id else region)))
    return found


def _check_region(theme: Theme, region: Partnership | None) -> None:
    if region is not None and theme.region_id not in (None, region.pk):
        raise Refused(f"{theme} belongs to another region.", "theme")


@deed
def drop_word(*, word: ThemeWord, by: User | None) -> None:
    """For words that name something else after all; what was mapped by them stays mapped."""
    word.delete()


@deed
def replace_theme(
    *,
    theme: Theme,
    region: Partnership,
    label: str,
    on: date,
    by: User | None,
    definition: str = "",
    words: Iterable[str] = (),
    edition: str = "",
) -> Theme:
    """From `on` a region's own wording stands in the place of a theme. Older records keep the older one.

    A region's own theme ends that day; one that comes with Sightline stays as it is for everyone else.
    """
    _check_region(theme, region)
    _refuse_if_over(theme, on)
    is_own = theme.region_id is not None
    newer = record_theme(
        code=_free_code(theme.code, region),
        label=label,
        definition=definition or theme.definition,
        edition=edition or f"{on:%B %Y}",
        region=region,
        instead_of=None if is_own else theme,
        started_on=on,
        by=by,
    )
    add_words(theme=newer, words=(*theme.words.values_list("words", flat=True), *words), by=by)
    if is_own:
        theme.ended_on, theme.replaced_by = on, newer
        kept(theme)
    return newer


def _refuse_if_over(theme: Theme, on: date) -> None:
    if theme.ended_on is not None:
        raise Refused(f"{theme} ended already. Choose a theme that is in use.", "theme")
    if theme.started_on is not None and on <= theme.started_on:
        raise Refused("It cannot be replaced or ended before it started. Choose a later day.", "on")


def _free_code(code: str, region: Partnership) -> str:
    taken = set(Theme.objects.filter(region=region).values_list("code", flat=True))
    base = code[:55]
    return base if base not in taken else next(f"{base}-{n}" for n in range(2, 999) if f"{base}-{n}" not in taken)


@deed
def end_theme(*, theme: Theme, on: date, by: User | None) -> Theme:
    """No new priority is mapped to it from that day; what was mapped to it stays."""
    _refuse_if_over(theme, on)
    theme.ended_on = on
    return kept(theme)


@deed
def load_vocabulary(*, by: User | None) -> None:
    """The themes that come with Sightline. What is kept already stays as it is, so it can be run at every start."""
    themes = {theme.code: theme for theme in Theme.objects.filter(region=None).prefetch_related("words")}
    for line in theme_lines():
        if line.code in themes:
            add_words(theme=themes[line.code], words=line.words, by=by)
        else:
            record_theme(
                code=line.code,
                label=line.label,
                definition=line.definition,
                words=line.words,
                edition=line.edition,
                source=line.source,
                by=by,
            )
