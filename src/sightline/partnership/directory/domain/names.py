"""Who or what a name in a paper could be: candidates with a score out of 100 and, in words, what speaks for each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

# Below this likeness a candidate is noise to the person who reviews; above CERTAIN it is chosen beforehand for them.
WORTH_SHOWING = 60
CERTAIN = 95
# A likeness of spelling alone never counts as certain, however close.
SPELLING_AT_MOST = 90
AGREEMENT = 6  # added when the agency or post written beside a name agrees with what the directory holds

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Titles and ranks before a name; words that do not tell one body from another.
TITLES = frozenset(
    _WORD.findall(
        "dr mr mrs ms miss mx prof professor cllr councillor alderman sir dame lord lady baroness rev revd reverend "
        "fr rabbi imam supt superintendent ch dcs ds dci di insp inspector sgt pc det chief detective cdr commander"
    )
)
EMPTY_WORDS = frozenset(_WORD.findall("the of for and in london borough council lb rb royal nhs foundation trust ft"))
_MARKS = re.compile(r"\s*[(\[].*?[)\]]\s*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`kind` and `id` name the thing; `detail` tells it from its namesakes; `because` says what speaks for it."""

    kind: str
    id: int
    label: str
    detail: str
    score: int
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    id: int
    name: str
    posts: tuple[tuple[str, str], ...] = ()  # title and organisation
    organisations: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownThing:
    """An organisation, board or post. `other_names` are (name, what kind of name); `note` is said of every match."""

    id: int
    name: str
    detail: str = ""
    abbreviation: str = ""
    other_names: tuple[tuple[str, str], ...] = ()
    organisation: int | None = None
    has_ended: bool = False
    note: str = ""


def words_of(text: str) -> list[str]:
    return [w.casefold().replace("’", "'") for w in _WORD.findall(text.replace("&", " and "))]


def person_words(name: str) -> list[str]:
    """The parts of a person's name in speaking order, without titles: "Okafor, Dr Joy" gives joy okafor."""
    name = _MARKS.sub(" ", name)
    if name.count(",") == 1:
        last, first = name.split(",")
        name = f"{first} {last}" if first.strip() else last
    words = words_of(name)
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return words


def person_likeness(written: str, known: str) -> tuple[int, str]:
    """A score and what it rests on; 0 when the two cannot be the same person."""
    a, b = person_words(written), person_words(known)
    if not a or not b:
        return 0, ""
    if a == b:
        return 100, "the same name"
    if sorted(a) == sorted(b):
        return 97, "the same names in another order"
    if len(a) > 1 and len(b) > 1:
        return _full_names(a, b)
    if a[-1] == b[-1]:
        return 75, "the same surname, no first name written"
    if a[0] == b[0]:
        return 65, "the same first name, no surname written"
    if _initials(a) == _initials(b):
        return 70, "the same initials"
    return _spelling(a, b)


def _initials(words: Sequence[str]) -> str:
    """What two or more names begin with; a single word is taken to be initials itself."""
    return words[0] if len(words) == 1 else "".join(w[0] for w in words)


def _full_names(a: Sequence[str], b: Sequence[str]) -> tuple[int, str]:
    if a[-1] == b[-1] and a[0] == b[0]:
        return 94, "the same first name and surname; one has a middle name"
    if a[-1] == b[-1] and 1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0]:
        return 88, "the same surname and first initial"
    if a[-1] == b[-1] and (a[0].startswith(b[0]) or b[0].startswith(a[0])):
        return 86, "the same surname; one first name shortens the other"
    return _spelling(a, b)


def _spelling(a: Sequence[str], b: Sequence[str]) -> tuple[int, str]:
    likeness = fuzz.token_sort_ratio(" ".join(a), " ".join(b))
    # Two people of one surname are alike to a ratio; a first name that begins otherwise is another person.
    if likeness < 82 or a[0][0] != b[0][0]:
        return 0, ""
    return min(int(likeness), SPELLING_AT_MOST), "a similar spelling"


def thing_likeness(written: str, name: str) -> tuple[int, str]:
    """Likeness of two names of a body, board or post: same words, same telling words, or similar spelling."""
    a, b = words_of(written), words_of(name)
    if not a or not b:
        return 0, ""
    if a == b:
        return 100, "the same name"
    telling_a, telling_b = _telling(a), _telling(b)
    if telling_a and telling_a == telling_b:
        return 96, "the same name but for words such as ‘London Borough of’"
    if telling_a and telling_b and set(telling_a) == set(telling_b):
        return 93, "the same words in another order"
    likeness = fuzz.token_sort_ratio(" ".join(telling_a), " ".join(telling_b))
    if likeness >= 78:
        return min(int(likeness), SPELLING_AT_MOST), "a similar spelling"
    return _contained(telling_a, telling_b)


def _telling(words: Sequence[str]) -> list[str]:
    return [w for w in words if w not in EMPTY_WORDS]


def _contained(a: Sequence[str], b: Sequence[str]) -> tuple[int, str]:
    small, large = sorted((set(a), set(b)), key=len)
    if len(small) >= 2 and small <= large:
        return 60 + int(25 * len(small) / len(large)), "one name contains the other"
    return 0, ""


@dataclass(frozen=True)
class NameBook:
    """Everything a partnership's papers may name, loaded once so that a whole paper is resolved without more queries."""

    people: tuple[KnownPerson, ...] = ()
    organisations: tuple[KnownThing, ...] = ()
    posts: tuple[KnownThing, ...] = ()
    _limit: int = field(default=3)

    def who(self, written: str, *, organisation: int | None = None, post: str = "") -> list[Candidate]:
        """People that `written` could be; an agency or post written beside the name speaks for one or the other."""
        found = [self._person(written, known, organisation, post) for known in self.people]
        return best(found, self._limit)

    def _person(self, written: str, known: KnownPerson, organisation: int | None, post: str) -> Candidate | None:
        score, why = person_likeness(written, known.name)
        if not score:
            return None
        because = [why]
        if organisation is not None and organisation in known.organisations:
            because.append("the same organisation")
            score += AGREEMENT
        if post and any(thing_likeness(post, title)[0] >= 85 for title, _ in known.posts):
            because.append("the same post")
            score += AGREEMENT
        detail = "; ".join(f"{title}, {body}" for title, body in known.posts)
        return Candidate("person", known.id, known.name, detail, min(score, 100), tuple(because))

    def which_organisation(self, written: str) -> list[Candidate]:
        return best([match_thing("organisation", written, known) for known in self.organisations], self._limit)

    def which_post(self, written: str, *, organisation: int | None = None) -> list[Candidate]:
        found = [match_thing("post", written, known) for known in self.posts]
        if organisation is not None:
            at = {known.id: known.organisation for known in self.posts}
            found = [_agreeing(c, "the same organisation") if c and at[c.id] == organisation else c for c in found]
        return best(found, self._limit)


def _agreeing(candidate: Candidate, why: str) -> Candidate:
    return replace(candidate, score=min(100, candidate.score + AGREEMENT), because=(*candidate.because, why))


def match_thing(kind: str, written: str, known: KnownThing) -> Candidate | None:
    """The best of the thing's names against the words written; one that has ended speaks a little less for itself."""
    score, why = max(_likenesses(written, known))
    if not score:
        return None
    because = [why]
    if known.has_ended:
        score -= 3
    if known.note:
        because.append(known.note)
    return Candidate(kind, known.id, known.name, known.detail, score, tuple(because))


def _likenesses(written: str, known: KnownThing) -> Iterable[tuple[int, str]]:
    yield thing_likeness(written, known.name)
    if known.abbreviation and words_of(written) == words_of(known.abbreviation):
        yield 98, f"its abbreviation, {known.abbreviation}"
    for name, kind in known.other_names:
        score, why = thing_likeness(written, name)
        if score:
            yield min(score, 97), f"{why} as its {kind}, {name}" if score < 100 else f"its {kind}, {name}"


def best(found: Iterable[Candidate | None], limit: int = 3) -> list[Candidate]:
    worth = [c for c in found if c is not None and c.score >= WORTH_SHOWING]
    return sorted(worth, key=lambda c: (-c.score, c.label, c.id))[:limit]
