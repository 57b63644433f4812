"""Pure: an index page becomes links, dates, teasers and the next page. By shape and URL alone, whatever the markup."""
