"""The indicators of Northmere and the story that each one tells: levels, sizes, targets.

Months count from 1 (November 2023) to 36 (October 2026). Two neighbouring months with unlike levels are a step.
"""

from dataclasses import dataclass

from tools.northmere_basics import ASSESSMENT, CARE, DISABLED, SAFEGUARDING, SYSTEM_MONTH, Levels

Flat = tuple[tuple[int, float], ...]


def flat(level: float) -> Flat:
    """The same level throughout."""
    return ((1, level),)


def line(start: float, end: float) -> Flat:
    """A straight line over the 36 months."""
    return ((1, start), (36, end))


@dataclass(frozen=True)
class Flow:
    """A percentage of what fell in the month: visits, assessments, conferences. Provisional in the last month."""

    indicator: str
    size: Levels
    level: Levels
    missing: tuple[int, ...] = ()
    seasonal: bool = True


@dataclass(frozen=True)
class Snapshot:
    """A percentage of those there at the month end: the same children, so it moves in small steps.

    `step` is the usual move in a month, in percentage points; `august` what the summer holiday takes off.
    """

    indicator: str
    size: Levels
    level: Levels
    step: float
    missing: tuple[int, ...] = ()
    august: float = 0
    decimals: int = 0


@dataclass(frozen=True)
class ByTeam:
    """A monthly percentage held by teams: (team, size a month, level). The whole is their sum."""

    indicator: str
    teams: tuple[tuple[str, float, Levels], ...]


FLOWS = (
    # The outlier: one month at 71 when the case management system changed.
    Flow(
        "contacts-decided-in-one-day",
        flat(520),
        ((1, 94), (SYSTEM_MONTH - 1, 94), (SYSTEM_MONTH, 71), (SYSTEM_MONTH + 1, 94)),
    ),
    # Tiny numbers: limits so wide that they say little.
    Flow("conferences-15-days", flat(16), flat(88)),
    Flow("second-plans", flat(17), flat(21)),
    Flow("child-protection-reviews-on-time", ((1, 62), (36, 96)), flat(97.5), seasonal=False),
    Flow("return-interviews-72-hours", flat(12), flat(65), missing=(10,)),
)

SNAPSHOTS = (
    Snapshot("children-in-need-with-current-plan", ((1, 640), (24, 650), (36, 810)), line(81, 88), 0.9),
    Snapshot("three-or-more-placements", line(137, 149), ((1, 5.5), (20, 8.5), (36, 7)), 0.6),
    # Consistently fails its target of 68.
    Snapshot("long-term-stability", flat(31), flat(58), 1.5),
    # The shift: 94, then 88 from month 28.
    Snapshot("health-assessments", flat(105), ((1, 94), (27, 94), (28, 88), (36, 88)), 0.8),
    Snapshot("dental-checks", flat(105), line(77, 88), 1.2, august=9),
    Snapshot("far-from-home", line(137, 149), flat(18.5), 0.9),
    Snapshot("care-leavers-eet-19-21", line(82, 90), line(53, 57), 1.2),
    # Consistently meets its target of 88.
    Snapshot("care-leavers-suitable-homes-19-21", flat(86), flat(94), 0.7),
    Snapshot("care-leavers-unsuitable-homes", flat(86), flat(4), 0.6),
    Snapshot("care-leavers-not-in-touch", flat(86), flat(3), 0.7),
    Snapshot("pathway-plans-in-date", line(112, 126), line(78, 90), 1.4, missing=(SYSTEM_MONTH,)),
    Snapshot("agency-rate", line(128, 131), ((1, 24), (30, 14), (36, 14)), 0.6, decimals=1),
    Snapshot("vacancy-rate", line(119, 122), ((1, 16), (36, 6)), 0.5, decimals=1),
    Snapshot("turnover-rate", line(104, 108), ((1, 17), (36, 10)), 0.4, decimals=1),
    Snapshot("permanent-first-line-managers", flat(26), line(65, 85), 1.8),
)

RE_REFERRALS = "re-referrals-12m"
RE_REFERRALS_RISE_FROM = 28
"""The trend: about 17 until then, and from then on a rise without a break to more than 22."""

BY_TEAM = (
    # The step: 67, then 82 from month 15, in every team.
    ByTeam(
        "assessments-45-days",
        tuple(
            (team, size, ((1, 67 + off), (14, 67 + off), (15, 82 + off), (36, 82 + off)))
            for team, size, off in zip(ASSESSMENT, (44, 44, 42), (1, 0, -1), strict=True)
        ),
    ),
    # The team that differs: 78 beside two others in the mid nineties, 91 as a whole.
    ByTeam(
        "child-protection-visits-on-time",
        tuple(
            (team, size, flat(level))
            for team, size, level in zip(SAFEGUARDING, (110, 108, 82), (96, 95.5, 78), strict=True)
        ),
    ),
    ByTeam(
        "child-in-need-visits-on-time",
        (
            *((team, 235, line(82, 87)) for team in SAFEGUARDING[:2]),
            (SAFEGUARDING[2], 190, line(80, 81)),
            (DISABLED, 120, line(86, 90)),
        ),
    ),
    ByTeam(
        "care-visits-on-time",
        ((CARE[0], 72, flat(92.5)), (CARE[1], 70, flat(91.5)), (DISABLED, 15, flat(88))),
    ),
)

SUPERVISION = "supervision-on-time"
SUPERVISION_DUE = 10
SUPERVISION_LEVEL = line(80, 88)

CASELOAD = "average-caseload"
CASELOAD_LEVEL: Flat = ((1, 14.5), (26, 17.3), (36, 15.2))

HEADCOUNTS: tuple[tuple[str, Levels], ...] = (
    ("children-on-plans-count", line(125, 192)),
    ("children-in-need-count", ((1, 1000), (24, 1030), (36, 1280))),
    ("children-in-care-count", line(137, 149)),
)

UNALLOCATED = "children-without-allocated-social-worker"
UNALLOCATED_MONTH = 21
"""The month after the new system: three children without a worker, none the month after."""

UNREGISTERED = "children-in-unregistered-homes"
UNREGISTERED_MONTHS = (11, 12)
UNREGISTERED_LAST = 32
"""Last observed in June 2026, so that the line is not known lately."""

QUARTERLY = (
    Snapshot("personal-education-plans", flat(95), line(78, 90), 2),
    Snapshot("families-giving-feedback", flat(160), line(22, 34), 2.5),
    Snapshot("advocacy-take-up", flat(40), line(31, 39), 3),
    Snapshot("you-said-we-did-closed", flat(30), line(62, 80), 4),
    Snapshot("recommendations-on-track", flat(24), line(68, 82), 3),
)

TARGETS: tuple[tuple[str, float], ...] = (
    ("re-referrals-12m", 20),
    ("contacts-decided-in-one-day", 95),
    ("assessments-45-days", 85),
    ("conferences-15-days", 85),
    ("second-plans", 22),
    ("child-protection-visits-on-time", 95),
    ("child-protection-reviews-on-time", 98),
    ("child-in-need-visits-on-time", 90),
    ("children-in-need-with-current-plan", 90),
    ("three-or-more-placements", 9),
    ("long-term-stability", 68),
    ("health-assessments", 93),
    ("dental-checks", 85),
    ("far-from-home", 18),
    ("return-interviews-72-hours", 80),
    ("care-visits-on-time", 95),
    ("care-leavers-eet-19-21", 58),
    ("care-leavers-suitable-homes-19-21", 88),
    ("care-leavers-not-in-touch", 5),
    ("pathway-plans-in-date", 95),
    ("agency-rate", 15),
    ("vacancy-rate", 12),
    ("turnover-rate", 13),
    ("average-caseload", 16),
    ("supervision-on-time", 90),
    ("audits-good-or-better", 70),
    ("audits-completed", 95),
    (UNALLOCATED, 0),
    ("complaints-answered-on-time", 85),
    ("personal-education-plans", 95),
)
