"""Text that a reader does not see: for screen readers, for printing, or switched off."""

from crawler.separation.labels.kind import Kind

KIND = Kind(name="hidden", marks="hidden|hide|invisible|visuallyhidden|offscreen|noprint")
