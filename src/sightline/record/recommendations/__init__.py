"""Recommendations in their exact words, from any source, the responses to them and the actions that answer them."""
