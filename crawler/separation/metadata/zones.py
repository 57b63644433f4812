"""The zone of times that a page writes without an offset, where neither publisher nor page names one.

Wall clocks are those of the country that the address belongs to, else of the language's countries; only those count
that keep one time. Source: tzdata, zone1970.tab. An address or language of several zones says nothing.
"""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

_OF_COUNTRY = {
    "de": "Europe/Berlin", "at": "Europe/Vienna", "ch": "Europe/Zurich", "li": "Europe/Zurich",
    "lu": "Europe/Luxembourg", "fr": "Europe/Paris", "be": "Europe/Brussels", "nl": "Europe/Amsterdam",
    "it": "Europe/Rome", "pl": "Europe/Warsaw", "cz": "Europe/Prague", "sk": "Europe/Bratislava",
    "hu": "Europe/Budapest", "si": "Europe/Ljubljana", "hr": "Europe/Zagreb", "dk": "Europe/Copenhagen",
    "se": "Europe/Stockholm", "no": "Europe/Oslo", "fi": "Europe/Helsinki", "ee": "Europe/Tallinn",
    "lv": "Europe/Riga", "lt": "Europe/Vilnius", "gr": "Europe/Athens", "ro": "Europe/Bucharest",
    "bg": "Europe/Sofia", "uk": "Europe/London", "ie": "Europe/Dublin", "is": "Atlantic/Reykjavik",
    "tr": "Europe/Istanbul", "il": "Asia/Jerusalem", "jp": "Asia/Tokyo", "kr": "Asia/Seoul", "in": "Asia/Kolkata",
    "za": "Africa/Johannesburg", "ar": "America/Argentina/Buenos_Aires", "bo": "America/La_Paz",
    "co": "America/Bogota", "pe": "America/Lima", "uy": "America/Montevideo", "ve": "America/Caracas",
}  # fmt: skip
_OF_LANGUAGE = {
    "de": "Europe/Berlin", "it": "Europe/Rome", "nl": "Europe/Amsterdam", "pl": "Europe/Warsaw", "cs": "Europe/Prague",
    "sk": "Europe/Bratislava", "hu": "Europe/Budapest", "da": "Europe/Copenhagen", "sv": "Europe/Stockholm",
    "nb": "Europe/Oslo", "no": "Europe/Oslo", "fi": "Europe/Helsinki", "el": "Europe/Athens", "tr": "Europe/Istanbul",
    "ja": "Asia/Tokyo", "ko": "Asia/Seoul", "is": "Atlantic/Reykjavik",
}  # fmt: skip


def guess_zone(url: str | None, language: str | None) -> ZoneInfo | None:
    """The zone of a page's wall clock; None when address and language leave it open."""
    try:
        country = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        country = ""
    name = _OF_COUNTRY.get(country) or _OF_LANGUAGE.get((language or "").partition("-")[0])
    return ZoneInfo(name) if name else None
