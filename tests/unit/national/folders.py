"""A small national folder, right in every cell: three authorities, one of them replaced, and a year of figures."""

from pathlib import Path

from readiness.config.models import Config
from readiness.national import National, read_national
from tests.evidence_files import small_config

GOOD = {
    "sources": "source,title,publisher,published,licence\n"
    "tool,The tool,A department,2026-04-08,Open Government Licence v3.0\n"
    "counts,The counts,A department,2025-10-30,Open Government Licence v3.0\n"
    "tool+counts,The tool; The counts,A department,2026-04-08,Open Government Licence v3.0\n",
    "authorities": "authority,name,region,type,until\n"
    "E1,First,North,County,\nE2,Second,North,County,\nE9,Gone,South,County,2019-03-31\n",
    "neighbours": "authority,rank,neighbour,model,source\nE1,2,E9,2025,tool\nE1,1,E2,2025,tool\n",
    "judgements": "inspection,authority,framework,kind,start,published,area,grade,source\n"
    "E1-2024,E1,now,short,2024-01-08,2024-02-20,overall,good,tool\n"
    "E1-2024,E1,now,short,2024-01-08,2024-02-20,help,requires improvement to be good,tool\n",
    "figures": "indicator,period_end,authority,value,numerator,denominator,published,source\n"
    "late,2024-03-31,E1,50,1,2,2024-10-31,tool+counts\n"
    "late,2024-03-31,E2,,3,4,2024-10-31,counts\n",
}


def write(folder: Path, **tables: str) -> Path:
    """The good folder, with the tables given in place of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (GOOD | tables).items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    return folder


def read(folder: Path, **tables: str) -> National:
    """The good folder, or one with the tables given, read with the small configuration."""
    return read_national(write(folder / "national", **tables), configured(folder))


def more(table: str, *rows: str) -> str:
    """A good table with rows after its own."""
    return GOOD[table] + "".join(f"{row}\n" for row in rows)


def configured(folder: Path) -> Config:
    """The small configuration: framework `now` with areas help and care; indicators late, rate and contacts."""
    return small_config(folder / "config")
