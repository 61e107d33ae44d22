"""What pages ask of reviews."""
