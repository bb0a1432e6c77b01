"""Sphinx's settings for the site; the sources are made by pages.py."""

from pathlib import Path

project = "Backshadow"
extensions = ["myst_nb", "sphinx_design"]
html_theme = "furo"
html_title = "Backshadow"
html_static_path = [str(Path(__file__).parent / "style.css")]
html_css_files = ["style.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False

nb_execution_mode = "off"  # the notebooks are stored with what the real kernel printed
nb_merge_streams = True  # lines printed one after the other belong together
nb_ipywidgets_js = {}  # the pages load nothing from elsewhere
myst_enable_extensions = ["colon_fence", "html_image"]
myst_heading_anchors = 4
# Notebooks link to each other by the name of the file; Java has no lexer for single expressions.
suppress_warnings = ["myst.header", "misc.highlighting_failure", "mystnb.unknown_mime_type"]
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
