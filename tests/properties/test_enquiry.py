"""What must always hold of lines of enquiry: missing is never weak, every row cited is there, nothing from later."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.evidence.dataset import Dataset
from readiness.insight.enquiry.facts import enquiries
from readiness.insight.enquiry.ground import RowAt
from tests.properties.strategies import DAY, HELD, tables
from tests.properties.test_scoring import opened

MODEST = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
FRAMEWORK = st.sampled_from(["old", "new"])


def known(dataset: Dataset, row: RowAt, day: date) -> bool:
    """Whether a row of this file and line is used, and dated by the day where its table says when it was known."""
    rows = dataset.tables[row.file.removesuffix(".csv")].rows
    mine = rows[rows["line"] == row.line]
    column = {"observations.csv": "known", "audits.csv": "date", "actions.csv": "created"}.get(row.file)
    return len(mine) == 1 and (column is None or mine[column].iloc[0].date() <= day)


@MODEST
@given(tables(), HELD, FRAMEWORK, DAY)
def test_missing_evidence_is_asked_about_as_missing_and_every_row_cited_is_there(
    made: dict, held: tuple, framework: str, day: date
) -> None:
    workspace = opened(made, held)
    low = workspace.config.scoring.confidence.low
    criteria = {each.id: each for area in workspace.score(day, framework).areas for each in area.criteria}
    found = enquiries(workspace, day, framework)
    for each in found:
        if "weak" in each.rules and each.criterion:
            assert criteria[each.criterion].score is not None
            assert round(criteria[each.criterion].coverage, 9) >= low
        assert all(known(workspace.dataset, row, day) for row in (*each.rows, *filter(None, [each.answer])))
        assert all((each.question, each.why, each.evidence, each.owner, each.gap))
    asked = [each for found_by in found if found_by.rule not in ("not-made-safe", "red-line", "not-known")
             for each in found_by.criteria if found_by.criterion]  # fmt: skip
    assert len(asked) == len(set(asked))


@settings(MODEST, max_examples=12)
@given(tables(), FRAMEWORK, DAY)
def test_what_is_dated_later_changes_no_question(made: dict, framework: str, day: date) -> None:
    earlier = {
        **made,
        "audits": [row for row in made["audits"] if row["date"] <= day],
        "feedback": [row for row in made["feedback"] if row["date"] <= day],
    }
    before = [
        (each.rule, each.criterion, each.question) for each in enquiries(opened(earlier), day, framework)
    ]
    assert before == [
        (each.rule, each.criterion, each.question) for each in enquiries(opened(made), day, framework)
    ]
