"""YAML files, read safely: small, UTF-8, one document, nothing but plain values, every line remembered."""

import re
from pathlib import Path

import yaml

from readiness.config.places import YamlSource
from readiness.config.yaml_tree import RefusedError, TreeBuilder
from readiness.problems import Code, shortened

BIGGEST_FILE = 1_000_000
"""Bytes; the shipped files have well under a tenth of it."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


def read_yaml(path: Path, file: str) -> YamlSource:
    """The file at `path`, called `file` in problems. Never raises: what is wrong is in `problems`."""
    source = YamlSource(file)
    content = _content(path, source)
    return source if content is None else parse_yaml(content, file)


def parse_yaml(content: bytes, file: str) -> YamlSource:
    """The bytes of one YAML file as values with their places. Never raises.

    A file that says nothing (empty, or comments only) has neither values nor problems.
    """
    source = YamlSource(file)
    text = _text(content, source)
    if text is not None:
        _parse(text, source)
    return source


def _content(path: Path, source: YamlSource) -> bytes | None:
    if not path.exists():
        return source.add(Code.FILE_MISSING, "there is no such file; it is needed")
    if not path.is_file():
        return source.add(Code.FILE_UNREADABLE, "this should be a file")
    try:
        with path.open("rb") as file:
            return file.read(BIGGEST_FILE + 1)
    except OSError as error:
        return source.add(Code.FILE_UNREADABLE, f"the file can't be read: {error.strerror}")


def _text(content: bytes, source: YamlSource) -> str | None:
    if len(content) > BIGGEST_FILE:
        return source.add(Code.FILE_TOO_BIG, "the file should be smaller than 1 MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"byte {content[error.start]:#04x}"
        return source.add(Code.FILE_ENCODING, "the file should be saved as UTF-8 text", line, found)
    return None if _has_control_character(text, source) else text


def _has_control_character(text: str, source: YamlSource) -> bool:
    found = CONTROL.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        named = f"character {ord(found[0]):#04x}"
        source.add(Code.FILE_ENCODING, "an invisible control character should be removed", line, named)
    return found is not None


def _parse(text: str, source: YamlSource) -> None:
    builder = TreeBuilder(yaml.parse(text, Loader=LOADER), source)
    try:
        builder.build()
    except RefusedError:
        pass  # The reason stands among the problems already.
    except yaml.MarkedYAMLError as error:
        _note_syntax(error, text, source)
    except yaml.YAMLError:
        source.add(Code.FILE_ENCODING, "the file holds a character that YAML does not allow")
    builder.note_all()


def _note_syntax(error: yaml.MarkedYAMLError, text: str, source: YamlSource) -> None:
    mark = error.problem_mark or error.context_mark
    lines = LINE_END.split(text)
    line = len(lines) if mark is None else min(mark.line + 1, len(lines))
    written = lines[line - 1]
    if "\t" in written[: len(written) - len(written.lstrip())]:
        message = "the line should be indented with spaces, not with a tab"
    else:
        message = f"this is not valid YAML ({error.problem or error.context})"
    source.add(Code.YAML_SYNTAX, message, line, shortened(written.strip()) or None)
