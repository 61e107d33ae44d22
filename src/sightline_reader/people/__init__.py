"""People in papers: their names, what is said beside them, and the lists, tables and sentences that name them."""
