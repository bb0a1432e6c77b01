"""From the stored notebooks: the site's sources, and the index with thumbnails among the notebooks.

Run by the site's own Python. Arguments: the project's folder and the folder for the sources.
"""

import base64
import io
import re
import shutil
import sys
from pathlib import Path

import nbformat
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1] / "setup"))
from formulas import drawn
from notebook import METADATA, dump

WIDTH = 320
TAG = "thumbnail"
TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)
CLAIM = re.compile(r"\*\*Claim\.\*\* *(.+)")
DOCUMENTS = {
    "environments": "Where the notebooks run",
    "from-pennylane-and-qiskit": "From PennyLane and Qiskit",
    "performance": "Performance",
    "spark": "When Spark pays",
}


def cells(notebook, kind):
    return [cell for cell in notebook.cells if cell.cell_type == kind]


def title(notebook):
    return next((m[1] for cell in cells(notebook, "markdown") if (m := TITLE.search(cell.source))), "")


def claim(notebook):
    """What the notebook shows: the first paragraph of its claim, else the first paragraph of it."""
    words = [cell.source for cell in cells(notebook, "markdown")]
    found = next((m[1] for text in words if (m := CLAIM.search(text))), None)
    return found or next(line for line in words[0].splitlines() if line and not line.startswith("#"))


def pictures(cell):
    for output in cell.outputs:
        data = output.get("data", {})
        if "image/png" in data:
            yield base64.b64decode(data["image/png"])
        else:
            for encoded in re.findall(r"data:image/png;base64,([^\"')]+)", "".join(data.get("text/html", ""))):
                yield base64.b64decode(encoded)


def thumbnail(notebook):
    """The first picture of the cell with the tag, else the last picture of all; None without one."""
    code = cells(notebook, "code")
    tagged = [cell for cell in code if TAG in cell.metadata.get("tags", [])]
    found = [picture for cell in tagged for picture in pictures(cell)]
    return found[0] if found else next((p for cell in reversed(code) for p in pictures(cell)), None)


def shrink(picture):
    """At most ``WIDTH`` pixels wide, on white, in few colours."""
    image = Image.open(io.BytesIO(picture)).convert("RGBA")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    height = round(image.height * WIDTH / image.width)
    small = white.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def page(notebook):
    """The notebook with formulas that every browser draws by itself."""
    for cell in cells(notebook, "markdown"):
        # These documents are not on the site under their path in the repository.
        text = cell.source.replace("](../README.md", "](index.md").replace("](../src/docs/", "](")
        cell.source = drawn(text)
    return notebook


def card(name, notebook, picture):
    image = f":img-top: thumbnails/{name}.png\n:img-alt: A picture from {title(notebook)}\n" if picture else ""
    return f":::{{grid-item-card}} {title(notebook)}\n:link: {name}\n:link-type: doc\n{image}{drawn(claim(notebook))}\n:::\n"


def gallery(names, cards):
    tree = "\n".join(names)
    documents = "\n".join(f"{text} <{name}>" for name, text in DOCUMENTS.items())
    return f"""# Backshadow

Gradients of parameterized quantum models on Java notebooks: what they are, how they are measured, and what they cost.
Every page is a notebook as the kernel executed it; every picture is a link to the cell that draws it.
<a href="api/index.html">The reference of all classes</a>.

::::{{grid}} 1 2 2 3
:gutter: 3

{"".join(cards)}::::

:::{{toctree}}
:hidden:
:caption: Notebooks
{tree}
:::

:::{{toctree}}
:hidden:
:caption: Pages
{documents}
:::
"""


def index(rows):
    """The index among the notebooks: a row each, with its thumbnail."""
    lines = [
        "# Backshadow: the notebooks",
        "",
        "In the order of the story. Each one runs alone, says first what it claims, and checks it at its end.",
        "",
        "| | |",
        "|---|---|",
    ]
    for name, notebook, picture in rows:
        image = f"[![{title(notebook)}](thumbnails/{name}.png)]({name}.ipynb)" if picture else ""
        lines.append(f"| {image} | **[{title(notebook)}]({name}.ipynb)** {claim(notebook)} |")
    source = "\n".join(lines).splitlines(keepends=True)
    cell = {"cell_type": "markdown", "id": "index", "metadata": {}, "source": source}
    return dump({"cells": [cell], "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5})


def main(root, out):
    root, out = Path(root), Path(out)
    shutil.rmtree(out, ignore_errors=True)
    thumbnails = root / "notebooks" / "thumbnails"
    thumbnails.mkdir(exist_ok=True)
    out.mkdir(parents=True)
    rows = []
    for path in sorted((root / "notebooks").glob("[0-9]*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        picture = thumbnail(notebook)
        if picture:
            (thumbnails / f"{path.stem}.png").write_bytes(shrink(picture))
        rows.append((path.stem, notebook, picture))
    cards = [card(*row) for row in rows]
    (root / "notebooks" / "index.ipynb").write_text(index(rows), "utf-8")
    for name, notebook, _ in rows:
        nbformat.write(page(notebook), out / f"{name}.ipynb")
    shutil.copytree(thumbnails, out / "thumbnails")
    for name in DOCUMENTS:
        shutil.copy(root / "src" / "docs" / f"{name}.md", out)
    (out / "index.md").write_text(gallery([name for name, _, _ in rows], cards), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
