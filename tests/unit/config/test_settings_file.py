"""Settings: defaults, the file, and the environment laid over it."""

from pathlib import Path

import pytest

from readiness.config.environment import ENVIRONMENT
from readiness.config.load import load_config
from readiness.config.models import Config, Settings
from readiness.problems import UserError
from tests.unit.config.folders import load, problem, write

SHIPPED = Path(__file__).parents[3] / "config/settings.yaml"


def with_environment(folder: Path, settings: str = "", **variables: str) -> Config:
    return load_config(write(folder, settings=settings), environment=variables)


def test_without_a_file_no_dataset_is_named_and_the_marking_is_set(tmp_path: Path) -> None:
    settings = load(tmp_path).settings
    assert (settings.dataset, settings.datasets, settings.data_dir, settings.roles) == (None, (), "data", {})
    assert settings.branding.marking == "Official - sensitive"


def test_the_shipped_file_says_the_defaults_but_for_the_datasets(tmp_path: Path) -> None:
    shipped = load(tmp_path, settings=SHIPPED.read_text(encoding="utf-8")).settings
    assert (shipped.dataset, shipped.datasets) == ("wokingham", ("wokingham", "reading", "northmere"))
    assert shipped.branding == Settings().branding
    assert not any(shipped.roles.values())
    assert shipped.writing == Settings().writing


def test_the_shipped_file_names_every_environment_variable() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert [name for name in ENVIRONMENT if name not in text] == []


def test_every_setting_can_come_from_the_environment(tmp_path: Path) -> None:
    strict = {"READINESS_ACCENT": "#102030", "READINESS_WRITING": "nobody"}
    given = {name: strict.get(name, "some") for name in ENVIRONMENT}
    dumped = with_environment(tmp_path, **given).settings.model_dump()
    inner = dumped.pop("branding") | dumped.pop("pack") | dumped.pop("roles")
    assert set((dumped | inner).values()) == {"some", ("some",), "#102030", "nobody"}
    assert len(dumped | inner) == len(ENVIRONMENT)


def test_the_environment_stands_over_the_file_and_blank_counts_as_not_set(tmp_path: Path) -> None:
    config = with_environment(
        tmp_path, "dataset: here\nbranding: {title: Ours}", READINESS_DATASET="there", READINESS_TITLE=" "
    )
    assert (config.settings.dataset, config.settings.branding.title) == ("there", "Ours")


def test_a_list_in_the_environment_is_parted_by_commas(tmp_path: Path) -> None:
    config = with_environment(tmp_path, READINESS_DATASETS="wokingham, reading,")
    assert config.settings.datasets == ("wokingham", "reading")


def test_a_wrong_variable_is_named_and_not_the_file(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        with_environment(tmp_path, "branding: {accent: '#102030'}", READINESS_ACCENT="blue")
    (found,) = caught.value.problems
    assert (found.file, found.line, found.column, found.value) == (
        "environment",
        None,
        "READINESS_ACCENT",
        "blue",
    )


def test_the_data_folder_is_taken_from_beside_the_configuration(tmp_path: Path) -> None:
    assert load(tmp_path).data_folder == tmp_path.parent / "data"
    assert load(tmp_path, settings="data_dir: /somewhere").data_folder == Path("/somewhere")


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("dataset: ../secret", "dataset", "without slashes"),
        ("datasets: wokingham", "datasets", "should be a list"),
        ("datasets: [a, 3]", "datasets.2", "in quotes"),
        ("branding: {accent: blue}", "branding.accent", "a colour such as"),
        ("branding: {accent: #1F5C7A}", None, "not valid YAML"),
        ("branding: {tittle: x}", "branding.tittle", "did you mean `title`?"),
        ("roles: {edit: [x]}", "roles.edit", "did you mean `editor`?"),
        ("roles: {editor: x}", "roles.editor", "should be a list"),
        ("dataset: x\ndatasetx: [y]", "datasetx", "did you mean `datasets`?"),
        ("dateset: x", "dateset", "did you mean `dataset`?"),
    ],
)
def test_each_wrong_setting_is_named(text: str, key: str | None, said: str, tmp_path: Path) -> None:
    found = problem(tmp_path, settings=text)
    assert (found.file, found.column) == ("settings.yaml", key)
    assert said in found.message
