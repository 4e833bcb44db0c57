"""The files of a folder as a snapshot keeps them: which, and what is in them."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

LEFT_OUT = ("~", ".bak", ".tmp", ".part", ".orig", ".pyc")
"""Endings of backups and of files half written: no part of a dataset or a configuration."""
LENGTH = 20
"""Characters of the hash that names a national picture."""


def files_in(folder: Path) -> dict[str, Path]:
    """Every file of a folder by its path within it, in order; without hidden ones and backups. None: no files."""
    return dict(sorted(_files(folder)))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for base, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if _kept(each)]
        for name in names:
            path = Path(base, name)
            if _kept(name) and path.is_file():
                yield path.relative_to(folder).as_posix(), path


def _kept(name: str) -> bool:
    return not name.startswith((".", "~$", "__pycache__")) and not name.casefold().endswith(LEFT_OUT)


def hashed(content: bytes) -> str:
    """What is in a file, as 64 characters (SHA-256)."""
    return hashlib.sha256(content).hexdigest()


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every file of a folder, by its path within it. Raises OSError where one can't be read."""
    return {name: hashed(path.read_bytes()) for name, path in files_in(folder).items()}


def hash_of_all(files: Mapping[str, str]) -> str:
    """One name for everything in a folder; empty where there is nothing."""
    if not files:
        return ""
    listed = "".join(f"{name}\0{content}\n" for name, content in sorted(files.items()))
    return hashed(listed.encode("utf-8", "surrogateescape"))[:LENGTH]
