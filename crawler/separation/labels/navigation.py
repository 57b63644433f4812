"""Menus, and links from page to page."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="navigation",
    marks="nav\\w*|menu\\w*|menue|pagination|pager|paging|submenu|sitemap|skip|sidebar\\w*|aside|complementary|sidecol",
)
