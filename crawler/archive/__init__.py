"""The archive: pages as they were fetched, in WARC 1.1, so that separation can be run over them again.

Source: ISO 28500:2017, https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/.

One file a day (UTC), `YYYY-MM-DD.warc.gz`: a warcinfo record, then for each page its response and its request, each
record a gzip member of its own, so that one can be read without the others. Files only grow. Where a page stands is
told by the store.

The body is kept decoded: what the server compressed, Scrapy has unpacked before anyone can see it, and not every reader
knows Brotli or Zstandard; the members are compressed anyway. The headers are those of the body that is there. What they
said on the wire stands beside them as `X-Crawler-Content-Encoding` and `X-Crawler-Content-Length`, as in Common Crawl.
"""
