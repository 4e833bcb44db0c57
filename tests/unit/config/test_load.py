"""The whole folder: every mistake at once, the shipped files, the framework of a day."""

import pickle
from datetime import date
from pathlib import Path

import pytest

from readiness.config.load import load_config
from readiness.config.models import framework_in_force
from readiness.problems import Code, UserError
from tests.unit.config.folders import FRAMEWORK, INDICATORS, load, problems, write

SHIPPED = Path(__file__).parents[3] / "config"


def test_every_mistake_of_every_file_is_answered_at_once(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        framework=FRAMEWORK.replace("title: Front door", "titel: Front door").replace("2025-01-01", "soon"),
        indicators=INDICATORS.replace("percent", "percnt").replace("[35, 26,", "[35, 36,"),
        scoring="bands: {good: 10}\ncaps: {weak_practice: {audits: 0}}",
        settings="dataset: 3",
    )
    assert [(one.file, one.line) for one in found] == [
        ("frameworks/local-2025.yaml", 4),
        ("frameworks/local-2025.yaml", 11),
        ("indicators.yaml", 5),
        ("indicators.yaml", 7),
        ("scoring.yaml", 1),
        ("scoring.yaml", 2),
        ("settings.yaml", 1),
    ]


def test_a_problem_reads_as_a_sentence_with_place_and_finding(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, indicators=INDICATORS.replace("percent", "percnt"))
    assert str(found) == (
        "indicators.yaml, line 5, indicators.re-referrals.unit: unknown value; did you mean `percent`? "
        "Possible here: percent, rate per 10,000, rate per 1,000, count, days, ratio, score (found 'percnt')"
    )


def test_values_that_are_refused_are_not_complained_of_twice(tmp_path: Path) -> None:
    found = problems(tmp_path, indicators=INDICATORS.replace("percent", "*unit"))
    assert [one.code for one in found] == [Code.YAML_UNSAFE]


def test_beyond_a_thousand_mistakes_the_rest_is_counted(tmp_path: Path) -> None:
    found = problems(tmp_path, scoring="".join(f"key{number}: 1\n" for number in range(1500)))
    assert len(found) == 1001
    assert found[-1].message == "500 more mistakes in this file will be named once these are put right"


def test_a_folder_that_is_not_there_says_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        load_config(tmp_path / "nowhere", environment={})
    assert [(one.file, one.code) for one in caught.value.problems] == [
        ("frameworks", Code.FILE_MISSING),
        ("indicators.yaml", Code.FILE_MISSING),
    ]


def test_hidden_files_and_other_endings_are_passed_over(tmp_path: Path) -> None:
    frameworks = write(tmp_path) / "frameworks"
    (frameworks / ".local.yaml").write_text("a: [")
    (frameworks / "notes.txt").write_text("a: [")
    assert list(load(tmp_path).frameworks) == ["local-2025"]


def test_the_shipped_files_load_in_the_order_of_their_ids() -> None:
    config = load_config(SHIPPED, environment={})
    assert list(config.frameworks) == ["ilacs-2018", "ilacs-2023", "ilacs-2026", "sif-2013"]


def test_a_configuration_survives_pickling(tmp_path: Path) -> None:
    config = load(tmp_path)
    assert pickle.loads(pickle.dumps(config)) == config


def test_the_known_ids_are_those_of_every_framework(tmp_path: Path) -> None:
    other = FRAMEWORK.replace("local-2025", "other").replace("id: help", "id: care")
    (write(tmp_path) / "frameworks/other.yaml").write_text(other)
    assert load(tmp_path).criterion_ids == {"help", "care", "front-door"}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2009, 1, 1), "first"),
        (date(2010, 1, 1), "first"),
        (date(2012, 12, 31), "first"),
        (date(2014, 6, 1), "first"),
        (date(2015, 1, 1), "second"),
        (date(2016, 1, 1), "third"),
        (date(2017, 1, 1), "second"),
    ],
)
def test_the_framework_in_force_is_the_one_that_began_last(on: date, expected: str, tmp_path: Path) -> None:
    spans = {
        "first": "2010-01-01, to: 2012-12-31",
        "second": "2015-01-01",
        "third": "2016-01-01, to: 2016-12-31",
    }
    write(tmp_path)
    for name, span in spans.items():
        text = FRAMEWORK.replace("local-2025", name).replace("2025-01-01", span)
        (tmp_path / f"frameworks/{name}.yaml").write_text(text)
    (tmp_path / "frameworks/local-2025.yaml").unlink()
    config = load_config(tmp_path, environment={})
    assert framework_in_force(config, on).id == config.framework_in_force(on).id == expected
