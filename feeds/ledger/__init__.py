"""The ledger: which article stands in which feed, at which place; what makes publishing cost as much as changed.

A small database beside the feeds. Each article gets a place in each of its feeds once, behind all earlier ones, in
order of publication among those that come together; it keeps the place for ever, also when it is withdrawn. So pages
of so many places each are the same pages every night, and following the store from the last position tells which
feeds, and which of their pages, have to be written again. Everything in it follows from the store: without it, every
feed is published anew.
"""
