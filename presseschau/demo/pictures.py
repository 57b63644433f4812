"""The site's pictures: little landscapes, drawn from their names so that no image file need be kept."""

import random

_PREFIX, _SUFFIX = "/bilder/", ".svg"
_SKIES = ("#dbe9f4", "#f6e7cf", "#e4e0ee", "#d9eee6")
_HILLS = ("#5d7f68", "#86986b", "#4f6d7a", "#8a7a5c")


def picture_path(name: str) -> str:
    """The path of a picture."""
    return f"{_PREFIX}{name}{_SUFFIX}"


def find_picture_name(path: str) -> str | None:
    """The picture's name; None when the path is not a picture's."""
    return path.removeprefix(_PREFIX).removesuffix(_SUFFIX) if path.startswith(_PREFIX) else None


def render_picture(name: str) -> str:
    """An SVG: hills under a sun, always the same for the same name."""
    dice = random.Random(name)  # noqa: S311  decoration, not a secret
    sun_x, sun_y = dice.randrange(80, 560), dice.randrange(40, 110)
    hills = "".join(_hill(dice, base) for base in (190, 225, 260))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300">'
        f'<rect width="640" height="300" fill="{dice.choice(_SKIES)}"/>'
        f'<circle cx="{sun_x}" cy="{sun_y}" r="26" fill="#f3c969"/>{hills}</svg>'
    )


def _hill(dice: random.Random, base: int) -> str:
    points = " ".join(f"{x},{base - dice.randrange(0, 60)}" for x in range(0, 641, 80))
    return f'<polygon points="0,300 {points} 640,300" fill="{dice.choice(_HILLS)}"/>'
