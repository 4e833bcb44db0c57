"""Everything that a message says, and datasets of a few rows to tell stories of."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from readiness.story.message import Message
from readiness.workspace import Workspace, open_workspace

FRAMEWORK = """
id: now
title: Framework of these tests
inspectorate: Nobody
in_force: {from: 2020-01-01}
source: tests
areas:
  - {id: help, title: Help, criteria: [{id: front-door, title: Front door, good: It opens}]}
red_lines:
  - {id: alone, title: Children alone, area: help, indicator: alone, above: 0, caps_at: inadequate}
"""
INDICATORS = """
indicators:
  - {id: alone, title: Children alone, definition: How many, unit: count, frequency: monthly, source: tests}
  - id: seen
    title: Seen in time
    definition: Seen of all
    unit: percent
    frequency: monthly
    source: tests
    scale: [20, 40, 60, 80, 95]
    scale_basis: tests
    criteria: [front-door]
"""
SAFETY = "groups: [{title: Alone, indicators: [alone]}, {title: Seen, indicators: [seen]}]\n"
HEADS = {
    "observations": "indicator,period_end,value,numerator,denominator,published,source",
    "audits": "audit,date,criterion,grade,escalated,made_safe",
    "serious_events": "date,kind,count",
    "feedback": "feedback,date,criterion,from,kind,sentiment,positive,responses,theme",
    "actions": "action,title,criterion,source,created,due,owner",
    "confirmations": "date,area,indicative,confirmed,by,reason",
}


def made(folder: Path, rows: Mapping[str, list[str]] | None = None) -> Workspace:
    """A live dataset with these lines in its files, and a framework of one area with one safety line."""
    (folder / "config" / "frameworks").mkdir(parents=True)
    (folder / "config" / "frameworks" / "now.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (folder / "config" / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    (folder / "config" / "safety.yaml").write_text(SAFETY, encoding="utf-8")
    dataset = folder / "data" / "mine"
    dataset.mkdir(parents=True)
    about = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n"
    (dataset / "dataset.yaml").write_text(about, encoding="utf-8")
    for table, lines in (rows or {}).items():
        text = "\n".join([HEADS[table], *lines])
        (dataset / f"{table}.csv").write_text(f"{text}\n", encoding="utf-8")
    workspace = open_workspace(folder / "config", dataset)
    assert not workspace.dataset.set_aside, workspace.dataset.problems
    return workspace


def texts(message: Message) -> Iterator[str]:
    """Every word of a message that may leave the screen, its charts' and tables' included."""
    yield message.title
    yield from message.points
    for question in message.questions:
        yield from (question.asked, question.answer)
    for listing in message.listings:
        yield listing.title
        yield from (str(cell) for row in listing.frame.itertuples(index=False) for cell in row)
    if message.chart:
        chart = message.chart
        yield from (chart.title, chart.subtitle, chart.reading, chart.how_to_read, chart.alt)
        yield from (str(cell) for row in chart.file_table.itertuples(index=False) for cell in row)
