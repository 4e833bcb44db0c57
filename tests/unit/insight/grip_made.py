"""Signals, serious events, findings and confirmations in files made by hand."""

from pathlib import Path

from readiness.workspace import Workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"
DESCRIPTION = "title: Mine\nkind: live\nauthority: {name: Exampleshire}\n"
HEADS = {
    "signals": "signal,first_known,known_by,about,what,decided,decision,effect_checked,effect",
    "serious_events": "date,kind,count,learning",
    "confirmations": "date,area,indicative,confirmed,by,reason,dissent",
    "inspections": "inspection,framework,kind,title,start,end,published,source",
    "findings": "finding,inspection,criterion,kind,summary,source",
    "judgements": "inspection,area,grade,title",
    "observations": "indicator,period_end,value,source",
    "actions": "action,title,criterion,source,created,due,owner,success_measure",
    "action_updates": "action,date,status",
}


def made(folder: Path, **tables: tuple[str, ...]) -> Workspace:
    """A dataset of the given rows, table by table, read with the shipped configuration."""
    (folder / "dataset.yaml").write_text(DESCRIPTION, encoding="utf-8")
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join([HEADS[name], *rows, ""]), encoding="utf-8")
    opened = open_workspace(CONFIG, folder)
    assert not [each for each in opened.dataset.problems if each.level == "error"]
    return opened


def signal(
    name: str,
    known: str,
    about: str = "supervision",
    decided: str = "",
    checked: str = "",
    what: str = "Seen",
    decision: str = "Act",
) -> str:
    """A row of signals.csv."""
    return f"{name},{known},Team manager,{about},{what},{decided},{decision},{checked},{'Better' if checked else ''}"
