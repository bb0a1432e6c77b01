import tempfile
import unittest
from pathlib import Path
from unittest import mock

import environment


class EnvironmentTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.prefix = Path(folder.name)

    def kernel(self, name):
        jar = self.prefix / "share" / "jupyter" / "kernels" / "java" / name
        jar.parent.mkdir(parents=True, exist_ok=True)
        jar.touch()
        return jar

    def test_requirements_are_the_pip_section_alone(self):
        text = """
dependencies:
  - python  # any
  - pip
  # a remark
  - pip:
      - jjava==1.0a8   # a pre-release
      # - ijava

      - "jupyterlab==4.6.6"
  - maven
"""
        self.assertEqual(environment.requirements(text), ["jjava==1.0a8", "jupyterlab==4.6.6"])

    def test_requirements_of_a_list_without_pip_are_none(self):
        self.assertEqual(environment.requirements("dependencies:\n  - pip\n  - python\n"), [])

    def test_our_own_list_is_pinned_and_holds_the_kernel(self):
        listed = environment.requirements(environment.LIST.read_text("utf-8"))

        self.assertTrue(all("==" in line for line in listed), listed)
        self.assertIn("jjava", [line.split("==")[0] for line in listed])

    def test_jjava_is_found_before_its_launcher(self):
        self.kernel("jjava-launcher.jar")
        jar = self.kernel("jjava.jar")

        self.assertEqual(environment.kernel_jar(self.prefix), ("JJAVA", jar))

    def test_ijava_is_found_where_jjava_is_not(self):
        jar = self.kernel("ijava-1.4.0.jar")

        self.assertEqual(environment.kernel_jar(self.prefix), ("IJAVA", jar))

    def test_conda_counts_only_with_jupyter_and_a_java_kernel(self):
        env = {"CONDA_PREFIX": str(self.prefix)}
        with mock.patch.object(environment, "say") as said:
            self.assertIsNone(environment.conda(env))
            (self.prefix / "bin").mkdir()
            (self.prefix / "bin" / "jupyter").touch()
            self.assertIsNone(environment.conda(env))
            self.assertIn("has no Java kernel", said.call_args.args[0])
            self.kernel("jjava.jar")
            self.assertEqual(environment.conda(env), self.prefix)

    def prepare(self, text, install=lambda *_: None):
        (self.prefix / "list").write_text(text)
        installs = mock.Mock(side_effect=install)
        with mock.patch.multiple(
            environment,
            LIST=self.prefix / "list",
            VENV=self.prefix,
            conda=lambda: None,
            create=lambda venv: None,
            works=lambda python: True,
            install=installs,
            say=mock.DEFAULT,
        ):
            environment.prepare()
        return installs.call_count

    def test_requirements_are_installed_again_only_when_the_list_changed(self):
        one, two = "  - pip:\n    - a==1\n", "  - pip:\n    - a==2\n"

        self.assertEqual([self.prepare(one), self.prepare(one + "# remark\n"), self.prepare(two)], [1, 0, 1])

    def test_a_failed_install_is_tried_again(self):
        def fail(*_):
            raise environment.Fault("no network")

        with self.assertRaises(environment.Fault):
            self.prepare("  - pip:\n    - a==1\n", fail)
        self.assertEqual(self.prepare("  - pip:\n    - a==1\n"), 1)

    def test_a_failed_install_says_what_and_how_to_go_on(self):
        def run(command, log, env=None):
            log.parent.mkdir(parents=True, exist_ok=True)
            log.write_text("Collecting a\nERROR: No matching distribution found for a==1\n")
            return 1

        with mock.patch.multiple(environment, WORK=self.prefix, run_logged=run):
            with self.assertRaisesRegex(environment.Fault, "No matching distribution found for a==1\nCheck the network"):
                environment.install(self.prefix, ["a==1"])

    def test_a_python_without_ensurepip_names_the_package(self):
        with mock.patch("importlib.util.find_spec", lambda name: None if name == "ensurepip" else object()):
            with self.assertRaisesRegex(environment.Fault, "apt-get install python3-venv"):
                environment.create(self.prefix)
