"""What changed between two days, when another framework came into force between them."""

from datetime import date

from readiness.insight.since.facts import since
from tests.pages.shipped import shipped


def told(framework: str, first: date, last: date) -> list[str]:
    found = since(shipped("reading"), framework, first, last)
    return [each.sentence for each in found.said if each.kind == "judgement"]


def test_another_framework_in_force_is_told_and_by_whose_areas_both_days_are() -> None:
    days = date(2026, 3, 30), date(2026, 4, 1)
    changed = (
        "The framework changed on 1 April 2026, from “Inspecting local authority children's services (2023)” to "
        "“Inspecting local authority children's services”; both days are told by the areas of "
    )
    assert told("ilacs-2026", *days) == [f"{changed}the new one."]
    assert told("ilacs-2023", *days) == [f"{changed}“Inspecting local authority children's services (2023)”."]
    assert told("ilacs-2026", days[1], date(2026, 4, 2)) == []
