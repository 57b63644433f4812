"""A run's report as a page for people: one file, that needs nothing else and no network."""
