"""`python -m sightline_reader FILE...` prints what is found in each file."""

import sys

from sightline_reader.predictions import main

sys.exit(main(sys.argv[1:]))
