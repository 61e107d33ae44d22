"""What governance's pages show."""
