"""Executed notebooks to HTML and chart files."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from PIL import Image

from crossread.reporting.links import resolve_links
from crossread.reporting.notebooks import jupyter
from crossread.reporting.pages import render

if TYPE_CHECKING:
    from nbconvert import HTMLExporter
    from nbformat import NotebookNode

SVG, PNG = "image/svg+xml", "image/png"
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart of a report: file names without the folder, its alternative text, and its drawing if that has links."""

    svg: str
    png: str
    alt: str
    drawing: Markup | None


@cache
def _exporter() -> "HTMLExporter":
    exporter: HTMLExporter = jupyter("nbconvert").HTMLExporter(
        template_name="basic", exclude_input=True, exclude_input_prompt=True, exclude_output_prompt=True
    )
    # A busy machine cuts what is printed anywhere.
    exporter.register_preprocessor(jupyter("nbconvert.preprocessors").CoalesceStreamsPreprocessor, enabled=True)
    return exporter


def notebook_html(path: Path, charts: Sequence[ChartFile]) -> str:
    """Convert an executed notebook to HTML for the body of a page, with the code left out.

    Args:
        path: The notebook.
        charts: Its charts, as `save_charts` wrote them; the page shows these files.

    Returns:
        The markup of its prose and outputs.
    """
    notebook = jupyter("nbformat").read(path, as_version=4)
    for output, chart in zip(_chart_outputs(notebook), charts, strict=True):
        output.data = {"text/html": render("chart.html.j2", chart=chart)}
    # What does not fit is scrolled, and that must be possible with the keyboard.
    scrolled = r'<div class="scroll" role="group" aria-label="Table" tabindex="0">\g<0></div>'
    return _TABLE.sub(scrolled, resolve_links(str(_exporter().from_notebook_node(notebook)[0])))


def _chart_outputs(notebook: "NotebookNode") -> "list[NotebookNode]":
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return [output for output in outputs if SVG in output.get("data", {})]


def notebook_title(path: Path) -> str:
    """Return a notebook's first heading, or its name where it has none."""
    notebook = jupyter("nbformat").read(path, as_version=4)
    lines = (line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines())
    return next((line.lstrip("# ") for line in lines if line.startswith("# ")), path.stem)


def save_charts(notebook: Path, folder: Path) -> list[ChartFile]:
    """Write the charts that an executed notebook shows as files of their own, and keep only their SVG in the notebook.

    Args:
        notebook: The notebook.
        folder: Where the charts go, in the report's folder; made if absent.

    Returns:
        The charts in the notebook's order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    content = jupyter("nbformat").read(notebook, as_version=4)
    charts = []
    for number, output in enumerate(_chart_outputs(content), start=1):
        stem, drawing, linked = f"{notebook.stem}-{number}", output.data[SVG], resolve_links(output.data[SVG])
        (folder / f"{stem}.svg").write_text(resolve_links(drawing, "../"), encoding="utf-8")
        _write_png(base64.b64decode(output.data.pop(PNG)), folder / f"{stem}.png")
        # Links work in a drawing that is part of its page, and only those of a group are read out.
        inline = Markup(linked.replace('role="img"', 'role="group"', 1)) if linked != drawing else None  # noqa: S704
        charts.append(ChartFile(f"{stem}.svg", f"{stem}.png", output.data["text/plain"], inline))
    jupyter("nbformat").write(content, notebook)
    return charts


def _write_png(picture: bytes, path: Path) -> None:
    """Write a chart with a palette, which takes a quarter of the room: it has few colours, and shades of them."""
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path)
