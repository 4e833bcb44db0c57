"""The rules of enquiry as shipped, gravest first. `config/enquiry.yaml` says the same and explains it."""

from collections.abc import Mapping
from typing import Any

SHIPPED: tuple[Mapping[str, Any], ...] = (
    {
        "id": "not-made-safe",
        "title": "Children found unsafe and not recorded as made safe",
        "kind": "not made safe",
        "question": "Children found unsafe in your own audits are not recorded as made safe: where are they today, "
        "and who has seen them?",
    },
    {
        "id": "red-line",
        "title": "Safety lines crossed",
        "kind": "red line",
        "question": "{line}: how does it stand today, since when, and what are you doing about it?",
    },
    {
        "id": "not-known",
        "title": "Safety lines not known",
        "kind": "not known",
        "question": "{line}: how do you know how it stands today?",
        "together": "{area}: how do you know that nobody is unsafe, where {number} safety lines have no fresh "
        "figure?",
        "together_from": 2,
    },
    {
        "id": "repeat-finding",
        "title": "Repeat findings",
        "kind": "repeat finding",
        "question": "{criterion}: you were told of this in {years}, so what is different now?",
        "reports": 2,
    },
    {
        "id": "out-of-control",
        "title": "Worse by more than usual variation",
        "kind": "out of control",
        "question": "{indicator}: worse by more than noise, so when did you first know, and what have you done?",
    },
    {
        "id": "self-evaluation-higher",
        "title": "Own grade above the evidence",
        "kind": "self-evaluation higher",
        "question": "{criterion}: you say {ours} and your evidence indicates {evidence}, so what do you see that it "
        "does not?",
        "together": "{area}: you grade {number} themes above what your evidence indicates, so what do you see that it "
        "does not?",
        "together_from": 3,
    },
    {
        "id": "closed-without-impact",
        "title": "Closed without impact",
        "kind": "closed without impact",
        "question": "{criterion}: actions are closed whose measures have not improved, so how do you know that they "
        "worked?",
        "together": "{area}: on {number} themes actions are closed whose measures have not improved, so how do you "
        "know that they worked?",
        "together_from": 4,
    },
    {
        "id": "overdue",
        "title": "Actions long overdue",
        "kind": "overdue",
        "question": "{criterion}: what holds up what you promised, and what does the delay mean for children?",
        "together": "{area}: what holds up what you promised on {number} themes, and what does the delay mean for "
        "children?",
        "together_from": 4,
        "days": 90,
    },
    {
        "id": "weak",
        "title": "Weak on our own evidence",
        "kind": "weak",
        "question": "{criterion}: your own evidence is weak, so what is it like for children, and what will lift it?",
        "below": 50,
    },
    {
        "id": "contradictory",
        "title": "Evidence disagrees",
        "kind": "contradictory",
        "question": "{criterion}: {high} and {low} do not agree, so which is right, and how do you know?",
        "points": 30,
        "coverage": 0.25,
    },
    {
        "id": "target-missed",
        "title": "Targets unlikely to be met",
        "kind": "target missed",
        "question": "{indicator}: it will miss your own target unless something changes, so what will change?",
    },
    {
        "id": "single-source",
        "title": "Rests on one kind of evidence",
        "kind": "single source",
        "question": "{criterion}: what you know rests on {source} alone, so what else tells you?",
        "together": "{area}: on {number} themes you hold one kind of evidence only, so what else tells you?",
        "together_from": 3,
    },
    {
        "id": "stale",
        "title": "Newest evidence is old",
        "kind": "stale",
        "question": "{criterion}: the newest evidence is of {newest}, so what is it like today?",
        "together": "{area}: on {number} themes the newest evidence is old, so what is it like for children today?",
        "together_from": 3,
        "days": 365,
    },
    {
        "id": "no-evidence",
        "title": "No evidence at all",
        "kind": "no evidence",
        "question": "{criterion}: what do you know, and how?",
        "together": "{area}: what do you know, and how, of {number} themes on which no evidence is on file?",
        "together_from": 3,
    },
)
"""What `EnquiryFile()` holds: a rule a mapping, as in the file."""
