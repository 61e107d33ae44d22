"""Readings as the development corpus wants them: one JSON object per line and file."""

import json
import sys
from pathlib import Path
from typing import Any

from sightline_reader.model import Reading, Unreadable
from sightline_reader.opening import open_document
from sightline_reader.reading import read


def to_corpus_json(name: str, reading: Reading) -> dict[str, Any]:
    """One file's candidates; `start` and `end` are characters of the text of the file."""
    records = [
        {"kind": c.kind, "fields": c.fields, "start": c.start, "end": c.end, "confidence": c.confidence, "page": c.page}
        for c in reading.candidates
    ]
    return {"file": name, "kind": reading.kind, "records": records}


def main(argv: list[str]) -> int:
    """Print a line for each file. Files that cannot be read are told on the error stream and make the result 1."""
    failed = 0
    for path in map(Path, argv):
        try:
            reading = read(open_document(path.read_bytes(), path.name))
        except (Unreadable, OSError) as reason:
            print(f"{path}: {reason}", file=sys.stderr)
            failed = 1
            continue
        if reading.hold:
            print(f"{path}: {reading.hold.message}", file=sys.stderr)
            failed = 1
        print(json.dumps(to_corpus_json(path.name, reading), ensure_ascii=False))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
