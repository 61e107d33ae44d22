"""Pages of learning, shaped as they are shown."""
