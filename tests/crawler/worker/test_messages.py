"""Messages travel whole, however the line cuts them."""

import io

from hypothesis import given
from hypothesis import strategies as st

from crawler.worker.messages import Arriving, DecideOne, Done, Finish, pack, read_message


@given(st.lists(st.text(max_size=300), max_size=5), st.data())
def test_answers_arrive_in_any_pieces(reasons: list[str], data: st.DataObject) -> None:
    sent = [Done(dropped=reason) for reason in reasons]
    rest = b"".join(map(pack, sent))
    arriving, arrived = Arriving(), list[object]()
    while rest:
        length = data.draw(st.integers(1, len(rest)))
        arrived += arriving.add(rest[:length])
        rest = rest[length:]
    assert arrived == sent


def test_a_line_that_breaks_in_a_message_gives_none_of_it() -> None:
    whole = pack(DecideOne(publisher="gazette"))
    stream = io.BytesIO(whole + pack(Finish(publisher="gazette"))[:-1])
    assert read_message(stream) == DecideOne(publisher="gazette")
    assert read_message(stream) is None
