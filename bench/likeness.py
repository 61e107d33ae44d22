"""Likeness of recommendations: the nearest-alike list through the index against comparing with every other.

20,000 generated recommendations; a sixth of them ask again what an earlier one asked, in other words. Both ways are tried
in one run, by processor time, and their answers must be the same. Then the region's page of what is asked again is opened
with as many: as in a process that has just begun, and again. Goals: nobody waits two seconds without a page; what is worked
out aside at most a tenth of comparing all with all.
"""

import json
import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

from bench.promises import ASKING, database_of, in_child
from sightline.record.recommendations.domain.likeness import ALIKE, REPEATED, Likeness, Subject
from sightline.record.recommendations.domain.terms import terms_of

MANY = 20_000
ASKED = 100
REGISTERS = (500, 2_000)
WORDS = 8_000
SEED = 20
PATIENCE = 60
LOOKS_AGAIN = 2  # seconds, as the page does
T = TypeVar("T")


def generated(count: int, seed: int = SEED) -> list[Subject]:
    drawn = random.Random(seed + 2)
    return [
        Subject(
            place,
            frozenset(terms_of(text)),
            frozenset({drawn.choice(("council", "police", "health"))}),
            frozenset({drawn.randrange(12)}),
        )
        for place, text in enumerate(texts(count, seed), 1)
    ]


def texts(count: int, seed: int = SEED) -> list[str]:
    """Words are drawn as in real reports: few are in every second one, most are in a handful (Zipf)."""
    drawn = random.Random(seed)
    words = [f"word{number}" for number in range(WORDS)]
    weights = [1 / (rank + 3) ** 0.9 for rank in range(WORDS)]
    made: list[list[str]] = []
    for _ in range(count):
        if made and drawn.random() < 1 / 6:
            old = drawn.choice(made)
            kept = drawn.sample(old, max(1, int(len(old) * drawn.uniform(0.5, 0.95))))
            made.append(kept + drawn.choices(words, weights, k=drawn.randint(1, 8)))
        else:
            made.append(drawn.choices(words, weights, k=drawn.randint(10, 35)))
    return [" ".join(one) for one in made]


def spent(do: Callable[[], T]) -> tuple[float, T]:
    started = time.process_time()
    done = do()
    return time.process_time() - started, done


def main() -> None:
    subjects = generated(MANY)
    weighing, compared = spent(lambda: Likeness(subjects))
    compared.nearest(1)  # the index is made by the first who asks
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
    whole = long / ASKED * MANY / 2
    print(
        f"asked again among {MANY:,}: {taken:.1f} s, {len(pairs)} pairs; {taken / whole:.4f} of comparing all with all,"
        f" which would take {whole:.0f} s"
    )
    with database_of(ASKING) as address:
        page = in_child(address, "bench.likeness")
    print(
        f"the region's page of {page['compared']:,}: the first answer after {page['first']:.2f} s of a person's time, whole"
        f" after {page['whole']:.1f} s, {page['spent']:.1f} s of processor time; again {page['again']:.2f} s"
    )


def measure() -> dict[str, Any]:
    """Seconds: until the first answer and until the whole one by the clock, and what all answers took of the processor."""
    import django

    django.setup()
    from django.test import Client

    from sightline.foundation.accounts.models import User
    from sightline.record.recommendations.models import Recommendation
    from sightline.record.recommendations.queries import forget_compared

    rows = list(Recommendation.objects.order_by("pk"))
    for row, text in zip(rows, texts(len(rows)), strict=True):
        row.text = text
    Recommendation.objects.bulk_update(rows, ["text"], batch_size=500)
    client = Client()
    client.force_login(User.objects.get(pk=ASKING.region))
    client.get("/region/recommendations/")
    forget_compared()
    begun, at = time.process_time(), time.perf_counter()
    page = _opened(client)
    first = time.perf_counter() - at
    while "is comparing" in page and time.perf_counter() - at < PATIENCE:
        time.sleep(LOOKS_AGAIN)
        page = _opened(client)
    whole, taken = time.perf_counter() - at, time.process_time() - begun
    again, page = spent(lambda: _opened(client))
    compared = int(page.split("Sightline compared ")[1].split()[0])
    return {"compared": compared, "first": first, "whole": whole, "spent": taken, "again": again}


def _opened(client: Any) -> str:
    answer = client.get("/region/recommendations/repeated")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


if __name__ == "__main__":
    print(json.dumps(measure()))
