"""Questions about many texts at once, answered by arrow: as numpy arrays, one entry per text."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Words = pa.StringArray
"""Texts, none of them missing."""


def no_words() -> Words:
    """No texts at all."""
    return as_words([])


def as_words(texts: Sequence[str | None]) -> Words:
    """Python's texts as arrow's; None is missing."""
    return pa.array(texts, type=pa.string())


def lengths(words: Words) -> np.ndarray:
    """How many characters each has."""
    return _ask("utf8_length", words)


def matching(words: Words, pattern: str) -> np.ndarray:
    """Which of them a regular expression finds."""
    return _ask("match_substring_regex", words, pc.MatchSubstringOptions(pattern))


def holding(words: Words, part: str) -> np.ndarray:
    """Which of them hold this text."""
    return _ask("match_substring", words, pc.MatchSubstringOptions(part))


def places_of(words: Words, part: str) -> np.ndarray:
    """Where in each this text first stands, in bytes; -1 where it does not."""
    return _ask("find_substring", words, pc.MatchSubstringOptions(part))


def equal_to(words: Words, text: str) -> np.ndarray:
    """Which of them are this text."""
    return pc.call_function("equal", [words, pa.scalar(text)]).to_numpy(zero_copy_only=False)


def numbers(words: Words, which: np.ndarray) -> np.ndarray:
    """Those of them (a mask) that are plain numbers, as float64; NaN for the others."""
    chosen = pc.call_function("if_else", [pa.array(which), words, pa.scalar(None, pa.string())])
    return np.array(chosen.cast(pa.float64()).to_numpy(zero_copy_only=False))


def days(words: Words, which: np.ndarray) -> np.ndarray:
    """Those of them (a mask) that are ISO dates, as datetime64[s]; NaT for the others."""
    chosen = pc.call_function("if_else", [pa.array(which), words, pa.scalar(None, pa.string())])
    return chosen.cast(pa.date32()).to_numpy(zero_copy_only=False).astype("datetime64[s]")


def emptied(words: Words, which: np.ndarray) -> Words:
    """The same texts, with nothing in place of some (a mask)."""
    return pc.call_function("if_else", [pa.array(which), pa.scalar(""), words]) if which.any() else words


def trimmed(words: Words) -> Words:
    """Without the white space around them, of every alphabet.

    Plain texts without any are told apart first: only the others need a look one by one.
    """
    if _ask("string_is_ascii", words).all() and not matching(words, r"^[\x00-\x20]|[\x00-\x20]$").any():
        return words
    return as_words([word.strip() for word in words.to_pylist()])


def _ask(function: str, words: Words, options: pc.FunctionOptions | None = None) -> np.ndarray:
    return pc.call_function(function, [words], options).to_numpy(zero_copy_only=False)
