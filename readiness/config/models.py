"""The whole configuration, and the one place from which the rest of the code takes its models."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from readiness.config.charts import Baseline, Charts, Rebase
from readiness.config.enquiry import EnquiryFile, EnquiryRule
from readiness.config.fields import FREQUENCIES, GRADES, STRANDS, UNITS
from readiness.config.frameworks import (
    Area,
    Criterion,
    Framework,
    InForce,
    Limit,
    Overall,
    PreInspectionItem,
    RedLine,
)
from readiness.config.indicators import Indicator, ScaleEntry
from readiness.config.meeting import SCREEN_IDS, Meeting, Screen
from readiness.config.next_inspection import Condition, VisitRoute, Window
from readiness.config.safety import Safety, SafetyGroup
from readiness.config.scoring_rules import PerformanceStrand, Scoring, Strand, Strands
from readiness.config.settings import Branding, Settings

__all__ = [
    "FREQUENCIES",
    "GRADES",
    "SCREEN_IDS",
    "STRANDS",
    "UNITS",
    "Area",
    "Baseline",
    "Branding",
    "Charts",
    "Condition",
    "Config",
    "Criterion",
    "EnquiryFile",
    "EnquiryRule",
    "Framework",
    "InForce",
    "Indicator",
    "Limit",
    "Meeting",
    "Overall",
    "PerformanceStrand",
    "PreInspectionItem",
    "Rebase",
    "RedLine",
    "Safety",
    "SafetyGroup",
    "ScaleEntry",
    "Scoring",
    "Screen",
    "Settings",
    "Strand",
    "Strands",
    "VisitRoute",
    "Window",
    "framework_in_force",
]


@dataclass(frozen=True)
class Config:
    """Everything the YAML files say, checked. `folder` is where they lie."""

    frameworks: Mapping[str, Framework]
    indicators: Mapping[str, Indicator]
    scoring: Scoring
    settings: Settings
    folder: Path
    charts: Charts = field(default_factory=Charts)
    safety: Safety = field(default_factory=Safety)
    enquiry: EnquiryFile = field(default_factory=EnquiryFile)
    meeting: Meeting = field(default_factory=Meeting)

    @cached_property
    def criterion_ids(self) -> frozenset[str]:
        """Every area id and criterion id of every framework: what a row of evidence may name."""
        return frozenset(one for framework in self.frameworks.values() for one in framework.ids)

    @property
    def data_folder(self) -> Path:
        """Where the datasets lie: `data_dir`, taken from the folder that holds the configuration folder."""
        return self.folder.parent / self.settings.data_dir

    def framework_in_force(self, on: date) -> Framework:
        """The framework in force on this day; see `framework_in_force`."""
        return framework_in_force(self, on)


def framework_in_force(config: Config, on: date) -> Framework:
    """The framework in force on this day, the one that began last where there are several.

    Where none is, the one that began last before that day; before the first of all, the earliest.
    """
    in_order = sorted(config.frameworks.values(), key=lambda framework: framework.in_force.from_)
    begun = [framework for framework in in_order if framework.in_force.from_ <= on]
    running = [one for one in begun if one.in_force.to is None or on <= one.in_force.to]
    return (running or begun or in_order[:1])[-1]
