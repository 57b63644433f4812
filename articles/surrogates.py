"""Text that UTF-8 cannot write: lone surrogates, which an escape in JSON on a page can bring in."""


def replace_surrogates(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, and each pair of them by the character they spell."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
