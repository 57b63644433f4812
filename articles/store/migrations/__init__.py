"""How a store comes to carry the present schema, step by step; run by `articles.store.versions`.

A step, once released, is never edited. A new one: change `articles.store.schema`, write the next file in `versions/`,
raise `PRESENT`, and keep a dump of a store of the version before under `tests/articles/store/dumps/`.
A new field of `Article` is a step as well: it writes the field into the JSON of the revisions that are there.
"""
