"""The Voice page's parts on complaints and compliments: sentences, teams, stages, periods and the rows behind."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import streamlit as st

from readiness.charts.figure import Chart
from readiness.charts.voice_complaints import complaints_chart
from readiness.evidence.tables import TABLES
from readiness.insight.voice.complaint_words import (
    NO_RATES,
    alone_sentence,
    disagreements,
    escalation_sentence,
    praise_sentence,
    received_sentence,
    scope_sentence,
    stale_sentence,
)
from readiness.insight.voice.complaints import Complaints, complaints_on
from readiness.insight.voice.counts import FILE, STAGES, Span, Tally, line_words
from readiness.story.charts import source_of
from readiness.wording import listed
from readiness.workspace import Workspace
from ui.figures import show
from ui.parts import plain, show_empty, show_table
from ui.state import View, choose, choose_tab

COUNTS = "complaints"
PERIOD = "period"


def show_complaints(view: View, found: Complaints | None) -> None:
    """How many came and how many went further, by team and stage; and where the figures don't add up."""
    st.header("Complaints and compliments", anchor=False)
    if found is None:
        columns = listed(TABLES["complaints"].required)
        show_empty(
            "No complaint or compliment is counted by this day.",
            FILE,
            f"a row a team, stage and period, with {columns}",
        )
        return
    show_sentences(found)
    if not found.teams:
        show_empty("All teams are counted together.", FILE, "rows that name a team")
    show_counts(view, found)
    show_disagreements(found)


def show_counts(view: View, found: Complaints) -> None:
    """The counts by team, by the stage they reached, or by period: one at a time."""
    held = {
        "by-team": ("By team", bool(found.teams)),
        "by-stage": ("By team and stage", bool(found.now.stages)),
        "by-period": (f"Every period on file ({len(found.periods)})", len(found.periods) > 1),
    }
    shown = {name: label for name, (label, there) in held.items() if there}
    if not shown:
        return
    chosen, tab = choose_tab(shown, COUNTS)
    with tab:
        if chosen == "by-team":
            show(view.workspace.once(team_chart, view.as_at))
        elif chosen == "by-stage":
            show_stages(found.now)
        else:
            rows = [_period_row(each) for each in found.periods]
            show_table(pd.DataFrame(rows), alt="Complaints by period")


def show_sentences(found: Complaints) -> None:
    """What the counts say, a sentence each."""
    said = [
        f"{received_sentence(found)} {scope_sentence(found)}",
        praise_sentence(found),
        escalation_sentence(found),
        f"{NO_RATES} {alone_sentence(found)}",
        stale_sentence(found, found.as_at),
    ]
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in said if sentence))


def show_disagreements(found: Complaints) -> None:
    """Totals that don't add up, and rows whose source says something else; both figures, and where they stand."""
    said = [plain(sentence) for sentence in disagreements(found)]
    said += [f"{FILE}, line {each.line}: {plain(each.says)}." for each in found.conflicts]
    if said:
        with st.expander(f"Where figures and their sources part ({len(said)})"):
            st.markdown("\n".join(f"- {sentence}" for sentence in said))
            st.caption("Lines without a file are lines of the source that the row names.")


def team_chart(workspace: Workspace, as_at: date) -> Chart:
    """Complaints and compliments by team."""
    found = workspace.once(complaints_on, as_at)
    assert found is not None
    return complaints_chart(found, source_of(workspace))


def show_stages(span: Span) -> None:
    """Teams by the stage their complaints reached; blank where there is no row."""
    st.markdown(f"**By team and stage, {plain(span.name)}.** Blank means no row: not known, not nought.")
    teams = [team for team in span.parts if team.received is not None]
    rows = [_stage_row(team.team, team.stages, team.received, span) for team in teams]
    if len(rows) > 1:
        rows.append(_stage_row("All together", span.stages, span.received, span))
    show_table(pd.DataFrame(rows), alt=f"Complaints by team and stage, {span.name}")


def _stage_row(name: str, stages: Mapping[str, int], received: int | None, span: Span) -> dict[str, str]:
    held = {stage.capitalize(): _number(stages.get(stage)) for stage in STAGES if stage in span.stages}
    return {"Team": name} | held | {"Complaints in all": _number(received)}


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _period_row(span: Span) -> dict[str, str]:
    held = {stage.capitalize(): _number(span.stages.get(stage)) for stage in STAGES}
    return (
        {"Period": span.name}
        | held
        | {
            "Complaints in all": _number(span.received),
            "Compliments": _number(span.compliments),
        }
    )


def show_rows_of(found: Complaints | None) -> None:
    """The rows of one period at a time, team by team, with their lines and sources."""
    if found is None:
        return
    with st.expander(f"The rows of {FILE} behind this"):
        spans = {f"{span.ends[-1].isoformat()} {span.name}": span for span in found.periods}
        chosen = choose(
            "Period", list(spans), PERIOD, next(iter(spans)), lambda key: spans[key].name, width=320
        )
        show_table(
            pd.DataFrame([_tally_row(team) for team in spans[chosen].tallies]),
            alt="Rows of one period by team",
        )


def _tally_row(tally: Tally) -> dict[str, str]:
    counts = [f"{row.stage} {row.count:,}" for row in tally.rows]
    return {
        "Team": tally.team,
        "Counts": ", ".join(counts),
        "File and lines": f"{FILE}, {_lines(tally)}",
        "Source": "; ".join(dict.fromkeys(row.source for row in tally.rows)),
    }


def _lines(tally: Tally) -> str:
    return f"{'line' if len(tally.rows) == 1 else 'lines'} {line_words(tally.rows)}"
