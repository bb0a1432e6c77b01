"""Executes notebooks, two at a time, and says how each one went."""

import json
import os
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import kernel
import library
import notebook
from console import ROOT, TARGET, Fault, digest, read_or_empty, say, short

NOTEBOOKS = ROOT / "notebooks"
OUT = TARGET / "notebooks"
HERE = Path(__file__).parent


@dataclass
class Outcome:
    path: Path
    seconds: float = 0.0
    executed: dict = field(default_factory=dict)
    failures: list = field(default_factory=list)
    skipped: bool = False


def named(names):
    """The notebooks of these names (paths, or names in notebooks/); all of them for no name."""
    there = sorted(p for p in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)
    if not names:
        return there
    chosen = []
    for name in names:
        tries = (Path(name), NOTEBOOKS / name, NOTEBOOKS / f"{name}.ipynb")
        path = next((p.resolve() for p in tries if p.is_file() and p.suffix == ".ipynb"), None)
        if path is None:
            known = ", ".join(p.stem for p in there) or "none"
            raise Fault(f'no notebook "{name}"; notebooks/ has: {known}')
        chosen.append(path)
    return chosen


def read(path):
    """The JSON of a notebook, or a fault that names the file."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as reason:
        raise Fault(f"{short(path)} is not a notebook: {reason}") from None
    if not isinstance(found, dict) or not isinstance(found.get("cells"), list):
        raise Fault(f"{short(path)} is not a notebook of format 4: it has no list of cells")
    return found


def tell(outcome):
    """Says how an execution went; a failure with its cell and Java's message."""
    name = short(outcome.path)
    if outcome.skipped:
        say(f"{name} unchanged")
    elif outcome.failures:
        say(f"{name} FAILED after {outcome.seconds:.0f} s")
        for failure in outcome.failures:
            say("  " + failure.replace("\n", "\n  "))
    else:
        say(f"{name} executed in {outcome.seconds:.0f} s")


class Runner:
    """The executions of one call: an environment, a kernelspec, a time limit for a cell."""

    kernel = "backshadow"
    before = ()
    out = OUT

    def __init__(self, prefix, spec, env=os.environ):
        self.python = prefix / "bin" / "python"
        self.env = {**env, "JUPYTER_PATH": str(kernel.OVERLAY), "PYTHONDONTWRITEBYTECODE": "1"}
        self.timeout = env.get("BACKSHADOW_CELL_TIMEOUT", "600")
        if not self.timeout.isdecimal() or int(self.timeout) == 0:
            raise Fault(f'BACKSHADOW_CELL_TIMEOUT="{self.timeout}" is not a whole number of seconds above 0')
        code = [HERE / name for name in ("execute.py", "startup.jsh")]
        self.library = digest(spec, library.content(), read_or_empty(ROOT / "environment.yml"), *code)
        self.workers = []
        self.lock = threading.Lock()
        self.stopped = False

    def run(self, paths, fresh, then):
        """Executes the notebooks; then(outcome) is called as each one ends. Returns all outcomes."""
        outcomes = []

        def one(path):
            try:
                outcome = self._one(path, fresh)
            except Fault as fault:
                outcome = Outcome(path, failures=[str(fault)])
            with self.lock:
                if not self.stopped:
                    then(outcome)
                    outcomes.append(outcome)

        with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
            tasks = [pool.submit(one, path) for path in paths]
            try:
                for task in tasks:
                    task.result()
            except BaseException:
                self._stop(tasks)
                raise
        return outcomes

    def _stop(self, tasks):
        self.stopped = True
        for task in tasks:
            task.cancel()
        with self.lock:
            for worker in self.workers:
                worker.terminate()

    def _one(self, path, fresh):
        inside = path.relative_to(NOTEBOOKS) if path.is_relative_to(NOTEBOOKS) else Path(path.name)
        executed = self.out / inside
        html, report, log, stamp = (executed.with_suffix(s) for s in (".html", ".json", ".log", ".stamp"))
        current = digest(self.library, notebook.content(read(path)))
        if not fresh and html.exists() and read_or_empty(stamp) == current:
            return Outcome(path, executed=read(executed), skipped=True)
        executed.parent.mkdir(parents=True, exist_ok=True)
        for old in (executed, html, report, stamp):
            old.unlink(missing_ok=True)
        start = time.monotonic()
        arguments = [path, executed, html, report, self.timeout, self.kernel, *self.before]
        self._work([HERE / "execute.py", *arguments], log)
        outcome = Outcome(path, time.monotonic() - start)
        if executed.exists():
            outcome.executed = read(executed)
        outcome.failures = failures(outcome.executed, read_or_empty(report), log)
        report.unlink(missing_ok=True)
        if not outcome.failures:
            stamp.write_text(current, "utf-8")
            log.unlink(missing_ok=True)
        return outcome

    def _work(self, arguments, log):
        with open(log, "wb") as out:
            worker = subprocess.Popen(
                [self.python, "-B", *arguments],
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
            with self.lock:
                self.workers.append(worker)
            worker.wait()
            with self.lock:
                self.workers.remove(worker)


class PlainRunner(Runner):
    """Executes in the Java kernel as it comes: the first cells load the library."""

    kernel = "java"
    out = TARGET / "plain"

    def __init__(self, prefix, jdk, env=os.environ):
        super().__init__(prefix, "plain", env)
        # The stock kernelspec calls "java"; without the overlay it is the one that is found.
        self.env = {**self.env, "JUPYTER_PATH": "", "PATH": f"{jdk.java.parent}{os.pathsep}{env['PATH']}"}
        # A cell with an import has no completion, so imports stand alone.
        self.before = (f"%classpath {' '.join(map(str, library.class_path()))}", library.IMPORTS)


def failures(executed, report, log):
    """What went wrong in an execution, one text each; empty when nothing did."""
    if not report:
        return [f"it could not be executed: {_last(log)}; log: {short(log)}"]
    said = json.loads(report)
    if said["fault"]:
        sources = {number: notebook.text_of(cell["source"]) for number, cell in notebook.code_cells(executed)}
        where = f"In [{said['cell']}]: " if said["cell"] else ""
        source = f"\n{_indented(sources[said['cell']])}" if said["cell"] in sources else f": {_last(log)}"
        return [f"{where}{said['fault']}{source}\n  log: {short(log)}"]
    return [
        f"In [{number}]:\n{_indented(source)}\n{_indented(text, '  ')}"
        for number, source, text in notebook.errors(executed)
    ]


def _indented(text, by="    "):
    return "\n".join(by + line for line in text.rstrip().splitlines())


def _last(log):
    """The line of a log that says most: Java's last cause, else the last line."""
    lines = [line.strip() for line in read_or_empty(log).splitlines() if line.strip()]
    java = [line for line in lines if line.startswith(("Exception in", "Caused by:", "Error:"))]
    return (java or lines or ["no output"])[-1]
