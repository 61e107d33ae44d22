#!/usr/bin/env python3
"""For the people who work on Sightline; an installation uses `.venv/bin/sightline`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "src"))

from sightline.config.command import main

if __name__ == "__main__":
    main()
