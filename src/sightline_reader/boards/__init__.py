"""How boards are set up: the phrases that say it, and the names of boards."""
