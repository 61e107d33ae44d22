"""What composite pages ask of several rooms together."""
