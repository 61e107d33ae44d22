"""Questions of who and what a name means, each with what it could be and one answer chosen beforehand."""

from dataclasses import dataclass

from sightline.partnership.directory.domain.names import Candidate

# From here on the best candidate is chosen beforehand, unless another is as near as this.
CHOSEN_FROM, TOO_NEAR = 85, 4
# NEW is used again when someone of just that name was entered meanwhile; ANOTHER is a namesake, always entered anew.
NEW, ANOTHER, WORDS, NONE = "new", "another", "words", "none"


@dataclass(frozen=True, slots=True)
class Option:
    """`value` is `person:12`, `new`, `another` or `words`; `because` says in words what speaks for it."""

    value: str
    label: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`is_sure` is false where a person should look: the bulk deeds leave such a proposal alone."""

    name: str
    label: str
    written: str
    options: tuple[Option, ...]
    chosen: str
    is_sure: bool = True


def asked_of(
    name: str, label: str, written: str, found: list[Candidate], last: list[Option], is_told: bool = False
) -> Question:
    """`is_told`: words alone are a good answer, so a weak likeness is shown and does not stand in the way."""
    options = [
        Option(f"{c.kind}:{c.id}", f"{c.label} ({c.detail})" if c.detail else c.label, "; ".join(c.because))
        for c in found
    ]
    strong = [c for c in found if c.score >= CHOSEN_FROM]
    tied = len(strong) > 1 and strong[0].score - strong[1].score < TOO_NEAR
    chosen = options[0].value if strong else last[0].value if last else ""
    is_sure = bool(chosen) and (is_told or (not tied if strong else not found))
    return Question(name, label, written, (*options, *last), chosen, is_sure)


def id_of(value: str) -> int | None:
    _, _, number = value.partition(":")
    return int(number) if number.isdigit() else None
