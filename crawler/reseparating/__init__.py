"""Archived pages are read again by the present separation, on all cores, without any network."""
