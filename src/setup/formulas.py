"""Formulas of Markdown as MathML: browsers draw it without a library and without a network."""

import re

import latex2mathml.converter

CODE = re.compile(r"(```.*?```|`[^`]*`)", re.DOTALL)
DISPLAYED = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
INLINE = re.compile(r"(?<![\\$])\$([^$]+?)\$")
WORD = re.compile(r"FORMULA\d+E")
TAG = re.compile(r"<[^<>]*FORMULA\d+E[^<>]*>")
FUNCTION = re.compile(r"<mi>(sin|cos|tan|ln|log|exp)</mi>(?!<mspace|<mo)")


def spaced(mathml):
    """Thin spaces around the name of a function without brackets, as in LaTeX: 2 sin s, not 2sins."""
    return FUNCTION.sub(r'<mo lspace="0.167em" rspace="0.167em">\1</mo>', mathml)


def hidden(markdown, found):
    """Puts a word in place of each formula, and the formula as MathML into ``found`` under it.

    The words come through any conversion of Markdown unchanged; see ``shown``.
    """

    def word(latex, display):
        name = f"FORMULA{len(found)}E"
        found[name] = spaced(latex2mathml.converter.convert(latex, display=display))
        return name

    parts = CODE.split(markdown)
    for i in range(0, len(parts), 2):
        parts[i] = DISPLAYED.sub(lambda m: word(m[1], "block"), parts[i])
        parts[i] = INLINE.sub(lambda m: word(m[1], "inline"), parts[i])
    return "".join(parts)


def shown(text, found):
    """The text with the formulas in place of their words; the anchor of a heading does without."""
    text = TAG.sub(lambda tag: WORD.sub("", tag[0]), text)
    return WORD.sub(lambda m: found[m[0]], text)


def drawn(markdown):
    """The Markdown with each formula as MathML in its place, for converters that keep HTML."""
    found = {}
    return shown(hidden(markdown, found), found)
