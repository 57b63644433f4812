"""The HTML that people see: a directory of all feeds, and a page for each, in German and in English.

Plain documents that need no script, no server and no address of their own: links are relative, and search is added by
a script where there is one. Everything they load is ours (`assets/`), so a strict content security policy fits.
"""
