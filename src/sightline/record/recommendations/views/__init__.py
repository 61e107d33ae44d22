"""Pages of recommendations: a partnership's register, and what a region issues."""
