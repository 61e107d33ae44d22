"""Pages of plans, shaped as they are shown."""
