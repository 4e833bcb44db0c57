"""The command line: `python -m readiness check | score | history | templates | pack`. Every command is one function.

Exit status: 0 done, 1 the data has rows set aside (`check` only), 2 the command or a file can't be used.
"""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from readiness.config.load import load_config
from readiness.dates import months_before
from readiness.evidence.dataset import read_dataset
from readiness.evidence.templates import write_templates
from readiness.evidence.write import replace_file
from readiness.insight.headline import headline
from readiness.insight.summary import check_text, history_text, score_text
from readiness.national import read_national
from readiness.output import check_document, history_document, score_document
from readiness.problems import Code, Problem, UserError
from readiness.scoring.results import Scores
from readiness.snapshots.freeze import Presented, freeze
from readiness.snapshots.shelf import meetings
from readiness.workspace import Workspace

DONE, SET_ASIDE, UNUSABLE = 0, 1, 2
MONTHS_BETWEEN = 3
"""What a pack looks back over where no meeting has been kept: from one quarter's board to the next."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status = options.run(options)
        sys.stdout.flush()
        return status
    except UserError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _check(options: argparse.Namespace) -> int:
    dataset = _open(options).dataset
    _print(options, lambda: check_document(dataset), lambda: check_text(dataset))
    return SET_ASIDE if any(table.set_aside for table in dataset.tables.values()) else DONE


def _score(options: argparse.Namespace) -> int:
    workspace = _open(options)
    scores = workspace.score(options.as_at or workspace.default_as_at(date.today()), options.framework)
    _print(options, lambda: score_document(scores), lambda: _score_words(workspace, scores))
    return DONE


def _score_words(workspace: Workspace, scores: Scores) -> str:
    said = " ".join(headline(workspace, scores.as_at, scores.framework))
    return score_text(scores, said, workspace.config.frameworks[scores.framework].inspectorate)


def _history(options: argparse.Namespace) -> int:
    history = _open(options).history(options.from_, options.to, options.framework)
    _print(options, lambda: history_document(history), lambda: history_text(history))
    return DONE


def _templates(options: argparse.Namespace) -> int:
    written = write_templates(options.folder)
    paths = [str(path) for path in written]
    _print(options, lambda: {"written": paths}, lambda: "\n".join(paths))
    return DONE


def _pack(options: argparse.Namespace) -> int:
    # The writers of packs, and the charts in them, take longer to load than any other command to run.
    from readiness.packs.pack import COUNTED, pack

    workspace = _open(options, beside_others=True)
    as_at = options.as_at or workspace.default_as_at(date.today())
    framework = workspace.framework(as_at, options.framework).id
    since = min(options.since or _last_meeting(workspace, as_at), as_at)
    made = pack(workspace, as_at, framework, since, options.format)
    _write(options.out, made.content)
    answer = {
        "written": str(options.out),
        "bytes": len(made.content),
        COUNTED[options.format]: made.parts,
        "as_at": as_at.isoformat(),
        "since": since.isoformat(),
        "framework": framework,
    }
    kept = _keep(workspace, options, as_at, framework, since) if options.keep else ""
    answer |= {"kept": kept} if kept else {}
    said = f", kept as {kept}" if kept else ""
    _print(options, lambda: answer, lambda: f"{options.out}: {made.parts} {COUNTED[options.format]}{said}")
    return DONE


def _keep(workspace: Workspace, options: argparse.Namespace, as_at: date, framework: str, since: date) -> str:
    """Freeze what the pack was made from; returns the id under which it can be opened again."""
    from readiness.story.story import story

    titles = tuple(message.title for message in story(workspace, as_at, framework, since))
    presented = Presented("pack", options.keep, as_at, framework, since, titles)
    home, settings = workspace.config.folder.parent, workspace.config.settings
    return freeze(workspace, presented, home / settings.national, home / settings.snapshots).id


def _last_meeting(workspace: Workspace, as_at: date) -> date:
    """The day of the last meeting that was kept before a day; without one, three months before it."""
    settings = workspace.config.settings
    kept = meetings(workspace.config.folder.parent / settings.snapshots, workspace.dataset.id)
    return next((each.as_at for each in kept if each.as_at < as_at), months_before(as_at, MONTHS_BETWEEN))


def _write(path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except OSError as error:
        message = f"the file can't be written here: {error.strerror or error}"
        raise UserError([Problem(str(path), None, None, None, message, Code.FILE_NOT_WRITTEN)]) from None


def _open(options: argparse.Namespace, *, beside_others: bool = False) -> Workspace:
    """The dataset that is asked for; `beside_others` also reads what is published of other authorities."""
    config = load_config(options.config)
    folder = options.data or _first_dataset(options, config.data_folder, config.settings.dataset)
    published = config.folder.parent / config.settings.national
    national = read_national(published, config) if beside_others and published.is_dir() else None
    return Workspace(config, read_dataset(folder, config), national)


def _first_dataset(options: argparse.Namespace, data_folder: Path, dataset: str | None) -> Path:
    if dataset is None:
        message = "no dataset is named here, so say which folder to read with --data"
        raise UserError([Problem("settings.yaml", None, "dataset", None, message, Code.MISSING_KEY)])
    return data_folder / dataset


def _print(options: argparse.Namespace, document: Callable[[], dict], text: Callable[[], str]) -> None:
    """Print the one that is asked for; the other is not made."""
    print(json.dumps(document(), ensure_ascii=False, allow_nan=False) if options.json else text())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m readiness", description="Inspection readiness from evidence files."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    check = _command(
        commands, "check", _check, "every problem in the files, and rows read, used and set aside"
    )
    score = _command(commands, "score", _score, "scores at a date")
    score.add_argument(
        "--as-at", type=_day, metavar="DATE", help="such as 2025-03-31; default: today, or the last evidence"
    )
    history = _command(commands, "history", _history, "scores at each month end")
    history.add_argument(
        "--from", dest="from_", type=_day, required=True, metavar="DATE", help="such as 2025-03-31"
    )
    history.add_argument("--to", type=_day, required=True, metavar="DATE", help="a later day")
    templates = _command(
        commands, "templates", _templates, "an empty CSV file per table, with the right headings"
    )
    templates.add_argument("folder", type=Path, help="made where it is not there; files in it are left alone")
    made = _command(commands, "pack", _pack, "a board pack: slides, a briefing or a workbook")
    made.add_argument(
        "--format",
        choices=("pptx", "docx", "xlsx"),
        required=True,
        help="PowerPoint slides, a Word briefing or an Excel workbook",
    )
    made.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the file to write, whole or not at all"
    )
    made.add_argument(
        "--as-at", type=_day, metavar="DATE", help="such as 2025-03-31; default: today, or the last evidence"
    )
    made.add_argument(
        "--since",
        type=_day,
        metavar="DATE",
        help="the day to compare with; default: the last meeting kept, else three months before",
    )
    made.add_argument(
        "--keep", metavar="TITLE", help="also keep what it was made from as presented, under this title"
    )
    for command in (score, history, made):
        command.add_argument(
            "--framework", metavar="ID", help="default: the dataset's, else the one in force"
        )
    for command in (check, score, history, templates, made):
        command.add_argument(
            "--config", type=Path, default=Path("config"), metavar="DIR", help="default: %(default)s"
        )
        command.add_argument(
            "--data", type=Path, metavar="DIR", help="a dataset folder; default: the first of the settings"
        )
        command.add_argument("--json", action="store_true", help="one JSON document on standard output")
    return parser


def _command(
    commands: argparse._SubParsersAction, name: str, run: object, help_text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help_text, description=help_text)
    command.set_defaults(run=run)
    return command


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2025-03-31") from None


def _run_and_leave() -> None:
    """Run one command and end at once.

    A command is over in seconds: collecting garbage, and giving back a large dataset piece by piece
    at the end, took a fifth of its time. The system takes the memory back whole.
    """
    gc.disable()
    os._exit(main())


if __name__ == "__main__":
    _run_and_leave()
