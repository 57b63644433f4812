"""The second process of a crawl: it archives pages, separates and stores them, while the first one fetches.

The crawl gives it one page after the other over a pair of sockets; it works on them in that order and answers each
with what became of it, in a few words (`messages`). It has a store of its own, and nothing that a page can do to it
reaches the crawl: a page on which it dies, or that takes it too long, is turned down, and another worker goes on
(`worker`). It ends when the crawl is gone. Why so: docs/decisions/0013-the-second-process.md.
"""
