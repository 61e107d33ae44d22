"""One module per format, each turning bytes into a Document. None of them trusts what it is given."""
