"""Speakers' names: titles, noble ranks, particles, many in one line or one over many lines."""

import pytest

from crawler.separation.ads.lines import Line
from crawler.separation.ads.speakers import find_speakers, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hannah O'Neill-Böhm, Li Wei und Uwe Tams", ["Hannah O'Neill-Böhm", "Li Wei", "Uwe Tams"]),
        ("Anna Alt, Bea Bunt, und Cem Çelik", ["Anna Alt", "Bea Bunt", "Cem Çelik"]),
        ("Dr. Ömer Yıldız und İpek Şahin", ["Dr. Ömer Yıldız", "İpek Şahin"]),
        ("Gloria von Thurn und Taxis, UWE TAMS", ["Gloria von Thurn und Taxis", "UWE TAMS"]),
        ("Dr.-Ing. Anna B. Kruse & Prof. (em.) Max Roth", ["Dr.-Ing. Anna B. Kruse", "Prof. (em.) Max Roth"]),
        ("Graf Eberhard zu Solms, Freifrau zu Rabenau", ["Graf Eberhard zu Solms", "Freifrau zu Rabenau"]),
        ("Gold, Silber und Platin", []),
        ("Der Weg, der Plan und das Ziel", []),
    ],
)
def test_names_in_one_line(line: str, names: list[str]) -> None:
    assert split_names(line) == names


def test_titles_and_particles_do_not_make_a_name_too_long() -> None:
    lines = [
        "Prof. Dr. h.c.",
        "Karl-Friedrich Freiherr von der Heide",
        "Dr. med.",
        "Ana María de la Vega",
        "so geht es",
    ]
    names, used = find_speakers([Line(text=line, gap=False) for line in lines])
    assert names == ("Prof. Dr. h.c. Karl-Friedrich Freiherr von der Heide", "Dr. med. Ana María de la Vega")
    assert used == len(lines) - 1
