import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.unpacking import CannotUnpack, unpack


def pack_bare(body: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(body) + packing.flush()


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "zlib": ("deflate", zlib.compress),
    "bare deflate": ("deflate", pack_bare),
    "brotli": ("br", lambda body: bytes(brotli.compress(body, quality=5))),
}
LARGE = b"Ein Satz, und noch einer. " * 1_000
packed = pytest.mark.parametrize("name", PACKERS)


@packed
@settings(max_examples=20)
@given(body=st.binary(max_size=300) | st.just(LARGE))
def test_what_was_packed_comes_back(name: str, body: bytes) -> None:
    encoding, pack = PACKERS[name]
    assert unpack(pack(body), encoding, max_bytes=len(LARGE)) == body


@packed
@settings(max_examples=40)
@given(st.data())
def test_half_a_body_is_no_body(name: str, data: st.DataObject) -> None:
    encoding, pack = PACKERS[name]
    whole = pack(LARGE)
    part = whole[: data.draw(st.integers(1, len(whole) - 1))]
    with pytest.raises(CannotUnpack):
        unpack(part, encoding, max_bytes=len(LARGE))


@packed
def test_a_bomb_is_left_alone(name: str) -> None:
    encoding, pack = PACKERS[name]
    with pytest.raises(CannotUnpack, match="more than 100000 bytes"):
        unpack(pack(bytes(2_000_000)), encoding, max_bytes=100_000)


@given(st.binary(min_size=1), st.sampled_from(["gzip", "deflate", "br"]))
def test_noise_is_unpacked_or_refused(body: bytes, encoding: str) -> None:
    try:
        assert len(unpack(body, encoding, max_bytes=10_000)) <= 10_000
    except CannotUnpack:
        return


def test_nothing_is_nothing() -> None:
    assert unpack(b"", "gzip", max_bytes=1) == b""


def test_gzip_may_have_several_members_and_padding() -> None:
    assert unpack(gzip.compress(b"a") + gzip.compress(LARGE) + bytes(8), "gzip", max_bytes=10**6) == b"a" + LARGE


def test_a_wrong_checksum_is_refused() -> None:
    with pytest.raises(CannotUnpack, match="it is no gzip"):
        unpack(gzip.compress(LARGE)[:-8] + b"12345678", "gzip", max_bytes=10**6)
