"""Which nationally published figures feed which indicator, and on which day each release came out.

One `Series` an indicator. Years are named as the Department for Education names them: `2025` is the year
ending 31 March 2025, for the workforce 30 September 2025, for school outcomes the school year 2024/25.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Better = Literal["high", "low"]


@dataclass(frozen=True)
class Release:
    """A yearly publication: when its year ends, and when it came out.

    `out` gives (years later, month) of the usual publication, `out_in` the years that differ, `exact` the
    days that are known. Where only the month is known, its last day is taken, so that no score knows a figure
    too early.
    """

    name: str
    year_ends: tuple[int, int]
    out: tuple[int, int]
    out_in: tuple[tuple[int, tuple[int, int]], ...] = ()
    exact: tuple[tuple[int, date], ...] = ()

    def period_end(self, year: int) -> date:
        """Last day of the year that the figure is about."""
        return date(year, *self.year_ends)

    def published(self, year: int) -> date:
        """Day from which the figure could be known."""
        if (day := dict(self.exact).get(year)) is not None:
            return day
        years_later, month = dict(self.out_in).get(year, self.out)
        return _month_end(year + years_later, month)

    def day_is_known(self, year: int) -> bool:
        """False where the day of publication is the last of its usual month."""
        return year in dict(self.exact)


@dataclass(frozen=True)
class Counts:
    """Where numerator and denominator stand: a table of `released_tables`, and the columns to add up."""

    file: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """One indicator's published figures.

    `lait` is the measure of the Local Authority Interactive Tool that holds the value (None: it stands in the
    release only), `counts` where its numerators stand, `printed` the column of the first of these with the
    value as published there. `better` is None for context, which gets no scale. The value is `per` times
    numerator over denominator.
    """

    indicator: str
    release: Release
    lait: str | None = None
    counts: tuple[Counts, ...] = ()
    printed: str | None = None
    better: Better | None = None
    per: int = 100


CIN = Release(
    "children in need", (3, 31), (0, 10), ((2016, (0, 11)), (2017, (0, 11))), ((2025, date(2025, 10, 30)),)
)
CLA = Release(
    "children looked after",
    (3, 31),
    (0, 11),
    (*((year, (0, 9)) for year in range(2010, 2018)), (2019, (0, 12)), (2020, (0, 12))),
    ((2025, date(2025, 11, 26)),),
)
SOCIAL_WORKERS = Release("social worker stability", (3, 31), (1, 12), exact=((2024, date(2026, 1, 21)),))
WORKFORCE = Release("children's social work workforce", (9, 30), (1, 2), exact=((2025, date(2026, 3, 19)),))
OUTCOMES = Release("outcomes", (7, 31), (1, 4), exact=((2025, date(2026, 4, 2)),))

WITHIN_45_DAYS = ("Same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days")
WITHIN_15_DAYS = ("Duration_0-10_days", "Duration_11-15_days")


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _lait_share(numerator: str, denominator: str) -> Counts:
    return Counts("lait", (numerator,), (denominator,))


def _care_leavers(measure: str, topic: str, ages: str) -> Counts:
    return Counts("care leavers", (f"{measure}, {ages}",), (f"{topic} total, {ages}",))


def _rate(file: str, column: str) -> Counts:
    return Counts(file, (column,), ("population",))


YOUNGER, OLDER = "17 to 18 years", "19 to 21 years"

SERIES: tuple[Series, ...] = (
    # Help and protection
    Series("referral-rate", CIN, "CPP_Total_Rateper10,000", (_rate("C1", "referral_count"),), per=10_000),
    Series(
        "re-referrals-12m",
        CIN,
        "ReReferral",
        (Counts("C1", ("rereferral_count",), ("referral_count",)),),
        "rereferral_percent",
        "low",
    ),
    Series(
        "assessed-not-in-need",
        CIN,
        "Referrals_AssessedNotNeed",
        (Counts("C1", ("not_in_need_count",), ("referral_count",)),),
        "not_in_need_percent",
    ),
    Series(
        "assessments-45-days",
        CIN,
        "Continue_Assess_Comp",
        (Counts("C2", WITHIN_45_DAYS, ("Assessments_completed",)),),
        better="high",
    ),
    Series("section-47-rate", CIN, "Section_47", (_rate("C4", "Section47"),), "Section47_rate", per=10_000),
    Series(
        "conferences-15-days",
        CIN,
        "CP_conf_15days",
        (Counts("C4", WITHIN_15_DAYS, ("ICPC",)),),
        better="high",
    ),
    Series("conference-rate", CIN, "ISCP_Conf", (_rate("C4", "ICPC"),), "ICPC_rate", per=10_000),
    Series("section-47-conversion", CIN, None, (Counts("C4", ("ICPC",), ("Section47",)),)),
    Series(
        "child-protection-plan-rate",
        CIN,
        "CPP_rate",
        (_rate("lait", "CPP_Num"), _rate("earlier", "children-on-plans-count")),
        per=10_000,
    ),
    Series("second-plans", CIN, "PrevRegCPR", (_lait_share("ReRegCPR", "CPP_Abuse"),), better="low"),
    Series("long-plans-ended", CIN, "CPPlans2yrs", better="low"),
    Series("long-plans-open", CIN, "CPPlans2yrsActive", better="low"),
    Series(
        "child-protection-reviews-on-time",
        CIN,
        "RevCP",
        (_lait_share("CPP_Reviewed_InReqTimeScl", "CPP_31March_3MnthorMore"),),
        better="high",
    ),
    Series("children-in-need-rate", CIN, "CIN", (_rate("earlier", "children-in-need-count"),), per=10_000),
    Series("children-in-need-count", CIN),
    Series("children-on-plans-count", CIN, "CPP_Num"),
    Series("persistent-absence-children-in-need", OUTCOMES, "CINPermAbsent_3Term", better="low"),
    Series("persistent-absence-protection-plan", OUTCOMES, "CPPPerAbs_3Term", better="low"),
    # Children in care
    Series("children-in-care-rate", CLA, "LAC", (_rate("lait", "LACnum"),), per=10_000),
    Series("children-in-care-count", CLA, "LACnum"),
    Series("starting-care-rate", CLA, "LAC_Start_Rate", (_rate("lait", "LACnum_Start"),), per=10_000),
    Series(
        "unaccompanied-children",
        CLA,
        "Unacc_Asylmn_Seek_Childn%",
        (_lait_share("Unacc_Asylmn_Seek_Childn", "LACnum"),),
    ),
    Series(
        "three-or-more-placements",
        CLA,
        "LACStable_2016on",
        (_lait_share("LACStableNum_2016on", "LACnum"),),
        better="low",
    ),
    Series("long-term-stability", CLA, "LAC_LongStable%", better="high"),
    Series("far-from-home", CLA, "LACDistance", better="low"),
    Series("health-assessments", CLA, "LACHealth%", better="high"),
    Series("dental-checks", CLA, "LACDental%", better="high"),
    Series("immunisations", CLA, "LACVaccinations%", better="high"),
    Series("emotional-health-sdq", CLA, "Emotional_LAC", better="low"),
    Series("missing-from-care", CLA, "Children_missing"),
    Series(
        "three-or-more-social-workers",
        SOCIAL_WORKERS,
        "Stability_SocialWorker",
        (Counts("social workers", ("3 or more social workers during the year",), ("Total children",)),),
        better="low",
    ),
    Series("persistent-absence-children-in-care", OUTCOMES, "LAC_Pers_Abs", better="low"),
    Series("attainment-8-children-in-care", OUTCOMES, "LAC_KS4_AVG_Attain8", better="high"),
    Series("leaving-care-adopted", CLA, "%_of LAC Adopted", (_lait_share("No_of LAC Adopted", "LACceased"),)),
    Series(
        "leaving-care-special-guardianship",
        CLA,
        "LAC_ceased_SGO%",
        (_lait_share("LAC_ceased_SGO", "LACceased"),),
    ),
    # Care leavers
    Series(
        "care-leavers-eet-17-18",
        CLA,
        None,
        (_care_leavers("EET", "activity", YOUNGER),),
        f"EET, {YOUNGER}, percent",
        "high",
    ),
    Series(
        "care-leavers-eet-19-21",
        CLA,
        "CareLeaverEET",
        (_care_leavers("EET", "activity", OLDER), _lait_share("CareLeaverEETNum", "NoCareLeavers")),
        f"EET, {OLDER}, percent",
        "high",
    ),
    Series(
        "care-leavers-neet-19-21",
        CLA,
        "CareLeaversNEET",
        (_care_leavers("NEET", "activity", OLDER),),
        f"NEET, {OLDER}, percent",
        "low",
    ),
    Series(
        "care-leavers-suitable-homes-17-18",
        CLA,
        None,
        (_care_leavers("suitable", "accommodation", YOUNGER),),
        f"suitable, {YOUNGER}, percent",
        "high",
    ),
    Series(
        "care-leavers-suitable-homes-19-21",
        CLA,
        "CareLeaverAcc",
        (_care_leavers("suitable", "accommodation", OLDER),),
        f"suitable, {OLDER}, percent",
        "high",
    ),
    Series(
        "care-leavers-unsuitable-homes",
        CLA,
        None,
        (_care_leavers("unsuitable", "accommodation", OLDER),),
        f"unsuitable, {OLDER}, percent",
        "low",
    ),
    Series("care-leavers-not-in-touch", CLA, "CareLeavers_LA_NotInTouch", better="low"),
    Series(
        "care-leavers-activity-not-known",
        CLA,
        None,
        (_care_leavers("activity not known", "activity", OLDER),),
        f"activity not known, {OLDER}, percent",
        "low",
    ),
    Series("staying-put", CLA, "StayingPut", better="high"),
    Series(
        "care-leavers-higher-education",
        CLA,
        "LAC_19_HE",
        (_lait_share("LAC_19_HE_Num", "NoCareLeavers"),),
        better="high",
    ),
    # Impact of leaders
    Series(
        "vacancy-rate",
        WORKFORCE,
        "Work_Force_Vac_Rate",
        (Counts("workforce", ("vacancy_fte",), ("inpost_fte", "vacancy_fte")),),
        "vacancy_rate_fte",
        "low",
    ),
    Series(
        "turnover-rate",
        WORKFORCE,
        "Work_Force_TO_Rate",
        (Counts("workforce", ("leavers_fte",), ("inpost_fte",)),),
        "turnover_rate_fte",
        "low",
    ),
    Series(
        "agency-rate",
        WORKFORCE,
        "Work_Force_Agecy_Rate",
        (Counts("workforce", ("agency_fte",), ("inpost_fte", "agency_fte")),),
        "agency_rate_fte",
        "low",
    ),
    Series(
        "average-caseload",
        WORKFORCE,
        "Work_Force_AvgNumCase_SW",
        (Counts("workforce", ("cases",), ("case_holders_fte",)),),
        "caseload_fte",
        "low",
        per=1,
    ),
    Series("sickness-rate", WORKFORCE, "Work_Force_SWAbsence", better="low"),
    Series("case-holders-share", WORKFORCE, "Social_Work_Caseholders_%"),
)
