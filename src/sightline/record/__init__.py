"""Floor 3, what was done: registers, independent of each other. All may raise actions."""
