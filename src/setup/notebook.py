"""A notebook as JSON: what it is made of, what it printed, and whether two runs of it agree.

Two runs agree when every code cell printed the same text and tables. Of pictures and chart
specifications only the types are compared. Times differ from run to run, so a cell tagged
"timing" is not compared, nor is a line that holds the sign U+23F1 (stopwatch).
"""

import difflib
import json
import re

from console import ANSI, digest

TIMING_TAG = "timing"
TIMING_SIGN = "\u23f1"
# One name for the kernel in every stored notebook: any Java kernel opens it.
METADATA = {
    "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
    "language_info": {"file_extension": ".jshell", "mimetype": "text/x-java-source", "name": "java"},
}


def text_of(value):
    return "".join(value) if isinstance(value, list) else value


def code_cells(notebook):
    """The cells a kernel executes: (number as in its In [number], cell)."""
    cells = [c for c in notebook["cells"] if c["cell_type"] == "code" and text_of(c["source"]).strip()]
    return list(enumerate(cells, start=1))


def content(notebook):
    """A hash of what the authors wrote: sources and tags, not outputs."""
    parts = []
    for cell in notebook["cells"]:
        parts += [cell["cell_type"], text_of(cell["source"]), *cell.get("metadata", {}).get("tags", []), "\n"]
    return digest(*parts)


def has_outputs(notebook):
    return any(cell.get("outputs") for _, cell in code_cells(notebook))


def errors(notebook):
    """(cell number, source, message) of each cell that ended in an error."""
    return [
        (number, text_of(cell["source"]), message(output))
        for number, cell in code_cells(notebook)
        for output in cell.get("outputs", [])
        if output["output_type"] == "error"
    ]


def message(error):
    """The Java message of an error output: the compiler's lines, or the exception with its first frames."""
    trace = [
        ANSI.sub("", line).rstrip().replace("\t", "    ")
        for entry in error.get("traceback", [])
        for line in entry.splitlines()
    ]
    trace = [line for line in trace if line.strip()]
    if error.get("ename") == "CompilationException":
        return "\n".join(trace) or "does not compile"
    head = [line for line in trace if not line.lstrip().startswith(("at ", "---"))]
    frames = [line for line in trace if line.lstrip().startswith("at ")]
    shown = head or [f"{error.get('ename', 'Error')}: {error.get('evalue', '')}".strip(": ")]
    return "\n".join(shown[:12] + frames[:4])


def compare(stored, fresh):
    """The differences of two runs, one text each; empty when they agree."""
    differences = []
    for (number, old), (_, new) in zip(code_cells(stored), code_cells(fresh)):
        if TIMING_TAG in old.get("metadata", {}).get("tags", []):
            continue
        was, now = printed(old), printed(new)
        if [kind for kind, _ in was] != [kind for kind, _ in now]:
            differences.append(f"In [{number}]: stored outputs are {_kinds(was)}, now {_kinds(now)}")
            continue
        for (kind, before), (_, after) in zip(was, now):
            if before != after:
                differences.append(f"In [{number}]: {kind} differs\n{_diff(before, after)}")
    return differences


def printed(cell):
    """What a cell printed, as (kind, text); streams are joined, and pictures have no text."""
    streams, shown = {}, []
    for output in cell.get("outputs", []):
        kind = output["output_type"]
        if kind == "stream":
            streams[output["name"]] = streams.get(output["name"], "") + text_of(output["text"])
        elif kind == "error":
            shown.append((f"error {output['ename']}", ""))
        else:
            shown += [(mime, _comparable(mime, data)) for mime, data in sorted(output["data"].items())]
    return [(name, _untimed(text)) for name, text in sorted(streams.items())] + shown


def _comparable(mime, data):
    if not mime.startswith("text/"):
        return ""
    return _untimed(re.sub(r"""data:[^"')\s]+""", "data:", text_of(data)))


def _untimed(text):
    return "\n".join(line.rstrip() for line in text.splitlines() if TIMING_SIGN not in line)


def _kinds(outputs):
    return ", ".join(kind for kind, _ in outputs) or "none"


def _diff(before, after, limit=12):
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), "stored", "now", lineterm="", n=0))
    lines = [f"    {line[:200]}" for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join(lines[:limit] + ([f"    ... {len(lines) - limit} more lines"] if len(lines) > limit else []))


def to_store(stored, fresh):
    """The stored notebook with the outputs of a fresh run, and nothing that changes by itself."""
    outputs = {id(cell): new for (_, cell), (_, new) in zip(code_cells(stored), code_cells(fresh))}
    counts = {id(cell): number for number, cell in code_cells(stored)}
    cells = []
    for cell in stored["cells"]:
        kept = {**cell, "metadata": {k: v for k, v in cell.get("metadata", {}).items() if k != "execution"}}
        kept["source"] = text_of(cell["source"]).splitlines(keepends=True)
        if cell["cell_type"] == "code":
            count = counts.get(id(cell))
            kept["execution_count"] = count
            kept["outputs"] = [_counted(o, count) for o in outputs.get(id(cell), {}).get("outputs", [])]
        cells.append(kept)
    metadata = {k: v for k, v in stored.get("metadata", {}).items() if k not in METADATA}
    return {**stored, "cells": cells, "metadata": {**metadata, **METADATA}}


def _counted(output, count):
    """An output without the kernel's own count and without passing marks of a live display."""
    kept = {k: v for k, v in output.items() if k != "transient"}
    return {**kept, "execution_count": count} if kept["output_type"] == "execute_result" else kept


def dump(notebook):
    """As Jupyter itself writes it, so that saving from JupyterLab changes no line."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
