import unittest

import claims
import runner
from console import Fault
from test_notebook import book, cell, error

ASSERTION = error("java.lang.AssertionError: power 3", ename="EvalException")


def ended(*cells, failures=()):
    return runner.Outcome(None, executed=book(*cells) if cells else {}, failures=list(failures))


class BrokenTest(unittest.TestCase):
    def test_every_notebook_has_breaks_that_fit_its_text(self):
        self.assertEqual([path.stem for path in runner.named([]) if path.stem != "index"], list(claims.BREAKS))
        for stem, changes in claims.BREAKS.items():
            original = runner.read(runner.NOTEBOOKS / f"{stem}.ipynb")
            for old, new, _ in changes:
                with self.subTest(stem, old=old):
                    self.assertNotEqual(original, claims.broken(original, old, new))

    def test_one_text_of_one_cell_is_replaced(self):
        original = book(cell("a = 1"), cell("assert a"))
        self.assertEqual(["a = 2", "assert a"], [c["source"] for c in claims.broken(original, "1", "2")["cells"]])
        self.assertEqual("a = 1", original["cells"][0]["source"])

    def test_a_text_in_the_last_cell_twice_or_nowhere_is_refused(self):
        for old in ("assert", "a", "b"):
            with self.subTest(old), self.assertRaisesRegex(Fault, f'"{old}" has to stand once'):
                claims.broken(book(cell("a = 1"), cell("assert a")), old, "c")


class NoticedTest(unittest.TestCase):
    def test_an_assertion_of_the_last_cell_notices(self):
        self.assertEqual("", claims.unnoticed(ended(cell("1"), cell("2", ASSERTION)), "power"))

    def test_nothing_else_does(self):
        other = error("java.lang.IllegalArgumentException: power 3")
        for what, outcome in {
            "took it": ended(cell("1"), cell("2")),
            "In .1. of 2": ended(cell("1", ASSERTION), cell("2")),
            "In .2. of 2": ended(cell("1"), cell("2", other)),
            "kernel died": ended(failures=["the kernel died"]),
        }.items():
            with self.subTest(what):
                self.assertRegex(claims.unnoticed(outcome, "power"), what)
        self.assertRegex(claims.unnoticed(ended(cell("1", ASSERTION)), "slope"), 'without "slope"')


if __name__ == "__main__":
    unittest.main()
