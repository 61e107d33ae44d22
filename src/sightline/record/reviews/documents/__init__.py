"""Papers of reviews in Word and PDF."""
