import json
import unittest

import notebook


def cell(source, *outputs, tags=(), count=1):
    metadata = {"tags": list(tags), "execution": {"iopub.status.busy": "now"}}
    return {
        "cell_type": "code",
        "source": source,
        "outputs": list(outputs),
        "metadata": metadata,
        "execution_count": count,
    }


def result(**data):
    data = {key.replace("_", "/"): value for key, value in data.items()}
    return {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 7}


def stream(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": text}


def error(*trace, ename="java.lang.IllegalArgumentException"):
    return {"output_type": "error", "ename": ename, "evalue": "", "traceback": list(trace)}


def book(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


class CompareTest(unittest.TestCase):
    def differences(self, stored, fresh, tags=()):
        return notebook.compare(book(cell("x", *stored, tags=tags)), book(cell("x", *fresh)))

    def test_equal_outputs_agree_whatever_their_lists_and_counts(self):
        stored = [stream(["a\n", "b\n"]), {**result(text_plain=["1"]), "execution_count": 3}]

        self.assertEqual(self.differences(stored, [stream("a\n"), stream("b\n"), result(text_plain="1")]), [])

    def test_another_text_table_or_stream_is_told_with_both_lines(self):
        pairs = [
            (result(text_plain="0.1"), result(text_plain="0.2"), "text/plain"),
            (result(text_html="<td>0.1</td>"), result(text_html="<td>0.2</td>"), "text/html"),
            (stream("0.1"), stream("0.2"), "stdout"),
        ]
        for old, new, kind in pairs:
            with self.subTest(kind):
                (told,) = self.differences([old], [new])
                self.assertIn(f"In [1]: {kind} differs", told)
                self.assertIn("0.1", told)
                self.assertIn("0.2", told)

    def test_of_pictures_and_specifications_only_the_types_count(self):
        old = {**result(), "data": {"image/png": "AA", "application/vnd.vegalite.v5+json": {"a": 1}}}
        new = {**result(), "data": {"image/png": "BB", "application/vnd.vegalite.v5+json": {"a": 2}}}

        self.assertEqual(self.differences([old], [new]), [])
        self.assertEqual(len(self.differences([old], [{**result(), "data": {"image/png": "AA"}}])), 1)

    def test_a_picture_inside_html_is_not_compared(self):
        old, new = (result(text_html=f'<img src="data:image/svg+xml;base64,{x}"> n') for x in "AB")

        self.assertEqual(self.differences([old], [new]), [])

    def test_timings_are_not_compared(self):
        self.assertEqual(self.differences([stream("3 ms")], [stream("4 ms")], tags=["timing"]), [])
        self.assertEqual(self.differences([stream("a\n\u23f1 3 ms\n")], [stream("a\n\u23f1 4 ms\n")]), [])
        self.assertEqual(len(self.differences([stream("3 ms")], [stream("4 ms")])), 1)

    def test_a_missing_output_is_a_difference(self):
        self.assertIn("stored outputs are none, now stdout", self.differences([], [stream("a")])[0])


class FailureTest(unittest.TestCase):
    def test_a_failure_gives_number_source_and_java_message(self):
        trace = error(
            "\x1b[1m---------\x1b[0m\njava.lang.IllegalArgumentException: theta has 11 values", "\tat .f(#13:2)"
        )
        found = notebook.errors(book({"cell_type": "markdown", "source": "#"}, cell("var x;"), cell(["f(", "x)"], trace)))

        message = "java.lang.IllegalArgumentException: theta has 11 values\n    at .f(#13:2)"
        self.assertEqual(found, [(2, "f(x)", message)])

    def test_a_compilation_error_keeps_the_compilers_lines(self):
        text = notebook.message(error("|   y.foo(1)", "int cannot be dereferenced", ename="CompilationException"))

        self.assertEqual(text, "|   y.foo(1)\nint cannot be dereferenced")


class StoreTest(unittest.TestCase):
    def test_storing_keeps_outputs_and_drops_what_changes_by_itself(self):
        stored = book(cell("x", count=41), cell("y", count=12))
        stored["metadata"] = {"kernelspec": {"name": "backshadow"}, "language_info": {"version": "25"}, "title": "t"}
        shown = {**result(text_plain="1"), "transient": {"display_id": "u"}}

        kept = notebook.to_store(stored, book(cell("x", shown), cell("y")))

        self.assertEqual([c["execution_count"] for c in kept["cells"]], [1, 2])
        self.assertEqual(kept["cells"][0]["outputs"], [{**result(text_plain="1"), "execution_count": 1}])
        self.assertNotIn("execution", kept["cells"][0]["metadata"])
        self.assertEqual(kept["metadata"], {**notebook.METADATA, "title": "t"})
        self.assertEqual(notebook.compare(kept, book(cell("x", shown), cell("y"))), [])

    def test_storing_twice_changes_nothing(self):
        fresh = book(cell("x", result(text_plain="±")))
        once = notebook.dump(notebook.to_store(fresh, fresh))

        self.assertEqual(notebook.dump(notebook.to_store(json.loads(once), fresh)), once)
        self.assertIn("±", once)

    def test_the_hash_follows_sources_and_tags_but_not_outputs(self):
        base = notebook.content(book(cell("x")))

        self.assertEqual(notebook.content(book(cell(["x"], stream("a"), count=3))), base)
        self.assertNotEqual(notebook.content(book(cell("x "))), base)
        self.assertNotEqual(notebook.content(book(cell("x", tags=["timing"]))), base)
