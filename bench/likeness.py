"""Likeness of recommendations: the nearest-alike list through the index against comparing with every other.

20,000 generated recommendations; a sixth of them ask again what an earlier one asked, in other words. Both ways are tried
in one run, by processor time, and their answers must be the same.
"""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from sightline.record.recommendations.domain.likeness import ALIKE, REPEATED, Likeness, Subject
from sightline.record.recommendations.domain.terms import terms_of

MANY = 20_000
ASKED = 100
REGISTERS = (500, 2_000)
WORDS = 8_000
SEED = 20
T = TypeVar("T")


def generated(count: int, seed: int = SEED) -> list[Subject]:
    """Words are drawn as in real reports: few are in every second one, most are in a handful (Zipf)."""
    drawn = random.Random(seed)
    words = [f"word{number}" for number in range(WORDS)]
    weights = [1 / (rank + 3) ** 0.9 for rank in range(WORDS)]
    texts: list[list[str]] = []
    for _ in range(count):
        if texts and drawn.random() < 1 / 6:
            old = drawn.choice(texts)
            kept = drawn.sample(old, max(1, int(len(old) * drawn.uniform(0.5, 0.95))))
            texts.append(kept + drawn.choices(words, weights, k=drawn.randint(1, 8)))
        else:
            texts.append(drawn.choices(words, weights, k=drawn.randint(10, 35)))
    return [
        Subject(
            place,
            frozenset(terms_of(" ".join(text))),
            frozenset({drawn.choice(("council", "police", "health"))}),
            frozenset({drawn.randrange(12)}),
        )
        for place, text in enumerate(texts, 1)
    ]


def spent(do: Callable[[], T]) -> tuple[float, T]:
    started = time.process_time()
    done = do()
    return time.process_time() - started, done


def main() -> None:
    subjects = generated(MANY)
    weighing, compared = spent(lambda: Likeness(subjects))
    asked = random.Random(SEED + 1).sample(range(1, MANY + 1), ASKED)
    short, near = spent(lambda: [compared.nearest(one) for one in asked])
    long, every = spent(lambda: [compared.nearest_of_all(one) for one in asked])
    if near != every:
        raise SystemExit("The short way and comparing with every other do not answer the same.")
    found = sum(map(len, near))
    print(f"{MANY:,} recommendations weighed in {weighing:.2f} s; alike from {ALIKE}")
    print(f"nearest of {ASKED}: {short / ASKED * 1000:.2f} ms each by the index, {long / ASKED * 1000:.1f} ms by all")
    print(f"same answers ({found} pairs), ratio {long / short:.1f}")
    for count in REGISTERS:
        taken, pairs = spent(lambda count=count: Likeness(subjects[:count], REPEATED).pairs())
        print(f"asked again in a register of {count:,}: {taken * 1000:.0f} ms, {len(pairs)} pairs")
    taken, pairs = spent(lambda: Likeness(subjects, REPEATED).pairs())
    print(
        f"asked again among {MANY:,}: {taken:.1f} s, {len(pairs)} pairs (once for each change, in a region of that size)"
    )


if __name__ == "__main__":
    main()
