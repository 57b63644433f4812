"""One command per file, each a click command named `command`.

A command's heavy imports (Scrapy above all) stand inside its function, so that `--help` and the light commands start at
once.
"""
