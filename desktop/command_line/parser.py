"""What may be typed on the command line, with its help; nothing here does anything."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from desktop.version import VERSION


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence on standard error and status 2."""
        sys.stderr.write(f"{self.prog}: {message}; see {self.prog} --help.\n")
        sys.exit(2)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments as a namespace whose ``command`` names the module of desktop.command_line that runs it."""
    parser = _Parser(prog="holdfast", description="Encrypted case files, plans, orders and paper for MAPPA, offline.")
    parser.add_argument("--version", action="version", version=f"holdfast {VERSION}")
    parser.set_defaults(command="window", vault=None)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    for add in (_demo, _new, _cases, _documents, _print, _due, _check, _rules, _benchmark):
        add(commands)
    return parser.parse_args(argv)


def _command(commands: argparse._SubParsersAction[_Parser], name: str, does: str) -> _Parser:
    parser = commands.add_parser(name, help=does, description=does)
    parser.set_defaults(command=name)
    return parser


def _vault(parser: _Parser) -> None:
    parser.add_argument("vault", metavar="VAULT", help="the vault's folder")
    _unlocking(parser)


def _unlocking(parser: _Parser) -> None:
    parser.add_argument("--as", dest="person", metavar="NAME", help="which person unlocks (default: the only one)")
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help="file whose first line is the passphrase; - is standard input"
    )


def _today(parser: _Parser) -> None:
    parser.add_argument("--today", type=_date, metavar="DATE", help="take this day for today (YYYY-MM-DD)")


def _json(parser: _Parser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON on standard output")


def _date(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"“{words}” is not a date: write it as 2026-11-24"
        raise argparse.ArgumentTypeError(message) from None


def _demo(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "demo", "make a training vault of invented cases and a Level 3 meeting pack from it")
    parser.add_argument("--folder", metavar="DIR", help="where (default: a folder under the user's data folder)")
    parser.add_argument("--no-window", action="store_true", help="do not open the application")
    _today(parser)


def _new(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "new", "create a vault with its first person")
    _vault(parser)
    parser.add_argument("--name", required=True, help="the name of its first person")


def _cases(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "cases", "list the cases of a vault")
    _vault(parser)
    _json(parser)
    _today(parser)


def _documents(commands: argparse._SubParsersAction[_Parser]) -> None:
    _json(_command(commands, "documents", "list the documents that can be printed"))


def _print(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "print", "print one document of a case as PDF; the disclosure is logged first")
    _vault(parser)
    parser.add_argument("case", metavar="CASE", help="the case's reference, such as C-00002")
    parser.add_argument("document", metavar="DOCUMENT", help="a code from 'holdfast documents'")
    parser.add_argument("--out", required=True, metavar="FILE.pdf", help="where the PDF is written")
    who = "who gets this copy; several times for a numbered copy each"
    parser.add_argument("--for", dest="recipient", required=True, action="append", metavar="RECIPIENT", help=who)
    also = "the same of this case too, in one run: FILE.pdf is then the list of the copies, which lie beside it"
    parser.add_argument("--also", action="append", default=[], metavar="CASE", help=also)
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it is disclosed")
    parser.add_argument("--edition", default="", metavar="CODE", help="an edition from 'holdfast documents'")
    parser.add_argument("--language", choices=("en", "cy"), default="en", help="English or Welsh")
    parser.add_argument("--passphrase-out", metavar="FILE", help="seal it; the generated passphrase is written here")
    parser.add_argument("--large-print", action="store_true", help="no letter under 18 points, nothing side by side")
    beside = "the same as text: inside the sealed file, or as a second file, .txt, beside the plain one"
    parser.add_argument("--with-text", action="store_true", help=beside)
    _today(parser)


def _due(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "due", "everything due in a vault, overdue first")
    _vault(parser)
    parser.add_argument("--until", type=_date, metavar="DATE", help="up to this day (default: four weeks ahead)")
    parser.add_argument("--ics", metavar="FILE", help="write a calendar file as well; it holds no name")
    parser.add_argument("--with-names", action="store_true", help="put names and what is due into the calendar file")
    _json(parser)
    _today(parser)


def _check(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "check", "check every page, the header copies, the log and every record of a vault")
    _vault(parser)
    _json(parser)


def _rules(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "rules", "the law on given facts: dates, findings, states; no vault")
    parser.add_argument("file", metavar="FILE", help="a facts document (JSON); - is standard input")


def _benchmark(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = _command(commands, "benchmark", "measure the program beside the limits it is held to")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which (default: all)")
    _json(parser)
