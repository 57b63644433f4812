"""Authors: persons only, each with a full name."""

import pytest

from crawler.separation.metadata.people import find_persons


@pytest.mark.parametrize(
    ("claim", "persons"),
    [
        ("Hans und Grete Müller", ("Hans Müller", "Grete Müller")),
        ("Anna und Max von der Heide, Uwe Tams", ("Anna von der Heide", "Max von der Heide", "Uwe Tams")),
        ("Anna Schmidt und Max Roth", ("Anna Schmidt", "Max Roth")),
        ("dpa und Grete Müller", ("Grete Müller",)),
        (
            "Prof. Dr. h.c. Karl-Friedrich Freiherr von der Heide",
            ("Prof. Dr. h.c. Karl-Friedrich Freiherr von der Heide",),
        ),
        ("Redaktion Politik", ()),
    ],
)
def test_persons(claim: str, persons: tuple[str, ...]) -> None:
    assert find_persons([claim], []) == persons
