import json
import unittest

from runner import NOTEBOOKS


class IndexTest(unittest.TestCase):
    """./backshadow site writes the index; whoever adds a notebook has to run it."""

    def test_the_index_names_every_notebook_and_its_thumbnail(self):
        cells = json.loads((NOTEBOOKS / "index.ipynb").read_text("utf-8"))["cells"]
        text = "".join(line for cell in cells for line in cell["source"])
        numbered = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
        self.assertTrue(numbered)
        for path in numbered:
            self.assertIn(f"({path.name})", text)
            self.assertIn(f"(thumbnails/{path.stem}.png)", text)
            self.assertTrue((NOTEBOOKS / "thumbnails" / f"{path.stem}.png").is_file(), path.stem)


if __name__ == "__main__":
    unittest.main()
