"""The path from the site's start to this page."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="breadcrumb",
    marks="breadcrumb|breadcrumbs|crumb|crumbs|brotkrumen|brotkrume|pathway",
    opening=r"sie sind hier\b|you are here\b|(?:home|startseite|start)\s*[>›»/|]",
)
