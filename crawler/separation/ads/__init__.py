"""Advertisements: found in the page as groups of blocks, read into title, speakers and claims."""
