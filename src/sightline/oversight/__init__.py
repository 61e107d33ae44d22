"""Floor 4, across: intake writes to every register by its commands, gaps reads all and writes only findings."""
