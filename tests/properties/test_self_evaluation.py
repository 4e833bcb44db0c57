"""What holds of every self-evaluation, whatever we say of ourselves and whatever the evidence is."""

import re
import tempfile
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.config.load import load_config
from readiness.evidence.dataset import read_dataset
from readiness.insight.self_evaluation.area import area_heading, position_words
from readiness.insight.self_evaluation.facts import SelfView, self_view
from readiness.insight.self_evaluation.lists import find
from readiness.insight.self_evaluation.triangulation import triangulation
from readiness.workspace import Workspace
from tests.properties.strategies import DAY, GRADES, REFERENCES, tables, unique, write_dataset

CONFIG = load_config(Path(__file__).parents[1] / "datasets" / "two-frameworks" / "config")
FRAMEWORK = st.sampled_from(["old", "new"])
MODEST = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
ROW = st.fixed_dictionaries(
    {
        "date": DAY,
        "criterion": REFERENCES,
        "grade": GRADES,
        "how_we_know": st.sampled_from(["Audits", "Figures", "Families say so"]),
        "plan": st.sampled_from(["", "Look again"]),
    }
)
CLAIMS = st.lists(ROW, max_size=12).map(
    lambda rows: unique(rows, "date", "criterion", "grade", "how_we_know")
)


def opened(made: dict) -> Workspace:
    with tempfile.TemporaryDirectory() as folder:
        return Workspace(CONFIG, read_dataset(write_dataset(Path(folder) / "made", made), CONFIG))


@MODEST
@given(tables(), CLAIMS, FRAMEWORK, DAY)
def test_lists_and_counts_agree_with_each_other(made: dict, claims: list, framework: str, day: date) -> None:
    found = self_view(opened(made | {"self_evaluation": claims}), day, framework)
    places = [place for area in found.areas for place in area.places]
    assert found.agreed.same >= 0
    assert found.claimed or not found.agreed.compared
    assert all(claim.day <= day for place in places for claim in place.claims)
    shown = sum(len(place.claims) for place in places) + len(found.elsewhere)
    assert shown == sum(row["date"] <= day for row in claims)
    if found.lists:
        higher, lower = (
            {each.place.id for each in find(found.lists, name).entries} for name in ("higher", "lower")
        )
        weak = {place.id for place in places if place.weakness}
        live, bare = (
            {each.place.id for each in find(found.lists, name).entries} for name in ("planned", "unplanned")
        )
        assert not higher & lower
        assert live | bare == weak
        assert not live & bare


@MODEST
@given(tables(), CLAIMS, FRAMEWORK, DAY)
def test_no_sentence_gives_a_number_where_there_is_too_little_evidence(
    made: dict, claims: list, framework: str, day: date
) -> None:
    workspace = opened(made | {"self_evaluation": claims})
    found = self_view(workspace, day, framework)
    for area in found.areas:
        for place in area.places:
            if place.now.grade is None:
                assert place.now.score is None
                assert " at " not in position_words(place.now)
                assert not re.search(r"indicates \w+ at \d", area_heading(place, place.title))
        for row, place in zip(
            triangulation(workspace, day, framework, area.whole.id).rows, area.themes, strict=True
        ):
            assert place.now.grade is not None or all(cell.score is None for cell in row.cells)


@MODEST
@given(tables(), CLAIMS, FRAMEWORK, DAY)
def test_sentences_are_whole(made: dict, claims: list, framework: str, day: date) -> None:
    found = self_view(opened(made | {"self_evaluation": claims}), day, framework)
    for said in sentences(found):
        assert said.endswith(".")
        assert "  " not in said and ".." not in said and " ." not in said
        assert said[:1].upper() == said[:1]


@MODEST
@given(tables(), FRAMEWORK, DAY)
def test_who_grades_everything_outstanding_is_never_lower_and_has_no_weakness(
    made: dict, framework: str, day: date
) -> None:
    every = [
        {"date": day, "criterion": name, "grade": "outstanding", "how_we_know": "We say so", "plan": ""}
        for name in CONFIG.frameworks[framework].ids
    ]
    found = self_view(opened(made | {"self_evaluation": every}), day, framework)
    assert not found.agreed.lower
    for name in ("planned", "unplanned", "lower", "unclaimed", "stale"):
        assert not find(found.lists, name).entries


def sentences(found: SelfView) -> list[str]:
    """Everything that the page says of the whole, in sentences."""
    every = [found.headline, found.agreed.sentence, found.areas_sentence, found.record.sentence]
    every += [each.sentence for each in found.lists]
    every += [entry.says for each in found.lists for entry in each.entries if each.id != "against"]
    return [each for each in every if each]
