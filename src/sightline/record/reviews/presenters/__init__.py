"""Reviews as their pages show them."""
