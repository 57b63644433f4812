"""The WARC form of an exchange, and back. WARC's words stay in this file."""

import gzip
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException
from warcio.timeutils import datetime_to_iso_date, iso_date_to_datetime
from warcio.warcwriter import WARCWriter

from crawler.archive.exchange import Exchange
from crawler.errors import DamagedRecord

_VERSION = "WARC/1.1"
_LEVEL = 6  # warcio's own members take 9: more time for hardly fewer bytes
_WIRE = "X-Crawler-"


def render_exchange(exchange: Exchange) -> tuple[bytes, bytes]:
    """The gzip members of the response record and of the request record that belongs to it."""
    builder = RecordBuilder(warc_version=_VERSION)
    about = {"WARC-Date": _render_date(exchange.at)}
    if exchange.ip_address:
        about["WARC-IP-Address"] = exchange.ip_address
    headers = [
        *exchange.headers,
        *((_WIRE + name, value) for name, value in exchange.wire_headers),
        ("Content-Length", str(len(exchange.body))),
    ]
    response = builder.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=StatusAndHeaders(f"{exchange.status} {_phrase(exchange.status)}", headers, "HTTP/1.1"),
        warc_headers_dict=about,
    )
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    request = builder.create_warc_record(
        exchange.url,
        "request",
        http_headers=StatusAndHeaders(
            f"{target} HTTP/1.1", [("Host", parts.netloc), *exchange.request_headers], protocol="GET"
        ),
        warc_headers_dict=about | {"WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")},
    )
    return _render(response), _render(request)


def render_warcinfo(file_name: str, about: Mapping[str, str], *, at: datetime) -> bytes:
    """The gzip member of the record that opens a file and says what made it."""
    builder = RecordBuilder(warc_version=_VERSION)
    record = builder.create_warcinfo_record(file_name, {"format": "WARC File Format 1.1", **about})
    record.rec_headers.replace_header("WARC-Date", _render_date(at))
    return _render(record)


def parse_response(member: bytes) -> Exchange:
    """The exchange that a response record tells of; its request stands in a record of its own and is left out.

    Raises: DamagedRecord, also when the body is not the one whose digest was written down.
    """
    try:
        record = next(iter(ArchiveIterator(BytesIO(gzip.decompress(member)), check_digests=True)))
        body = record.raw_stream.read()
    except (EOFError, OSError, zlib.error, ArchiveLoadFailed, StatusAndHeadersParserException, StopIteration) as error:
        raise DamagedRecord(f"no WARC record ({error or type(error).__name__})") from error
    if record.rec_type != "response" or record.http_headers is None:
        raise DamagedRecord(f"a {record.rec_type} record, where a response was written")
    if record.digest_checker.passed is False:
        raise DamagedRecord("; ".join(record.digest_checker.problems))
    pairs = [(name, value) for name, value in record.http_headers.headers if name != "Content-Length"]
    return Exchange(
        url=str(record.rec_headers.get_header("WARC-Target-URI")),
        at=iso_date_to_datetime(record.rec_headers.get_header("WARC-Date"), tz_aware=True),
        request_headers=(),
        status=int(record.http_headers.get_statuscode()),
        headers=tuple(pair for pair in pairs if not pair[0].startswith(_WIRE)),
        wire_headers=tuple((name.removeprefix(_WIRE), value) for name, value in pairs if name.startswith(_WIRE)),
        body=body,
        ip_address=record.rec_headers.get_header("WARC-IP-Address"),
    )


def _render(record: ArcWarcRecord) -> bytes:
    out = BytesIO()
    WARCWriter(out, gzip=False, warc_version=_VERSION).write_record(record)
    return gzip.compress(out.getvalue(), _LEVEL, mtime=0)


def _render_date(at: datetime) -> str:
    return str(datetime_to_iso_date(at.astimezone(UTC).replace(tzinfo=None), use_micros=True))


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
