"""Themes proposed for 20,000 recommendations by the vocabulary's own words, against looking for each of these words plainly.

The baseline is the least that any reading must do: is the word anywhere in the text, in small letters. It finds parts of words
and words within longer ones, and says neither where nor which theme they speak for. By processor time.
"""

import random
import time

from bench.promises import text
from sightline.partnership.plan.domain.themes import propose
from sightline.partnership.plan.readers import theme_lines

MANY = 20_000
SAMPLE = 2_000
SEED = 20


def main() -> None:
    drawn = random.Random(SEED)
    texts = [text(drawn, drawn.randint(10, 35)) for _ in range(MANY)]
    words = [(place, word) for place, theme in enumerate(theme_lines()) for word in (theme.label, *theme.words)]
    bare = _spent(lambda: [[word for _, word in words if word.lower() in one.lower()] for one in texts[:SAMPLE]])
    started = time.process_time()
    found = [propose(one, words) for one in texts]
    taken = time.process_time() - started
    print(
        f"{MANY:,} recommendations read for {len(words)} words: {taken / MANY * 1000:.2f} ms each,"
        f" {taken / MANY / (bare / SAMPLE):.1f} times the plain look; {sum(map(len, found)):,} themes proposed"
    )


def _spent(do) -> float:
    started = time.process_time()
    do()
    return time.process_time() - started


if __name__ == "__main__":
    main()
