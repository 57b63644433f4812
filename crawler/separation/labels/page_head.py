"""The top of the page: the site's name, its promises, its menu."""

from crawler.separation.labels.kind import Kind

KIND = Kind(name="page head", marks="masthead|siteheader|pageheader|topbar|logo|branding|banner|ticker")
