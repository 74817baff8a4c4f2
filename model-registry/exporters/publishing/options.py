"""What the command is told, and the help that teaches it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

DESCRIPTION = """\
Publishes a model version, or a calibration record of one, into a registry directory or an MLflow server.

Everything is checked first: the card against its JSON Schema, every artifact's size and SHA-256, the ONNX file and its tensors,
the calibration records. Nothing is sent or written if anything is wrong; what is wrong is named by JSON pointer.
"""
EPILOG = """\
examples:
  publish.py version models/my-model/1 --dry-run                        check it, send nothing
  publish.py version models/my-model/1 --to /srv/registry               into a directory
  publish.py version models/my-model/1 --tracking-uri https://mlflow.example.org --alias challenger
  publish.py version --card card.json --artifact model.onnx=out/head.onnx --calibration biopsy.json --to /srv/registry
  publish.py calibration biopsy-2.json --tracking-uri https://mlflow.example.org
  publish.py retire biopsy --model my-model --version 1 --tracking-uri https://mlflow.example.org

Publishing the same again creates nothing. MLflow chooses version numbers: leave identity.version out of the card (and version
out of its calibration records) and the number is written into what is published; a card that states a number is published only
under that one. --renumber takes the server's.

The login of an MLflow server comes from MLflow's own variables: MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or
MLFLOW_TRACKING_TOKEN; MLFLOW_TRACKING_SERVER_CERT_PATH names a certificate. A server that does not answer is given up after
MLFLOW_HTTP_REQUEST_TIMEOUT seconds (60) and MLFLOW_HTTP_REQUEST_MAX_RETRIES attempts (3).

exit codes:
  0  published, or there already      3  the input breaks a rule; nothing was sent
  2  unknown options                  4  the registry has something else under that version or id
130  interrupted                      5  the MLflow server: unreachable, no permission, or not as it should be
"""
# As in the registry: these look like versions and would move without a release.
_ALIAS = re.compile(r"(?!(?:latest|v?\d+)$)[A-Za-z0-9][A-Za-z0-9_-]{0,99}", re.IGNORECASE)


@dataclass(frozen=True)
class Options:
    """`folder` or `card` with `artifacts` and `records` for a version; `record` for a calibration."""

    command: str
    is_dry: bool
    to: Path | None
    tracking_uri: str | None
    folder: Path | None = None
    card: Path | None = None
    artifacts: dict[str, Path] = field(default_factory=dict)
    records: tuple[Path, ...] = ()
    aliases: tuple[str, ...] = ()
    experiment: str = ""
    renumber: bool = False
    record: Path = Path()
    model: str = ""
    number: str = ""
    record_id: str = ""


def parse_options(arguments: Sequence[str] | None) -> Options:
    """Ends the process with code 2 for what it does not understand, and with 0 after --help."""
    parser = argparse.ArgumentParser(
        prog="publish.py", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="version | calibration | retire")
    version = _command(commands, "version", "publish a version", to=True)
    _version_arguments(version)
    calibration = _command(commands, "calibration", "add a calibration record to a version that is published", to=True)
    calibration.add_argument("record", type=Path, help="the record: a JSON file that names its model and version")
    retire = _command(commands, "retire", "mark a calibration record on an MLflow server as retired", to=False)
    retire.add_argument("record_id", metavar="ID", help="the record's id")
    retire.add_argument("--model", required=True, help="name of the registered model")
    retire.add_argument("--version", required=True, dest="number", help="number of the version")
    given = vars(parser.parse_args(arguments))
    if given["command"] == "version":
        if (given["folder"] is None) == (given["card"] is None):
            version.error("name a version's directory, or its parts with --card, --artifact and --calibration")
        if given["folder"] is not None and (given["artifacts"] or given["records"]):
            version.error("--artifact and --calibration belong to --card: a directory has its own")
        given.update(artifacts=dict(given["artifacts"]), records=tuple(given["records"]), aliases=tuple(given["aliases"]))
    return Options(**given)


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, what: str, to: bool
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=what, description=f"{what[0].upper()}{what[1:]}.", epilog="See publish.py --help for examples and exit codes."
    )
    target = parser.add_mutually_exclusive_group()
    if to:
        target.add_argument("--to", type=Path, metavar="DIRECTORY", help="a registry directory: <name>/<version> below it")
    else:
        parser.set_defaults(to=None)
    target.add_argument("--tracking-uri", metavar="URI", help="an MLflow server; default: MLFLOW_TRACKING_URI")
    parser.add_argument("--dry-run", dest="is_dry", action="store_true", help="check and compare, change nothing")
    return parser


def _version_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a version's directory: model-card.json, artifacts, calibrations/*.json"
    )
    parser.add_argument(
        "--card", type=Path, help="in place of a directory: the card; artifacts that it lists without size or digest get them"
    )
    parser.add_argument(
        "--artifact", dest="artifacts", action="append", default=[], type=_artifact, metavar="PATH=FILE", help="beside --card"
    )
    parser.add_argument(
        "--calibration", dest="records", action="append", default=[], type=Path, metavar="FILE", help="beside --card"
    )
    parser.add_argument(
        "--alias", dest="aliases", action="append", default=[], type=_alias, help="set it to the version; can be repeated"
    )
    parser.add_argument("--experiment", default="tessera-releases", help="MLflow experiment of the upload (default: %(default)s)")
    parser.add_argument("--renumber", action="store_true", help="take the registry's next number, whatever the card says")


def _artifact(text: str) -> tuple[str, Path]:
    path, mark, file = text.partition("=")
    if not (path and mark and file):
        raise argparse.ArgumentTypeError("must have the form PATH=FILE, as in model.onnx=out/head.onnx")
    return path, Path(file)


def _alias(text: str) -> str:
    if not _ALIAS.fullmatch(text):
        raise argparse.ArgumentTypeError("must be letters, digits, dashes and underscores, and not latest or like a version")
    return text
