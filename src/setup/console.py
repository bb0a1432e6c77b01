"""What a user reads: one line a step, one line a fault."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "target"
WORK = TARGET / "setup"

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Fault(Exception):
    """A fault the user can mend; the message says how."""


def say(line):
    print(line, flush=True)


def short(path):
    """The path from where the user reads it: relative to the project where it lies inside."""
    path = Path(path)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def run_logged(command, log, env=None):
    """Runs a command with its output in a log file; returns its exit code."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, "wb") as out:
        return subprocess.call(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )


def log_lines(log, mark):
    """The lines of a log that begin with the mark, without it and without colour, each once."""
    lines = [ANSI.sub("", line).strip() for line in log.read_text("utf-8", "replace").splitlines()]
    marked = [line[len(mark) :].strip() for line in lines if line.startswith(mark)]
    return [line for line in dict.fromkeys(marked) if line]


def digest(*parts):
    """A hash of texts, bytes and the contents of files."""
    total = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part if isinstance(part, bytes) else str(part).encode()
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def read_or_empty(path):
    try:
        return Path(path).read_text("utf-8")
    except OSError:
        return ""


def warn(line):
    print(line, file=sys.stderr, flush=True)
