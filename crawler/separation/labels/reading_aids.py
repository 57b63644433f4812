"""Aids for reading: listen, print, save, font size, table of contents."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="reading aids",
    marks="toc|print|drucken|audio|player|vorlesen|bookmark|merkliste|podcast|readspeaker|tools?|toolbar|toolbox|actions?",
    opening=(
        r"(?:drucken|print|vorlesen|anhören|artikel (?:anhören|drucken|merken|vorlesen|versenden)"
        r"|listen to this article"
        r"|merken|speichern|schriftgröße|inhaltsverzeichnis|auf dieser seite|table of contents|pdf|zur merkliste)\W*$"
    ),
)
