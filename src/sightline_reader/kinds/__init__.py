"""One reader for each kind of record: `find(view)` gives its candidates."""
