"""Pages of meetings, shaped as they are shown."""
