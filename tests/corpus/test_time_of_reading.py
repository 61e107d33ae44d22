"""The corpus and the seeds are read within a time that a person at a screen would bear."""

import time
from pathlib import Path

import pytest

from sightline_reader.opening import open_document
from sightline_reader.reading import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
MOST_SECONDS = 10
"""Of processor time, for the longest seed of some 300,000 characters; on a quiet machine it takes about one."""

pytestmark = pytest.mark.corpus


@pytest.mark.slow
def test_the_longest_papers_are_read_in_seconds():
    papers = sorted((SHARED / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)
    if not papers:
        pytest.skip(f"the seeds are not beside this checkout ({SHARED})")
    longest = papers[-1]
    begun = time.process_time()
    reading = read(open_document(longest.read_bytes(), longest.name))
    assert time.process_time() - begun < MOST_SECONDS
    assert reading.candidates
