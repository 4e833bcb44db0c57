"""The headings of a file against the columns of its table: which is which, and what is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readiness.evidence.nearest import did_you_mean
from readiness.evidence.schema import Table
from readiness.evidence.tokenise import normal_heading
from readiness.problems import Code, Problem


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ALWAYS_PERSONAL = _words(
    "surname forename forenames firstname lastname fullname familyname childname pupilname "
    "dob birth birthdate birthday dateofbirth postcode postcodes address addresses "
    "phone telephone mobile email initials upn uln nhs nhsno nhsnumber nino "
    "childid childref pupilid personid clientid caseid caseno caseref casenumber"
)
_A_PERSON = _words(
    "child childs pupil student patient person client young sibling mother father parent carer user yp case "
    "lcs ics mosaic liquidlogic eclipse"
)
_PERSONS = _A_PERSON | _words("children childrens persons parents carers")
_NAMES = _words("name names")
_NAME_PARTS = _words("first last family given full known middle sur fore maiden preferred")
_NUMBERS = _words("id ids number numbers no num ref refs reference references identifier uid code")
_ALONE = _NAMES | _words("child pupil person client case") | {"young person", "post code"}

PERSONAL = (
    "This looks like a column about one child or person. No table may hold a name, a date of birth, "
    "an address or a case number, so it was not read: take it out of the file."
)


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column of the table is in the file. `others` are columns of the file that are not read."""

    at: Mapping[str, int]
    others: tuple[int, ...]
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]


def match_headings(headings: tuple[str, ...], line: int, filled: tuple[bool, ...], table: Table) -> Headings:
    """Find the table's columns among the headings, whatever the case and with spaces for underscores.

    `filled` says of each column of the file whether any cell of it is. Of a heading that stands twice the
    first is read. A required column that is missing is an error: every row lacks it.
    """
    at: dict[str, int] = {}
    problems: list[Problem] = []
    for index, heading in enumerate(headings):
        name = normal_heading(heading)
        if name in table.headings and name not in at:
            at[name] = index
        problems += _about(heading, filled[index], name in at and at[name] != index, name in at, table, line)
    missing = tuple(name for name in table.required if name not in at)
    problems += [_missing(name, headings, table, line) for name in missing]
    others = tuple(index for index in range(len(headings)) if index not in at.values())
    return Headings(at, others, tuple(dict.fromkeys(problems)), missing)


def looks_personal(heading: str) -> bool:
    """Whether a heading looks like a name, birth date, address or number of a child or another person."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    tokens = re.findall(r"[a-z0-9]+", words.casefold())
    found = frozenset(tokens) | {"".join(tokens)}
    return bool(
        " ".join(tokens) in _ALONE
        or found & _ALWAYS_PERSONAL
        or (found & _NAMES and found & (_PERSONS | _NAME_PARTS))
        or (found & _NUMBERS and found & _A_PERSON)
    )


def _about(
    heading: str, filled: bool, repeated: bool, known: bool, table: Table, line: int
) -> Iterator[Problem]:
    shown = heading.strip()

    def warning(message: str, code: Code = Code.COLUMN_UNKNOWN) -> Problem:
        return Problem(table.file, line, shown or None, None, message, code, "warning")

    if repeated:
        yield warning(
            "This heading stands more than once. The first column is read, the others are not.",
            Code.COLUMN_DUPLICATE,
        )
    elif known and shown.casefold() != normal_heading(heading):
        yield warning(f"Read as `{normal_heading(heading)}`.")
    elif not shown and filled:
        yield warning("A column without a heading is not read. Give it one, or take it out.")
    elif shown and not known and looks_personal(shown):
        yield Problem(table.file, line, shown, None, PERSONAL, Code.COLUMN_PERSONAL)
    elif shown and not known:
        hint = did_you_mean(normal_heading(heading), table.headings)
        yield warning(f"Not a column of this table, so it is not read.{hint}")


def _missing(name: str, headings: tuple[str, ...], table: Table, line: int) -> Problem:
    unknown = [heading for heading in map(normal_heading, headings) if heading not in table.headings]
    hint = did_you_mean(name, unknown, "Is it the column `{}`?")
    message = f"This column is required and missing, so no row can be used.{hint}"
    return Problem(table.file, line, name, None, message, Code.COLUMN_MISSING)
