"""What the README and the hand-written pages promise: commands, options, files and links that exist."""

import argparse
import re
from pathlib import Path

import pytest
import yaml

from readiness.__main__ import _parser
from readiness.config.load import load_config
from readiness.evidence.dataset import read_dataset
from readiness.evidence.tables import TABLES

README = Path("README.md").read_text(encoding="utf-8")
PAGES = [Path("README.md"), *sorted(Path("docs").rglob("*.md"))]


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command of the command line with its own parser."""
    [group] = [action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(group.choices)


@pytest.mark.parametrize("command", commands())
def test_every_command_and_each_of_its_options_is_in_the_readme(command: str) -> None:
    options = [option for action in commands()[command]._actions for option in action.option_strings]
    assert f"| `{command}" in README
    assert [option for option in options if option not in README and option not in ("-h", "--help")] == []


def test_the_two_commands_come_first() -> None:
    assert README.index("make run") < README.index("make test") < README.index("## Put in your own evidence")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


def test_every_part_on_the_map_exists() -> None:
    house = README.split("## A map of the house", 1)[1].split("## Licence", 1)[0]
    named = [
        name for row in re.findall(r"^\| (`[^|]+) \|", house, re.M) for name in re.findall(r"`([^`]+)`", row)
    ]
    assert len(named) > 10
    assert [name for name in named if not Path(name).exists()] == []


def test_the_example_of_an_own_dataset_is_read_without_a_problem(tmp_path: Path) -> None:
    description = re.search(r"```yaml\n(.*?title: My authority.*?)```", README, re.S)
    rows = re.search(r"```csv\n(.*?)```", README, re.S)
    assert description is not None
    assert rows is not None
    (tmp_path / "dataset.yaml").write_text(unindented(description[1]), encoding="utf-8")
    (tmp_path / "observations.csv").write_text(unindented(rows[1]), encoding="utf-8")
    dataset = read_dataset(tmp_path, load_config(Path("config")))
    assert dataset.problems == ()
    assert dataset.tables["observations"].used == 1


def unindented(block: str) -> str:
    """A block of a numbered list without its indent."""
    return "\n".join(line.strip() for line in block.strip().splitlines()) + "\n"


def test_every_table_that_the_adoption_guide_names_exists() -> None:
    adopt = Path("docs/adopt.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)\.csv`", adopt))
    assert named
    assert named <= set(TABLES)


def test_the_dated_scale_of_the_adoption_guide_is_one_that_a_file_may_hold() -> None:
    adopt = Path("docs/adopt.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(scale:.*?)```", adopt, re.S)
    assert block is not None
    entries = yaml.safe_load(block[1])["scale"]
    assert [sorted(entry) for entry in entries] == [["from", "values"]] * 2
