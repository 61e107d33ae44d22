"""How alike two texts are, from a small sketch of each: a library finds near-duplicates without reading texts again.

A sketch holds the smallest hashes of a text's shingles (runs of words): a bottom-k sketch, after Broder, On the resemblance
and containment of documents (1997). Texts shorter than the sketch are compared exactly.
"""

import re
from hashlib import blake2b
from heapq import nsmallest

SHINGLE = 5  # words
SIZE = 256  # hashes kept: the estimate is then within about 0.06 of the truth, 19 times in 20
HASH_BYTES = 8
NEARLY_SAME = 0.8  # a draft and its approved version lie above, two meetings of one board below

WORD = re.compile(r"\w+")


def sketch_of(text: str) -> bytes:
    """At most 2,048 bytes, the same in every process and on every machine."""
    return b"".join(value.to_bytes(HASH_BYTES, "big") for value in nsmallest(SIZE, _hashes(text)))


def similarity(sketch: bytes, other: bytes) -> float:
    """The estimated share of shingles that two texts have in common (Jaccard): 0 to 1; 0 where either has no words."""
    ours, theirs = _values(sketch), _values(other)
    if not ours or not theirs:
        return 0.0
    least = nsmallest(SIZE, ours | theirs)
    return sum(1 for value in least if value in ours and value in theirs) / len(least)


def _hashes(text: str) -> set[int]:
    words = WORD.findall(text.lower())
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, min(len(words), 1)))}
    return {int.from_bytes(blake2b(s.encode(), digest_size=HASH_BYTES).digest(), "big") for s in shingles}


def _values(sketch: bytes) -> set[int]:
    return {int.from_bytes(sketch[i : i + HASH_BYTES], "big") for i in range(0, len(sketch), HASH_BYTES)}
