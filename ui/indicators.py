"""The Indicators page's parts: the signals, the matrix by area, and one indicator opened. Facts in, words out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import pandas as pd
import streamlit as st

from readiness.charts.indicator import span_of
from readiness.config.models import Indicator
from readiness.dates import uk_date
from readiness.insight.indicators.explained import explained_on, explained_words, wanted_words
from readiness.insight.indicators.fact import Icon, IndicatorFact, Tone
from readiness.insight.indicators.facts import (
    Indicators,
    comparison_words,
    latest_words,
    missing_words,
)
from readiness.insight.indicators.matrix import (
    MatrixArea,
    MatrixLine,
    area_words,
    grave_lines,
    is_grave,
    is_signal,
    nothing_grave_words,
)
from readiness.insight.indicators.notes import notes, scale_words, source_rows
from readiness.insight.indicators.parts import PartsFact, part_words
from readiness.insight.indicators.words import MEANINGS
from readiness.insight.timeline import marks
from readiness.story.charts import indicator_chart
from readiness.wording import in_unit, listed, upper_first
from ui.figures import show
from ui.parts import ThemeColour, plain, show_long, show_table
from ui.standing import show_national
from ui.state import INDICATOR, View
from ui.tables import show_marks

TONES: Mapping[Tone, ThemeColour] = MappingProxyType(
    {"improvement": "blue", "concern": "orange", "ordinary": "gray", "neutral": "gray"}
)


def badge(icon: Icon) -> str:
    """An icon as Markdown: its mark and its words, in the colour of what they mean."""
    return f":{TONES[icon.tone]}-badge[{icon.mark} {plain(icon.words)}]"


def icons(fact: IndicatorFact) -> str:
    """Variation and assurance side by side."""
    return f"{badge(fact.reading.variation)} {badge(fact.reading.assurance)}"


def open_indicator(indicator_id: str) -> None:
    """Name an indicator in the URL, which opens it; an empty name goes back to all."""
    st.session_state[INDICATOR] = indicator_id


def show_signals(view: View, areas: Sequence[MatrixArea]) -> None:
    """The indicators of concern or unlikely to meet their target: figure, sentence, and who explains it by when."""
    grave = grave_lines(areas)
    st.header(f"What needs attention{f' ({len(grave)})' if grave else ''}", anchor=False)
    if not grave:
        st.markdown(nothing_grave_words(areas))
    explained = view.workspace.once(explained_on, view.as_at)
    with st.container(key="signals", gap="xsmall"):
        for area, line in grave:
            asked = explained_words(explained[line.fact.indicator.id])
            words = f"{_sentence(line.fact)}  \n{plain(area.short)} · {plain(asked)}"
            _show_row(line.fact, "signal", words, _figure(line.fact))


def show_meanings() -> None:
    """What the marks say, for whoever meets them for the first time."""
    with st.expander("What the marks mean"):
        st.markdown("\n".join(f"- {badge(icon)} {plain(meaning)}" for icon, meaning in MEANINGS))


def show_matrix(areas: Sequence[MatrixArea]) -> None:
    """Every other indicator by judgement area and criterion, signals first; folded, unless nothing stands above."""
    grave = bool(grave_lines(areas))
    st.header(f"Every {'other ' if grave else ''}indicator, by judgement area", anchor=False)
    signal = (area for area in areas if any(is_signal(line.fact) for line in area.lines))
    first = None if grave else next(signal, areas[0])
    for area in areas:
        folded = st.expander(
            f"**{plain(area.short)}:** {area_words(area)}",
            expanded=area is first,
            key=f"fold-{area.id or 'elsewhere'}",
            on_change="rerun",
        )
        if folded.open:  # Rows take most of the page's time: those that nobody sees are not sent.
            with folded:
                show_area(area)


def show_area(area: MatrixArea) -> None:
    """The indicators of one area that do not stand above already; those that do by name."""
    lines = [line for line in area.lines if not is_grave(line.fact)]
    if len(lines) < len(area.lines):
        st.caption(f"Above: {plain(_above(area))}.")
    with st.container(key=f"matrix-{area.id or 'elsewhere'}", gap="xsmall"):
        for line in lines:
            show_line(line)


def _above(area: MatrixArea) -> str:
    return listed([line.fact.indicator.label for line in area.lines if is_grave(line.fact)])


def show_line(line: MatrixLine) -> None:
    """One row of the matrix; a signal says its sentence."""
    said = f"{_sentence(line.fact)}  \n" if is_signal(line.fact) else ""
    _show_row(line.fact, "row", f"{said}{_figures(line.fact)} · {plain(line.criterion)}")


def _sentence(fact: IndicatorFact) -> str:
    rest = fact.sentence.removeprefix(f"{fact.indicator.label}: ")
    return plain(upper_first(rest))


def _show_row(fact: IndicatorFact, place: str, words: str, figure: str = "") -> None:
    """The name, which opens the indicator when pressed, its icons, over its figure, and words, both as Markdown."""
    name, said, beside = st.columns([3, 4, 7], gap="xsmall", vertical_alignment="center")
    name.button(
        f"**{plain(fact.indicator.title)}**",
        key=f"{place}-open-{fact.indicator.id}",
        on_click=open_indicator,
        args=(fact.indicator.id,),
        type="tertiary",
        wrap=True,
    )
    said.markdown(f"{icons(fact)}  \n{figure}" if figure else icons(fact))
    beside.markdown(words)


def _figure(fact: IndicatorFact) -> str:
    target = "" if fact.target is None else f" · target {plain(in_unit(fact.target, fact.indicator.unit))}"
    return f"**{plain(latest_words(fact))}**{target}"


def _figures(fact: IndicatorFact) -> str:
    parts = [_figure(fact)]
    parts += [f"{plain(other.name)} {plain(comparison_words(fact, other))}" for other in fact.comparisons[:1]]
    return " · ".join(parts)


def show_parts(title: str, parts: Iterable[PartsFact]) -> None:
    """What teams, or groups, say across indicators: those that differ by more than chance; the others folded away."""
    ordered = sorted(parts, key=lambda each: each.label)
    if not ordered:
        return
    st.header(title, anchor=False)
    differ = [each for each in ordered if each.differs]
    rest = [each for each in ordered if not each.differs]
    if not differ:
        st.markdown("None by more than chance explains, where that can be tested.")
    st.markdown("\n".join(f"- :orange-badge[▲ More than chance] {_said(each)}" for each in differ))
    if rest:
        with st.expander(f"Not told apart from chance ({len(rest)})"):
            st.markdown("\n".join(f"- {_said(each)}" for each in rest))


def _said(parts: PartsFact) -> str:
    return f"**{plain(parts.label)}:** {plain(parts.sentence)}"


def show_missing(missing: Sequence[Indicator]) -> None:
    """The indicators without a figure, and what to add to which file."""
    if not missing:
        return
    folded = st.expander(
        f"Indicators without a figure ({len(missing)})", key="fold-missing", on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        st.markdown("Add rows to `observations.csv`:")
        rows = [{"Indicator": each.title, "What to add": missing_words(each)} for each in missing]
        show_long(pd.DataFrame(rows), "Indicators without a figure, and what to add")


def show_indicator(view: View, fact: IndicatorFact, found: Indicators) -> None:
    """One indicator: its icons, its chart, inside the authority, who explains it, others, and what it rests on."""
    st.markdown(icons(fact))
    show(view.workspace.once(indicator_chart, view.as_at, fact.indicator.id))
    show_inside(fact.indicator, found)
    show_notes(view, fact)
    show_standing(fact)
    show_national(view, fact)
    show_definition(fact.indicator, view.as_at)
    show_rows_behind(view, fact)


def show_standing(fact: IndicatorFact) -> None:
    """Our latest figure beside its target and those of others."""
    st.header("Beside the target and others", anchor=False)
    unit = fact.indicator.unit
    rows = [("Latest figure", in_unit(fact.latest.figure, unit), uk_date(fact.latest.period_end))]
    if fact.targets:
        last = fact.targets[-1]
        rows.append(("Target", in_unit(last.figure, unit), f"from {uk_date(last.since)}"))
    rows += [
        (other.name, in_unit(other.latest.figure, unit), uk_date(other.latest.period_end))
        for other in fact.comparisons
    ]
    show_table(pd.DataFrame(rows, columns=["Whose", "Figure", "Date"]), alt="Latest figures side by side")


def show_notes(view: View, fact: IndicatorFact) -> None:
    """Who explains the indicator's signals and by when, what is decided, and what was closed before."""
    open_rows = view.workspace.once(explained_on, view.as_at)[fact.indicator.id]
    recorded = notes(view.workspace.dataset, fact.indicator.id, view.as_at)
    wanted = wanted_words(fact, open_rows)
    said = [(each.says, f"{each.file}, line {each.line}", each.late) for each in open_rows]
    said += [(each.says, f"signals.csv, line {each.line}", False) for each in recorded if each.closed]
    if not said and not wanted:
        return
    st.header("Who explains it, and by when", anchor=False)
    late_mark = {True: ":orange-badge[▲ Late] ", False: ""}
    st.markdown("\n".join(f"- {late_mark[late]}{plain(words)} {plain(place)}" for words, place, late in said))
    if wanted:
        st.info(plain(wanted))


def show_inside(indicator: Indicator, found: Indicators) -> None:
    """The teams and groups of one indicator, where it has any."""
    for title, parts in (("By team", found.teams), ("By group", found.groups)):
        if indicator.id in parts:
            show_part_table(title, parts[indicator.id], indicator.unit)


def show_part_table(title: str, fact: PartsFact, unit: str) -> None:
    """The teams or groups of one indicator in their latest period."""
    st.header(title, anchor=False)
    st.markdown(plain(fact.sentence))
    rows = [
        {
            fact.kind.capitalize(): part.name,
            "Figure, with its 95% interval": part_words(part, unit),
            "Line of observations.csv": str(part.line),
        }
        for part in (*fact.parts, *fact.without)
    ]
    show_table(pd.DataFrame(rows), alt=f"{fact.label} {title.lower()}, {uk_date(fact.day)}")


def show_definition(indicator: Indicator, as_at: date) -> None:
    """What is counted, how it earns points, and how soon it has to be done."""
    st.header("What it measures", anchor=False)
    said = {
        "Definition": indicator.definition,
        "Time limit in law, guidance or locally": indicator.statutory or "None is named",
        "Scale": scale_words(indicator, as_at),
        "Where the scale comes from": indicator.scale_basis or "",
        "Collected by": indicator.source,
    }
    for name, words in said.items():
        if words:
            st.markdown(f"**{name}:** {plain(words)}")


def show_rows_behind(view: View, fact: IndicatorFact) -> None:
    """Every row the page rests on, with its file and line; and what the numbers on the chart stand for."""
    rows = source_rows(fact)
    with st.expander(f"The rows behind it ({len(rows)})"):
        table = [
            {
                "What it says": row.says,
                "File and line": f"{row.file}, line {row.line}",
                "Known on": uk_date(row.known) if row.known else "",
                "Source": row.source,
            }
            for row in rows
        ]
        show_long(pd.DataFrame(table), "The rows behind this indicator")
    seen = marks(view.workspace.dataset, view.workspace.config, *span_of(fact))
    with st.expander(f"What the numbers on the chart stand for ({len(seen)})"):
        show_marks(seen)
