"""What the directory's pages show."""
