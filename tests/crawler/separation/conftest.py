"""The ratchet is only collected where the pages with known bodies are at hand."""

import os

collect_ignore = [] if os.environ.get("PRESSESCHAU_PAGES") else ["test_ratchet.py"]
