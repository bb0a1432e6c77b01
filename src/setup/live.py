"""Sweeps in the real kernel, watched from outside; run by the environment's Python, not by a user.

Argument: the report to write, a JSON list of what is wrong. Held are: no more than ten updates of the
display in any second; what is stored in the end is the chart and the table and no bar; an interrupt
returns within a second and leaves what is finished; a kernel that is killed loses no row of a
checkpoint. A loaded machine may take longer to pass a message on, so the interrupt has three attempts.
"""

import json
import queue
import signal
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from dateutil import parser
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

from execute import drop_cleared

TYPES = "record Point(int number) {}\nrecord Row(double value) {}"
SWEEP = (
    "sweep(java.util.stream.IntStream.range(0, 50).mapToObj(Point::new).toList()).repeats(%d).seed(3).threads(2)"
    ".trial((p, seed) -> { Thread.sleep(10); return new Row(p.number() + seed.random().nextDouble()); })"
)
RUN = SWEEP + ".run()"
SAVED = SWEEP % 10 + '.checkpoint("%s").run()'

KERNEL = "backshadow"
UPDATES = ("display_data", "update_display_data")
ATTEMPTS = 3


class Watched(NotebookClient):
    """Notes when the displays change."""

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in UPDATES:
            self.changes.append(parser.isoparse(str(msg["header"]["date"])).timestamp())
        return super().process_message(msg, cell, cell_index)


def busiest_second(moments):
    return max((sum(a <= b < a + 1 for b in moments) for a in moments), default=0)


def text(outputs, kind="text/plain"):
    return "\n".join(output["data"].get(kind, "") for output in outputs if "data" in output)


def finished():
    """A sweep of some seconds that runs to its end, executed as ./backshadow store does."""
    cells = [nbformat.v4.new_code_cell(source) for source in (TYPES, RUN % 10)]
    watched = Watched(
        nbformat.v4.new_notebook(cells=cells), kernel_name=KERNEL, timeout=120, startup_timeout=120, record_timing=False
    )
    watched.changes = []
    watched.execute()
    drop_cleared(watched.nb)
    outputs = watched.nb.cells[1].outputs
    kinds = [output.output_type for output in outputs]
    most = busiest_second(watched.changes)
    wrong = []
    if len(watched.changes) < 5:
        wrong.append(f"a sweep of 2.5 s changed its display {len(watched.changes)} times; it shows no progress")
    if most > 10:
        wrong.append(f"{most} updates of the display in one second; at most 10")
    if kinds != ["execute_result"]:
        wrong.append(f"a finished sweep leaves {kinds}; only its result is to stay")
    page = "".join(output.get("data", {}).get("text/html", "") for output in outputs)
    if page.count("data:image/png") != 1 or page.count("<table") != 1 or "500 of 500 trials" not in page:
        wrong.append("a finished sweep does not leave its chart and its table of all 500 trials")
    return wrong


class Displays:
    """What a page shows of a kernel: its displays by name, whenever an update comes."""

    def __init__(self, client):
        self.client = client
        self.shown = {}

    def run(self, code):
        """Sends a cell; its messages follow."""
        return self.client.execute(code)

    def until(self, done, seconds):
        """Reads until done(message) or so long; returns the seconds that it took, or None."""
        start = time.monotonic()
        while (left := start + seconds - time.monotonic()) > 0:
            try:
                msg = self.client.get_iopub_msg(timeout=left)
            except queue.Empty:
                break
            content = msg["content"]
            if msg["msg_type"] in UPDATES:
                self.shown[content["transient"]["display_id"]] = content["data"].get("text/plain", "")
            if done(msg):
                return time.monotonic() - start
        return None


def idle_after(identifier):
    """The end of a cell."""
    return lambda msg: (
        msg["msg_type"] == "status"
        and msg["content"]["execution_state"] == "idle"
        and msg["parent_header"].get("msg_id") == identifier
    )


def interrupted(manager, displays):
    """A sweep of minutes that is interrupted."""
    displays.shown.clear()
    cell = displays.run(RUN % 1000)
    if displays.until(lambda _: len(displays.shown) == 2, 60) is None:
        return [f"a sweep of minutes shows {displays.shown}; a bar and what it has so far"]
    manager.interrupt_kernel()
    seconds = displays.until(idle_after(cell), 60)
    if seconds is None or seconds > 1:
        return [f"an interrupted sweep returned after {seconds} s; within 1 s"]
    said = lambda word: any(word in text for text in displays.shown.values())  # noqa: E731
    if displays.until(lambda _: said("stopped") and said("run the same again"), 2) is None and not said("stopped"):
        return [f"an interrupted sweep does not leave what is finished: {displays.shown}"]
    return []


def interrupts():
    manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=120)
    try:
        displays = Displays(client)
        displays.until(idle_after(displays.run(TYPES)), 60)
        for _ in range(ATTEMPTS):
            wrong = interrupted(manager, displays)
            if not wrong:
                break
        if displays.until(idle_after(displays.run("1 + 1")), 60) is None:
            wrong.append("the cell after an interrupted sweep does not end")
        return wrong
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def rows(file):
    """The lines that are written whole; the first one is the header."""
    text = file.read_bytes() if file.exists() else b""
    return text[: text.rfind(b"\n") + 1].splitlines(keepends=True)


def saved(displays, file):
    """A sweep with a checkpoint, to its end."""
    return displays.until(idle_after(displays.run(SAVED % file.as_posix())), 120) is not None


def killed():
    """A kernel that dies in the middle of a sweep, and another one that goes on."""
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder, "whole.jsonl"), Path(folder, "broken.jsonl")
        manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=120)
        try:
            displays = Displays(client)
            displays.run(TYPES)
            displays.run(SAVED % broken.as_posix())
            displays.until(lambda _: len(rows(broken)) > 100, 60)
            manager.signal_kernel(signal.SIGKILL)
            while manager.is_alive():
                time.sleep(0.05)
            before = rows(broken)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        if not 100 < len(before) < 500:
            return [f"a kernel that was to die in the middle of 500 trials left {len(before)} lines"]
        manager, client = start_new_kernel(kernel_name=KERNEL, startup_timeout=120)
        try:
            displays = Displays(client)
            displays.run(TYPES)
            if not saved(displays, whole) or not saved(displays, broken):
                return ["a sweep after the death of a kernel does not end"]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        if len(rows(whole)) != 501 or whole.read_bytes() != broken.read_bytes():
            return ["a sweep that went on after the death of its kernel has other bytes than one without"]
        if not set(before) <= set(rows(broken)):
            return ["rows that were on disk when the kernel died are not there as they were"]
        return []


def main(report):
    Path(report).write_text(json.dumps(finished() + interrupts() + killed()), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
