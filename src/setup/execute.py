"""Executes one notebook in the kernel "backshadow"; run by the environment's Python, not by a user.

Arguments: the notebook, the executed notebook and the page to write, the report to write, the
seconds a cell may take, the name of the kernel, and cells to run before the first one. The report is
a JSON object: "fault" is "" when the kernel stayed alive, and "cell" is the last cell that began.
"""

import copy
import json
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

from formulas import hidden, shown

# The page needs none of them; without them it opens offline.
LOADERS = re.compile(r'<script src="https?://[^"]*(?:require|jquery|[Mm]ath[Jj]ax)[^"]*"></script>\s*')


def execute(notebook, folder, timeout, kernel, before):
    """Executes in place; returns the fault, if any, and the number of the last cell begun."""
    begun = {"cell": 0}

    def on_cell_execute(cell, cell_index):
        begun["cell"] += 1

    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=timeout,
        startup_timeout=120,
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        store_widget_state=False,
        shutdown_kernel="immediate",
        on_cell_execute=on_cell_execute,
    )
    fault = ""
    own = notebook.cells
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in before] + own
    try:
        client.execute()
    except CellExecutionError as error:
        # A cell of the notebook holds its error output; the cells before it are not kept.
        fault = str(error) if begun["cell"] <= len(before) else ""
    except CellTimeoutError:
        fault = f"the cell was still running after {timeout} s"
    except DeadKernelError:
        fault = "the kernel died in this cell" if begun["cell"] else "the kernel did not start"
    except RuntimeError as start:
        fault = "the kernel did not start" if not begun["cell"] else str(start)
    finally:
        notebook.cells = own
    return fault, max(0, begun["cell"] - len(before))


def page(notebook, title):
    words, found = copy.deepcopy(notebook), {}
    for cell in words.cells:
        if cell.cell_type == "markdown":
            cell.source = hidden(cell.source, found)
    exporter = HTMLExporter(embed_images=True)
    body, _ = exporter.from_notebook_node(words, resources={"metadata": {"name": title}})
    return shown(LOADERS.sub("", body), found)


def drop_cleared(notebook):
    """Removes the displays of progress that the library has cleared at the end of its work."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if "data" not in o or any(o.data.values())]


def main(source, executed, html, report, timeout, kernel, *before):
    source = Path(source)
    notebook = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    fault, cell = execute(notebook, source.parent, int(timeout), kernel, before)
    drop_cleared(notebook)
    failed = fault or any(o.output_type == "error" for c in notebook.cells for o in c.get("outputs", []))
    nbformat.write(notebook, executed)
    if not failed:
        Path(html).write_text(page(notebook, source.stem), "utf-8")
    Path(report).write_text(json.dumps({"fault": fault, "cell": cell}), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
