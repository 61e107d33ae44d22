"""Tells posts from organisations in the words that stand beside a name."""

import re
from dataclasses import dataclass

from sightline_reader.people.name_words import NOT_NAMES
from sightline_reader.people.vocabulary import (
    ACRONYMS_OF_POSTS,
    MEDIUM_ORG,
    PLACES,
    POST_NOUNS,
    POST_STARTS,
    STRONG_ORG,
    WEAK_ORG,
)

_WORDS = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ’'.-]*")
_SINGULAR = re.compile(r"(?<=[a-rt-z])s$")
_POST_OF = re.compile(
    r"^(?P<post>.*?\b(?:co-)?(?:chair(?:man|woman|person)?|ceo|chief executive|founder|leader|president|trustee))"
    r" of (?:the )?(?P<org>[A-Z].*)$",
    re.IGNORECASE,
)
_PART_OF_POST = re.compile(r"\b(?:council|board|committee|group|panel|partnership|forum|directorate|services?)\b", re.I)
_REPRESENTS = re.compile(
    r"^(?P<org>[A-Z][A-Za-z&]{1,8}) (?P<post>observer|rep(?:resentative)?|secretariat|liaison)$", re.I
)
COMPLETE_POST = re.compile(
    r"^(?:(?:co-|vice[ -]|deputy |interim |acting |independent |joint )*(?:chair(?:man|woman|person)?"
    r"|chief executive(?: officer)?"
    r"|lay member|secretary|treasurer)|(?:[A-Z][\w’'&-]* ){1,4}?(?:lead|officer|manager|nurse|doctor|member"
    r"|director|partner"
    r"|adviser|advisor|coordinator|consultant|administrator))(?= )",
    re.IGNORECASE,
)


_CALLED_FOR = re.compile(
    r"(?!Strateg|Service|Support|Plan|Commission|Provision|Responsib|Work|Care|Train|Learn)"
    r"(?:[A-Z][\w’'&-]* ){1,3}for(?: the)?(?: [A-Z][\w’'&-]*){1,3}"
)
"""What is called `Ways for Families` is an organisation that no list of words knows."""


@dataclass(frozen=True, slots=True)
class Role:
    """What the words beside a name say. `unplaced` are words of which neither could be said."""

    post: str | None = None
    organisation: str | None = None
    unplaced: str | None = None


def kind_of_words(text: str) -> str:
    """`post`, `organisation`, `body` (a board or group, maybe of one), `part` (a team), `unknown`."""
    found = [w.lower().strip(".'’") for w in _WORDS.findall(text)]
    if not found:
        return "unknown"
    if len(found) > 1 and found[-1] in ("court", "courts"):
        return "organisation"
    bare = [_SINGULAR.sub("", w) for w in found]
    posts = [n for n, w in enumerate(bare) if w in POST_NOUNS or found[n] in POST_NOUNS]
    strong = [n for n, w in enumerate(bare) if w in STRONG_ORG or found[n] in STRONG_ORG]
    if posts and _reads_as_post(bare, posts, strong):
        return "post"
    if strong:
        return "organisation"
    if posts:
        return "post"
    if any(w in MEDIUM_ORG for w in bare):
        return "body"
    if any(w in WEAK_ORG or found[n] in WEAK_ORG for n, w in enumerate(bare)):
        return "part"
    return "part" if _CALLED_FOR.fullmatch(text.strip()) else "unknown"


def _reads_as_post(bare: list[str], posts: list[int], strong: list[int]) -> bool:
    """The noun of a post stands last, or before `of` / `for`, or comes before any word of an organisation."""
    if bare[0] == "office" and len(bare) > 1:
        return False
    if not strong or posts[-1] == len(bare) - 1:
        return True
    if any(n + 1 < len(bare) and bare[n + 1] in ("of", "for", "to", "in", "with", "at") for n in posts):
        return True
    return posts[0] < strong[0]


def is_acronym(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z&]{0,2}[A-Z]{1,5}[a-z]?|[A-Z]{2,7}\d?", text.strip())) and (
        text.strip().lower() not in ACRONYMS_OF_POSTS
    )


Phrase = tuple[str, str]
"""Words with their kind: post, organisation, body, part, acronym or unknown."""


def role_from(parts: list[str]) -> Role:
    """Posts and organisation from the phrases beside a name, in the order in which they stand."""
    phrases = [phrase for part in parts for phrase in _parted(part)]
    first = next((n for n, (_, kind) in enumerate(phrases) if kind == "post"), None)
    if first is None:
        return _without_post(phrases)
    where = _organisation_after(phrases, first)
    if where is None:
        before = [text for text, kind in phrases[:first] if kind != "unknown"]
        return Role(_joined_posts(phrases[first:]), ", ".join(before) or None)
    inner = [phrase for n, phrase in enumerate(phrases) if first <= n < where or (n > where and phrase[1] == "post")]
    last = next((n for n, (_, kind) in enumerate(phrases) if n > where and kind == "post"), len(phrases))
    inner, where = _places_go_with_organisation(inner, phrases, where)
    return Role(_joined_posts(inner), ", ".join(text for text, _ in phrases[where:last]))


def _places_go_with_organisation(inner: list[Phrase], phrases: list[Phrase], where: int) -> tuple[list[Phrase], int]:
    """`Nurse, Bedfordshire, Luton and Dale Care Board`: the places before the last comma are part of the name."""
    while (
        len(inner) > 1
        and inner[-1] == phrases[where - 1]
        and inner[-1][0].lower() in PLACES
        and " and " in phrases[where][0]
    ):
        inner, where = inner[:-1], where - 1
    return inner, where


def _organisation_after(phrases: list[Phrase], first: int) -> int | None:
    """The first strong organisation behind the post, else a team or an acronym that stands last."""
    after = list(enumerate(phrases))[first + 1 :]
    strong = next((n for n, (_, kind) in after if kind == "organisation"), None)
    if strong is not None:
        return strong
    loose = [(n, kind) for n, (_, kind) in after if kind != "post"]
    body = next((n for n, kind in loose if kind == "body"), None)
    if body is not None:
        return body
    while loose and loose[-1][1] == "unknown" and phrases[loose[-1][0]][0].lower() in PLACES:
        loose = loose[:-1]
    return loose[-1][0] if loose and loose[-1][1] in ("part", "acronym") else None


def _joined_posts(phrases: list[Phrase]) -> str:
    """`Corporate Director, Children and Families`; a second post is set off with a semicolon."""
    text = ""
    for words, kind in phrases:
        text += ("" if not text else "; " if kind == "post" else ", ") + words
    return text


def _without_post(phrases: list[Phrase]) -> Role:
    said = next((n for n, (_, kind) in enumerate(phrases) if kind != "unknown"), None)
    if said is None:
        return Role(unplaced=", ".join(text for text, _ in phrases) or None)
    return Role(organisation=", ".join(text for text, _ in phrases[said:]))


def _phrase(text: str) -> Phrase:
    kind = kind_of_words(text)
    if text[0].islower() and kind != "post":
        return text, "unknown"
    if kind == "unknown" and (is_acronym(text) or re.search(r"[a-z][A-Z]|\.\w|\d", text)):
        kind = "acronym"
    return text, kind


def _parted(part: str) -> list[Phrase]:
    """One phrase into post and organisation where both run together without a mark."""
    part = part.strip(" ,;:–—-.")
    if not part:
        return []
    of = _POST_OF.match(part)
    if (
        of
        and kind_of_words(of["org"]) in ("organisation", "body", "unknown")
        and not _PART_OF_POST.match(of["org"].split()[-1])
    ):
        return [(of["post"], "post"), (of["org"], "organisation")]
    rep = _REPRESENTS.match(part)
    if rep and rep["org"].isupper() and rep["org"].lower() not in ACRONYMS_OF_POSTS:
        return [(rep["post"], "post"), (rep["org"], "acronym")]
    if (head := COMPLETE_POST.match(part)) and "," not in part:
        rest = part[head.end() :].strip()
        rest_is_acronym = is_acronym(rest) and kind_of_words(head[0]) == "post"
        if rest_is_acronym:
            return [(head[0].strip(), "post"), (rest, "acronym")]
        if rest[:1].isupper() and kind_of_words(rest) in ("organisation", "body") and kind_of_words(head[0]) == "post":
            return [(head[0].strip(), "post"), (rest, "organisation")]
    return [_phrase(part)]


def is_role_word(text: str) -> bool:
    """Whether a phrase is made of words of posts and organisations only, so that it is no name."""
    return any(w.lower() in NOT_NAMES or w.lower() in POST_STARTS for w in _WORDS.findall(text))
