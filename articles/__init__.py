"""What an article is, and where it is kept. Imports nothing else of this project."""
