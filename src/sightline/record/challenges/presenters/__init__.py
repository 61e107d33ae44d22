"""Challenges as pages show them."""
