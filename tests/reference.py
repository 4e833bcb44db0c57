"""The scoring method once more, read straight off scoring.md in plain loops, to hold the fast code against.

Rows are dictionaries as a person would write them; dates are `date`. Slow and literal on purpose:
nothing here is shared with `readiness`, but the configuration models.
"""

from datetime import date, timedelta

from readiness.config.models import Area, Config, Criterion, Framework, Indicator

GRADES = ["inadequate", "requires improvement", "good", "outstanding"]
STRANDS = ["performance", "practice", "scrutiny", "voice", "improvement"]
CLOSED = {"partially achieved", "completed", "impact evidenced", "stopped"}
FOREVER = date(9999, 1, 1)


class Reference:
    """`tables` maps table names to lists of rows; `held` are the strands that the dataset can hold."""

    def __init__(
        self, config: Config, framework: Framework, tables: dict, held: tuple = tuple(STRANDS)
    ) -> None:
        self.config, self.framework, self.tables, self.held = config, framework, tables, held
        self.rules = config.scoring
        self.criteria = {c.id: c for area in framework.areas for c in area.criteria}
        self.area_of = {c.id: area.id for area in framework.areas for c in area.criteria}

    def rows(self, table: str) -> list:
        return self.tables.get(table, [])

    def stands_for(self, reference: str) -> list:
        for area in self.framework.areas:
            if area.id == reference:
                return [c.id for c in area.criteria]
        return [reference] if reference in self.criteria else []

    # Items: (criterion, strand, known, until, points, weight, fresh, half_life)

    def mapping(self, indicator: Indicator) -> dict:
        areas = {area.id for area in self.framework.areas}
        found = {}
        for key, weight in indicator.criteria.items():
            if key in areas:
                found.update(dict.fromkeys(self.stands_for(key), weight))
        for key, weight in indicator.criteria.items():
            if key in self.criteria and key not in areas:
                found[key] = weight
        return found

    def fresh(self, indicator: Indicator) -> float:
        return indicator.fresh_days or self.rules.strands["performance"].fresh_days[indicator.frequency]

    def current(self, indicator: str, day: date) -> dict | None:
        seen = [
            (row["period_end"], row["published"] or row["period_end"], index, row)
            for index, row in enumerate(self.rows("observations"))
            if row["indicator"] == indicator
            and row["value"] is not None
            and not row.get("team")
            and row.get("reliability") != "disputed"
            and (row["published"] or row["period_end"]) <= day
        ]
        return max(seen, key=lambda each: each[:3])[3] if seen else None

    def points(self, indicator: Indicator, value: float, known: date) -> float:
        entries = sorted(indicator.scale or (), key=lambda entry: entry.from_)
        begun = [entry for entry in entries if entry.from_ <= known] or entries[:1]
        scale, marks = list(begun[-1].values), [0, 40, 60, 80, 100]
        if scale[0] > scale[-1]:
            scale, value = [-each for each in scale], -value
        if value <= scale[0]:
            return 0.0
        for low, high, p, q in zip(scale, scale[1:], marks, marks[1:], strict=False):
            if value <= high:
                return p + (q - p) * (value - low) / (high - low)
        return 100.0

    def performance_at(self, day: date) -> list:
        found = []
        for indicator in self.config.indicators.values():
            row = self.current(indicator.id, day)
            if row is None or indicator.scale is None:
                continue
            known = row["published"] or row["period_end"]
            trust = self.rules.weights.doubtful if row.get("reliability") == "doubtful" else 1.0
            for criterion, weight in self.mapping(indicator).items():
                points = self.points(indicator, row["value"], known)
                half_life = self.rules.strands["performance"].half_life_days
                found.append(
                    (
                        criterion,
                        indicator.strand,
                        known,
                        FOREVER,
                        points,
                        weight * trust,
                        self.fresh(indicator),
                        half_life,
                    )
                )
        return found

    def strand_item(
        self, criterion: str, strand: str, known: date, until: date, points: float, weight: float
    ) -> tuple:
        rule = self.rules.strands[strand]
        return (criterion, strand, known, until, points, weight, rule.fresh_days, rule.half_life_days)

    def practice(self) -> list:
        found = []
        for row in self.rows("audits"):
            moderated = row.get("moderated_grade")
            weight = self.rules.weights.moderated_audit if moderated else self.rules.weights.unmoderated_audit
            points = self.rules.grade_points[moderated or row["grade"]]
            for criterion in self.stands_for(row["criterion"]):
                found.append(self.strand_item(criterion, "practice", row["date"], FOREVER, points, weight))
        return found

    def published(self) -> dict:
        return {
            row["inspection"]: (row["framework"], row["published"])
            for row in self.rows("inspections")
            if row["framework"] in self.config.frameworks
        }

    def fallen(self) -> list:
        """(area, published, grade, inspection) of every graded judgement on an area of the framework in use."""
        found = []
        for row in self.rows("judgements"):
            if (
                row["inspection"] not in self.published()
                or row["grade"] not in GRADES
                or row["area"] == "overall"
            ):
                continue
            framework, day = self.published()[row["inspection"]]
            for area in self.framework.areas:
                if (
                    framework == self.framework.id and row["area"] == area.id
                ) or f"{framework}/{row['area']}" in area.continues:
                    found.append((area.id, day, row["grade"], row["inspection"]))
        return found

    def next_judgement(self, area: str, after: date) -> date:
        return min((day for on, day, _, _ in self.fallen() if on == area and day > after), default=FOREVER)

    def findings(self) -> list:
        """(finding id, criterion, kind, published) of findings of scored inspections, spread."""
        return [
            (row["finding"], criterion, row["kind"], self.published()[row["inspection"]][1])
            for row in self.rows("findings")
            if row["inspection"] in self.published()
            for criterion in self.stands_for(row["criterion"])
        ]

    def scrutiny(self) -> list:
        found = []
        for area, day, grade, _ in self.fallen():
            for criterion in self.stands_for(area):
                until = self.next_judgement(area, day)
                points, weight = self.rules.grade_points[grade], self.rules.weights.judgement
                found.append(self.strand_item(criterion, "scrutiny", day, until, points, weight))
        for _, criterion, kind, day in self.findings():
            until = self.next_judgement(self.area_of[criterion], day)
            points, weight = self.rules.finding_points[kind], self.rules.weights.finding
            found.append(self.strand_item(criterion, "scrutiny", day, until, points, weight))
        return found

    def voice(self) -> list:
        found = []
        for row in self.rows("feedback"):
            if row["kind"] not in ("survey", "consultation", "focus group"):
                continue
            if row.get("responses"):
                points = 100 * row["positive"] / row["responses"]
            else:
                points = self.rules.feedback_points[row["sentiment"]]
            for criterion in self.stands_for(row["criterion"]):
                found.append(self.strand_item(criterion, "voice", row["date"], FOREVER, points, 1.0))
        return found

    def improvement(self) -> list:
        found = []
        for action in self.rows("actions"):
            for status, known, until in self.statuses(action):
                if status == "stopped":
                    continue
                for criterion in self.stands_for(action["criterion"]):
                    item = self.strand_item(
                        criterion, "improvement", known, until, self.rules.status_points[status], 1.0
                    )
                    found.append((*item[:6], float("inf"), item[7]) if status == "overdue" else item)
        return found

    def statuses(self, action: dict) -> list:
        """Walk through the days that matter and note the status on each."""
        updates = {}
        for row in self.rows("action_updates"):
            if row["action"] == action["action"]:
                updates[row["date"]] = row["status"]
        found, due = [], action.get("due")
        turning = sorted({action["created"], *updates, *([due] if due and due > action["created"] else [])})
        said, overdue_since = None, None
        for day in turning:
            updated = day in updates
            said = updates.get(day, said)
            overdue = due is not None and day >= due and said not in CLOSED
            if overdue and overdue_since is None:
                overdue_since = day
            if overdue_since is not None and not overdue:
                found.append(("overdue", overdue_since, day))
                overdue_since = None
            if updated and not overdue:
                found.append((said, day, self.until_replaced(day, updates, due, said)))
        if overdue_since is not None:
            found.append(("overdue", overdue_since, FOREVER))
        return found

    @staticmethod
    def until_replaced(day: date, updates: dict, due: date | None, said: str) -> date:
        later = min((other for other in updates if other > day), default=FOREVER)
        return later if said in CLOSED or due is None else min(later, due)

    # Scores

    def expects(self, criterion: Criterion, strand: str) -> bool:
        if strand not in self.held:
            return False
        if criterion.strands is not None:
            return strand in criterion.strands
        return strand != "performance" or self.mapped(criterion.id) > 0

    def mapped(self, criterion: str) -> float:
        return sum(
            self.mapping(indicator).get(criterion, 0)
            for indicator in self.config.indicators.values()
            if indicator.scale is not None and indicator.strand == "performance"
        )

    def enough(self, criterion: str, strand: str) -> float:
        return (
            (self.mapped(criterion) or 1.0) if strand == "performance" else self.rules.strands[strand].enough
        )

    def score(self, day: date) -> dict:
        other = [item for item in self.items_but_performance() if item[2] <= day < item[3]]
        active = [*self.performance_at(day), *other]
        cells = {}
        for criterion in self.criteria.values():
            for strand in STRANDS:
                mine = [
                    (self.trust(item, day), item[4]) for item in active if item[:2] == (criterion.id, strand)
                ]
                total = sum(trust for trust, _ in mine)
                known = self.expects(criterion, strand) and total > 0
                cells[criterion.id, strand] = {
                    "score": sum(trust * points for trust, points in mine) / total if known else None,
                    "coverage": min(1.0, total / self.enough(criterion.id, strand)) if known else 0.0,
                    "items": len(mine),
                }
        return {area.id: self.area(area, cells, day) for area in self.framework.areas if area.criteria}

    def items_but_performance(self) -> list:
        if not hasattr(self, "_items"):
            self._items = [*self.practice(), *self.scrutiny(), *self.voice(), *self.improvement()]
        return self._items

    @staticmethod
    def trust(item: tuple, day: date) -> float:
        age = (day - item[2]).days
        return item[5] if age <= item[6] else item[5] * 2 ** (-(age - item[6]) / item[7])

    def area(self, area: Area, cells: dict, day: date) -> dict:
        weighted, held, whole, criteria = 0.0, 0.0, 0.0, {}
        for criterion in area.criteria:
            expected = [strand for strand in STRANDS if self.expects(criterion, strand)]
            if not expected:
                continue
            share = sum(self.rules.strands[strand].weight for strand in expected)
            mine = []
            for strand in expected:
                cell = cells[criterion.id, strand]
                mine.append(
                    (
                        criterion.weight * self.rules.strands[strand].weight / share * cell["coverage"],
                        cell["score"] or 0.0,
                    )
                )
            total = sum(w for w, _ in mine)
            criteria[criterion.id] = (
                sum(w * s for w, s in mine) / total if total else None,
                total / criterion.weight,
            )
            weighted, held, whole = (
                weighted + sum(w * s for w, s in mine),
                held + total,
                whole + criterion.weight,
            )
        uncapped = weighted / held if held else None
        coverage = held / whole if whole else 0.0
        caps = sorted(self.caps(area, cells, day))
        limit = min((self.limit(grade) for _, _, grade in caps), default=float("inf"))
        low = coverage * (uncapped or 0.0)
        return {
            "uncapped": uncapped,
            "score": None if uncapped is None else min(uncapped, limit),
            "coverage": coverage,
            "low": min(low, limit),
            "high": min(low + (1 - coverage) * 100, limit),
            "caps": caps,
            "criteria": criteria,
            "cells": {key: cell for key, cell in cells.items() if key[0] in criteria},
        }

    def limit(self, grade: str) -> float:
        edges = [*self.rules.bands.values(), 100]
        return edges[GRADES.index(grade) + 1] - 0.01

    def caps(self, area: Area, cells: dict, day: date) -> set:
        return {
            *self.red_lines(area, day),
            *self.weak(area, cells, day),
            *self.last(area, day),
            *self.priority(area, day),
        }

    def red_lines(self, area: Area, day: date) -> list:
        found = []
        for line in self.framework.red_lines:
            row = self.current(line.indicator, day)
            if line.area == area.id and row is not None:
                over = line.above is not None and row["value"] > line.above
                under = line.below is not None and row["value"] < line.below
                found += [("red line", line.id, line.caps_at)] if over or under else []
        return found

    def weak(self, area: Area, cells: dict, day: date) -> list:
        rule, found = self.rules.caps.weak_practice, []
        for criterion in area.criteria:
            audits = {
                row["audit"]
                for row in self.rows("audits")
                if criterion.id in self.stands_for(row["criterion"])
                and day - timedelta(rule.days) < row["date"] <= day
            }
            score = cells[criterion.id, "practice"]["score"]
            if len(audits) >= rule.audits and score is not None and round(score, 9) < rule.below:
                found.append(("weak practice", criterion.id, rule.caps_at))
        return found

    def last(self, area: Area, day: date) -> list:
        mine = [entry for entry in self.fallen() if entry[0] == area.id and entry[1] <= day]
        if not mine:
            return []
        latest = max(entry[1] for entry in mine)
        _, _, grade, inspection = min(
            (entry for entry in mine if entry[1] == latest), key=lambda entry: GRADES.index(entry[2])
        )
        rule = self.rules.caps.last_judgement
        if grade != rule.grade:
            return []
        return [
            ("last judgement", inspection, rule.caps_at if (day - latest).days < rule.days else rule.then)
        ]

    def priority(self, area: Area, day: date) -> list:
        found = []
        for finding, criterion, kind, published in self.findings():
            if kind != "priority action" or self.area_of[criterion] != area.id or published > day:
                continue
            again = [
                other for _, on, _, other in self.findings() if on == criterion and published < other <= day
            ]
            if not again and self.next_judgement(area.id, published) > day:
                found.append(("priority action", finding, self.rules.caps.priority_action.caps_at))
        return found
