"""Papers and letters of learning. Pure: facts in, words and blocks out."""
