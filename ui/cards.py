"""What the Overview shows of an area and of Ofsted's own judgements: facts in, tiles out."""

from collections.abc import Mapping, Sequence

import streamlit as st

from readiness.charts.bands import Bands
from readiness.charts.palette import grade_mark
from readiness.charts.position import position_chart
from readiness.charts.spark import spark, spark_alt
from readiness.dates import uk_date
from readiness.insight.area_teams import AreaTeams
from readiness.insight.cards import AreaCard
from readiness.insight.headline import spread_words
from readiness.insight.inspections.judgements import OfstedJudgement, one_report, whose_judgements
from readiness.insight.what_if.projection import AreaPace
from readiness.insight.what_if.projection_words import verdict_words
from readiness.scoring.results import Cap, Overall, Scores
from readiness.wording import whole_score
from ui.figures import show, show_small
from ui.parts import grade_badge, plain
from ui.state import AREA, current_view, page_file

WIDEST_ROW = 4
"""Cards that stand beside each other on a wide screen."""


def show_positions(cards: Sequence[AreaCard], scores: Scores, bands: Bands) -> None:
    """Where every area stands in the bands; only words where none has enough evidence for a number."""
    if any(card.area.enough for card in cards):
        show(position_chart(cards, scores, bands, current_view().framework.inspectorate))
        return
    st.header(plain(spread_words(scores)), anchor=False)
    st.markdown("The cards below say what is held of each area, and what would change that.")


def show_ofsted(cards: Sequence[AreaCard]) -> None:
    """The last judgement of each area, dated and with its report, apart from everything of ours."""
    st.header(plain(_whose("judgements")), anchor=False)
    report = one_report([card.last for card in cards])
    if report is None:
        st.caption("As the inspection reports gave them. They are not worked out here.")
        for card in cards:
            st.markdown(f"{plain(card.area.short)}  \n{ofsted_words(card.last)}")
        return
    st.caption(f"As one report gave them: {report_words(report)}. They are not worked out here.")
    grades = [f"- {plain(card.area.short)}: {given_grade(card.last)}" for card in cards if card.last]
    st.markdown("\n".join(grades))


def _whose(noun: str) -> str:
    view = current_view()
    return whose_judgements(view.workspace.dataset.description.kind, view.framework.inspectorate, noun)


def ofsted_words(last: OfstedJudgement | None) -> str:
    """A judgement with its mark, date and report, as Markdown."""
    if last is None:
        return "**No judgement in these terms yet.** Earlier ones are listed under Trends."
    return f"{given_grade(last)}, {report_words(last)}"


def given_grade(last: OfstedJudgement) -> str:
    """The grade that a report gave, with its mark, as Markdown."""
    return f"**{grade_mark(last.grade)} {plain(last.grade.capitalize())}**"


def report_words(last: OfstedJudgement) -> str:
    """The report that gave a judgement, by its date and inspection, as Markdown."""
    return f"{uk_date(last.published)}, {plain(last.inspection)}"


def show_overall(overall: Overall | None) -> None:
    """An overall grade, only where the framework has one, with the rule that decided it."""
    if overall is None:
        return
    grade = f"indicative {overall.grade}" if overall.grade else "not enough evidence for a grade"
    st.markdown(
        f"**{plain(overall.title)}: {grade_mark(overall.grade)} {grade}.** Rule: {plain(overall.rule)}."
    )


def show_cards(
    cards: Sequence[AreaCard], every_pace: Sequence[AreaPace], teams: Mapping[str, AreaTeams], bands: Bands
) -> None:
    """A card per judgement area, in the official order."""
    columns = len(cards) if len(cards) <= WIDEST_ROW else WIDEST_ROW - 1  # five stand better as three and two
    with st.grid(columns or 1, min_column_width=290, border=True, key="cards") as grid:
        for card, pace in zip(cards, every_pace, strict=True):
            with grid.cell():
                show_card(card, pace, teams[card.area.id], bands)


def show_card(card: AreaCard, pace: AreaPace, teams: AreaTeams, bands: Bands) -> None:
    """One area. Under enough evidence there is no number and no line: Ofsted's last judgement leads."""
    st.markdown(f"**{plain(card.area.short)}**")
    if card.area.enough:
        show_standing(card, pace)
        show_small(spark(card.trend, bands), spark_alt(card.area.short, card.trend), f"spark-{card.area.id}")
    else:
        show_too_little(card)
    show_caps(card.area.caps)
    show_teams_briefly(teams)
    st.page_link(page_file("areas"), label="Why: criteria and evidence", query_params={AREA: card.area.id})


def show_teams_briefly(teams: AreaTeams) -> None:
    """The team at the low end, and whether that is more than chance; where it is not, it is said quietly."""
    if teams.lowest and teams.differ:
        st.markdown(f"**{plain(teams.summary)}** {plain(teams.lowest)}")
    elif teams.lowest:
        st.caption(f"{plain(teams.summary)} {plain(teams.lowest)}")


def show_standing(card: AreaCard, pace: AreaPace | None = None) -> None:
    """The grade, the score cut to a whole number, how sure we are, how it moved, and its pace where it has one."""
    area = card.area
    grade_badge(area.grade)
    st.metric("Readiness score, 0 to 100", whole_score(area.score or 0.0))
    sure = [
        f"{plain(card.position.capitalize())}. Range {card.range_words}.",
        f"{plain(card.confidence_words)}.",
        f"**{plain(card.disagreement_words)}.**" if card.disagreement_words else "",
    ]
    st.markdown("  \n".join(filter(None, sure)))
    moved = [plain(change.sentence) for change in card.changes]
    if pace and pace.verdict != "unknown":
        moved.append(f"Pace over the year: {plain(verdict_words(pace))}")
    st.markdown("  \n".join(moved))


def show_too_little(card: AreaCard) -> None:
    """An area that can't be placed: what Ofsted last said, and what evidence would change that."""
    show_last_judgement(card)
    grade_badge(None)
    st.markdown(f"{plain(card.confidence_words)}. {plain(card.wanted)}")


def show_last_judgement(card: AreaCard) -> None:
    """The area's last judgement, and whose it is."""
    st.markdown(f"{plain(_whose('judgement'))}:  \n{ofsted_words(card.last)}")


def show_caps(caps: Sequence[Cap]) -> None:
    """Every cap that applies, with its reason, also where it does not lower the score."""
    for cap in caps:
        bites = "" if cap.bites else " (does not lower the score further)"
        st.markdown(f":orange-badge[▲ Capped at {plain(cap.caps_at)}] {plain(cap.reason)}{bites}")
