"""Text that a reader does not see: for screen readers, or switched off. Known by attributes and whole class names."""

from crawler.separation.labels.kind import Kind

KIND = Kind(name="hidden")
