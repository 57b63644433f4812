"""What the server of the reading processes imports before it makes copies of itself.

Importing takes a second, and is so done once for all of them. What is there then is kept out of Python's search for
cycles, which would write into all of it: a copy shares what nobody writes to.
"""

import gc

import articles.store.opening  # noqa: F401
import crawler.reseparating.processes  # noqa: F401  # for what it imports

gc.collect()
gc.freeze()
