"""Text inside a figure. Plotly reads a few HTML tags in labels, so text from files is escaped first."""

import html
import textwrap

from readiness.wording import as_seen


def plain(words: str) -> str:
    """Words as a label shows them literally, whatever tags or entities they hold."""
    return html.escape(as_seen(words), quote=False)


def wrapped(words: str, width: int, lines: int = 3) -> str:
    """Words broken at `width` characters into at most so many lines, escaped; what is cut ends in an ellipsis."""
    parts = textwrap.wrap(" ".join(words.split()), width, max_lines=lines, placeholder=" …")
    return "<br>".join(plain(part) for part in parts)


def shortened(words: str, width: int) -> str:
    """Words on one line of at most `width` characters, escaped."""
    return wrapped(words, width, lines=1)
