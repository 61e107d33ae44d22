"""How one record names another across rooms without a key: `meetings.attendance:12`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """`kind` is room.thing in lower case, `id` the thing's primary key."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Reference":
        kind, _, number = text.partition(":")
        if "." not in kind or not number.isdigit():
            raise ValueError(f"not a reference: {text!r}")
        return cls(kind, int(number))
