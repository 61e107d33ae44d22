"""Words and arithmetic of learning; pure."""
