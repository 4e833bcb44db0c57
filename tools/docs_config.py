"""`docs/config.md`: every key of the YAML files in `config/`, from the models that check them."""

from collections.abc import Iterator, Mapping

from readiness.config.environment import ENVIRONMENT
from readiness.config.models import Charts, EnquiryFile, Framework, Indicator, Meeting, Safety, Settings
from readiness.config.scoring_rules import DEFAULTS
from readiness.method.blocks import Table, markdown_table
from tools.docs_keys import keys_table
from tools.docs_meanings import SCORING

HEAD = """# The files in config/

<!-- Made by `make docs` from readiness/config. Do not edit by hand. -->

Everything about an inspection regime, an indicator or the method's numbers is YAML: a change is an edit here and no new
code. A mistake is answered with file, line and key, what was found, what was expected and the nearest right key, all
mistakes of all files at once; `python -m readiness check` shows them. `frameworks/` and `indicators.yaml` must be
there; the other files have defaults. Ids are lower case with hyphens, and never change once evidence names them.

`docs/adopt.md` shows how to add a dataset, a framework or an indicator. `dataset.yaml` stands in `docs/data-guide.md`.
"""

SCORING_HEAD = """The numbers of the method (`docs/method.md`). Whatever is left out, at any depth, is as shipped. All
weights, days and enoughs are above 0; points lie from 0 to 100."""

CHARTS_HEAD = """How the process control charts of the Indicators page are drawn, all optional. Limits start afresh only
for a reason that somebody wrote down and agreed; the chart, its words and its table say it."""

SAFETY_HEAD = """What the Safety page watches, in this order, beside the red lines of the framework; all optional, none
of it scored. Without this file the page shows the red lines, audits and serious events."""

ENQUIRY_HEAD = """The questions that an inspector would likely ask: the rules that raise them, gravest first, and their
words; all optional, none of it scored. Without this file, or without `rules`, they are as shipped; the head of the
shipped file says what raises each kind, and which names in braces it fills in."""

MEETING_HEAD = """What a meeting shows, screen by screen, in this order, on the wall, in slides and in the briefing; all
optional. A `meeting.yaml` in a dataset folder, which the Meeting page saves, stands in place of this one for that
dataset and has the same keys. Of this one a dataset leaves out practice or voice where its `dataset.yaml` says under
`strands` that it can't hold such evidence, and the Meeting page says so; its own is followed as it stands."""

SETTINGS_HEAD = "What an authority sets for its installation, all optional. The environment can give each:"


def config_page() -> str:
    """The whole page as Markdown."""
    parts = (
        (
            "frameworks/<id>.yaml",
            "One file for each inspection framework.",
            keys_table("frameworks", Framework),
        ),
        (
            "indicators.yaml",
            "A list under `indicators:`, one entry each.",
            keys_table("indicators.yaml", Indicator),
        ),
        ("scoring.yaml", SCORING_HEAD, scoring_table()),
        ("charts.yaml", CHARTS_HEAD, keys_table("charts.yaml", Charts)),
        ("safety.yaml", SAFETY_HEAD, keys_table("safety.yaml", Safety)),
        ("enquiry.yaml", ENQUIRY_HEAD, keys_table("enquiry.yaml", EnquiryFile)),
        ("meeting.yaml", MEETING_HEAD, keys_table("meeting.yaml", Meeting)),
        ("settings.yaml", f"{SETTINGS_HEAD}\n\n{environment_table()}", keys_table("settings.yaml", Settings)),
    )
    return HEAD + "".join(f"\n## {file}\n\n{about}\n\n{keys}\n" for file, about, keys in parts)


def scoring_table() -> str:
    """Every key of scoring.yaml with the shipped number."""
    rows = tuple((f"`{path}`", SCORING[meant(path)], shipped) for path, shipped in scoring_keys(DEFAULTS))
    return markdown_table(Table(("key", "meaning", "shipped"), rows))


def scoring_keys(held: Mapping, prefix: str = "") -> Iterator[tuple[str, str]]:
    """(path, shipped value) of every key; a table of points is one key."""
    for key, value in held.items():
        path = f"{prefix}{key}"
        if (
            isinstance(value, Mapping)
            and (path.startswith("strands.") or has_keys_below(path))
            and key != "fresh_days"
        ):
            yield from scoring_keys(value, f"{path}.")
        else:
            yield path, in_words(value)


def has_keys_below(path: str) -> bool:
    """Whether keys inside this one have meanings of their own."""
    return any(known.startswith(f"{path}.") for known in SCORING)


def meant(path: str) -> str:
    """The path under which a key's meaning stands: that of a strand is the same for all five."""
    parts = path.split(".")
    return ".".join([parts[0], "*", *parts[2:]]) if parts[0] == "strands" and len(parts) > 2 else path


def in_words(value: object) -> str:
    """A shipped value: a number, a word, or each of several."""
    return (
        ", ".join(f"{key} {each}" for key, each in value.items())
        if isinstance(value, Mapping)
        else str(value)
    )


def environment_table() -> str:
    """The environment variable of every setting."""
    rows = tuple((f"`{variable}`", f"`{key}`") for variable, key in ENVIRONMENT.items())
    return markdown_table(Table(("variable", "key"), rows))
