"""What happens to a fetched page, one step a file; their order stands in the settings.

`HandOver` is Scrapy's pipeline and gives the page to the worker; all others are the worker's steps.
"""
