"""What can be said of an answer before it is read."""

import pytest
from scrapy.http import HtmlResponse

from crawler.answers import is_readable

_IMAGE = b"A" * 200_000


def answer(body: bytes) -> HtmlResponse:
    return HtmlResponse("https://example.org/news", headers={"Content-Type": "text/html"}, body=body)


@pytest.mark.parametrize(
    "separator", [b" ", b"='>' ", b'="<" ', b" = 1\n", b"/"], ids=["bare", "with >", "with <", "with blanks", "slashes"]
)
def test_a_tag_that_takes_minutes_to_read_is_not_read(separator: bytes) -> None:
    body = b"<html><body><a href='/x' " + separator.join(b"a%d" % number for number in range(20_000)) + b">x</a>"
    assert not is_readable(answer(body))


@pytest.mark.parametrize(
    "body",
    [
        b"<p title='" + b"wort " * 50_000 + b"'>",
        b'<img src="data:image/png;base64,' + _IMAGE + b'">',
        b"<pre>" + b"if a < b then c = d\n" * 20_000 + b"</pre>",
        b"<p class='a b' id=x>Ein Satz ist da.</p>" * 20_000,
        b"<script>for(i=0;i<n;i++){" + b"a = b + c;\n" * 2_000 + b"}</script>",
    ],
    ids=["a long attribute", "a picture", "text", "many tags", "code"],
)
def test_long_ones_are_read(body: bytes) -> None:
    assert is_readable(answer(b"<html><body>" + body))
