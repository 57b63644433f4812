"""A page comes back from its record as it went in, and other programs can read it."""

import gzip
from datetime import UTC, datetime
from io import BytesIO

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from hypothesis import given
from hypothesis import strategies as st

from crawler.archive.exchange import Exchange
from crawler.archive.records import parse_response, render_exchange, render_warcinfo
from crawler.errors import DamagedRecord
from tests.crawler.archive.exchanges import ABOUT, DAY, exchange

_TOKEN = st.text(st.sampled_from("abcXYZ019!#$%&'*+-.^_`|~"), min_size=1, max_size=9)
_VALUE = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30)
_PATH = st.text(st.sampled_from("abc0-_/."), max_size=20)


@given(
    st.builds(
        Exchange,
        url=_PATH.map("https://example.org/".__add__),
        at=st.datetimes(min_value=datetime(2000, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC)),  # noqa: DTZ001  # made aware at once
        request_headers=st.just(()),
        status=st.sampled_from([200, 203, 299]),
        headers=st.lists(st.tuples(_TOKEN.map("H-".__add__), _VALUE), max_size=4).map(tuple),
        wire_headers=st.sampled_from([(), (("Content-Encoding", "gzip"), ("Content-Length", "5"))]),
        body=st.binary(max_size=3000),
        ip_address=st.sampled_from([None, "192.0.2.7", "2001:db8::7"]),
    )
)
def test_a_page_comes_back_as_it_went_in(page: Exchange) -> None:
    response, _ = render_exchange(page)
    assert parse_response(response) == page


def test_another_reader_understands_the_records() -> None:
    page = exchange(body=b"<p>" + b"x" * 70_000)
    members = render_warcinfo("2026-11-20.warc.gz", ABOUT, at=DAY) + b"".join(render_exchange(page))
    read = ArchiveIterator(BytesIO(members), record_types=WarcRecordType.any_type, parse_http=False)
    kinds, bodies, ids = [], [], []
    for record in read:
        assert record.verify_block_digest()
        record.parse_http()
        kinds.append(record.record_type)
        ids.append(str(record.record_id))
        if record.record_type == WarcRecordType.request:
            assert ids[1] in str(record.headers["WARC-Concurrent-To"])
            assert record.headers["WARC-Target-URI"] == page.url
            assert record.headers["WARC-Date"] == "2026-11-20T22:00:00.000001Z"
            assert record.http_headers["Host"] == "example.org"
            assert record.http_headers["User-Agent"] == "Presseschau/test"
        if record.record_type == WarcRecordType.response:
            assert record.http_headers.status_code == 200
            assert record.http_content_type == "text/html"
            assert record.http_headers["X-Crawler-Content-Encoding"] == "br"
            assert int(record.http_headers["Content-Length"]) == len(page.body)
        bodies.append(record.reader.read())
    assert kinds == [WarcRecordType.warcinfo, WarcRecordType.response, WarcRecordType.request]
    assert bodies[1] == page.body
    assert b"software: Presseschau/test" in bodies[0]


@pytest.mark.parametrize(
    "member",
    [
        b"",
        b"no gzip",
        render_exchange(exchange())[0][:-9],
        render_exchange(exchange())[1],
        gzip.compress(b"no record\r\n"),
        gzip.compress(gzip.decompress(render_exchange(exchange())[0]).replace(b"Gr", b"gR")),
    ],
    ids=["nothing", "no gzip", "torn", "a request", "no record", "another body"],
)
def test_what_is_no_such_record_is_damaged(member: bytes) -> None:
    with pytest.raises(DamagedRecord):
        parse_response(member)
