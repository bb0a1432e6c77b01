import json
import os
import re
import tempfile
import unittest
import zipfile
from pathlib import Path
from unittest import mock

import again
import kernel
import library
import main
import runner
import verify
from console import Fault
from jdk import Jdk


class SetupTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def touch(self, name, text=""):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def spec(self, family="JJAVA", env=None, modules=""):
        java = self.touch("jdk/bin/java")
        self.touch("jdk/release", f'MODULES="java.base {modules}"')
        jars = [self.touch("a.jar"), self.touch("b.jar")]
        jdk = Jdk(java.parent.parent, 25)
        return kernel.spec(jdk, family, self.touch("kernel.jar"), jars, self.touch("startup.jsh"), env or {})

    def test_a_jar_counts_as_built_again_only_with_the_same_bytes(self):
        jars = [self.touch(f"first/{name}.jar", name) for name in ("same", "other", "gone")]
        self.touch("second/same.jar", "same")
        self.touch("second/other.jar", "OTHER")
        self.assertEqual([jar.stem for jar in again.different(jars, self.root / "second")], ["other", "gone"])

    def test_the_kernelspec_names_jdk_jars_and_startup(self):
        for family in ("JJAVA", "IJAVA"):
            made = self.spec(family)
            self.assertEqual(made["argv"][0], str(self.root / "jdk/bin/java"))
            self.assertEqual(made["interrupt_mode"], "message")
            self.assertEqual(
                made["env"],
                {
                    f"{family}_CLASSPATH": os.pathsep.join([str(self.root / "a.jar"), str(self.root / "b.jar")]),
                    f"{family}_STARTUP_SCRIPTS_PATH": str(self.root / "startup.jsh"),
                },
            )

    def test_the_vector_module_is_added_where_the_jdk_has_it(self):
        self.assertNotIn("jdk.incubator.vector", self.spec()["argv"])
        self.assertIn("jdk.incubator.vector", self.spec(modules="jdk.incubator.vector")["argv"])

    def test_with_spark_the_jvm_has_its_class_path_and_the_packages_that_it_opens(self):
        spark = self.touch("lib/spark-core_2.13-4.2.0.jar")
        jar = self.root / "kernel.jar"
        with zipfile.ZipFile(jar, "w") as packed:
            packed.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: a.Kernel\n")
        java = self.touch("jdk/bin/java")
        self.touch("jdk/release", 'MODULES="java.base"')
        for version, gone in ((17, False), (25, True)):
            jdk = Jdk(java.parent.parent, version)
            argv = kernel.spec(jdk, "JJAVA", jar, [spark], self.touch("startup.jsh"), {})["argv"]
            self.assertEqual(argv[-4:], ["-cp", f"{jar}{os.pathsep}{spark}", "a.Kernel", "{connection_file}"])
            self.assertIn("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", argv)
            self.assertEqual("--add-opens=java.base/sun.security.action=ALL-UNNAMED" not in argv, gone)
            self.assertEqual("--enable-native-access=ALL-UNNAMED" in argv, gone)
        self.assertNotIn("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", self.spec()["argv"])

    def test_the_profile_opens_what_the_kernel_opens(self):
        pom = (Path(kernel.ROOT) / "pom.xml").read_text("utf-8")
        opened = re.findall(r"--add-opens=java.base/([\w.]+)=ALL-UNNAMED", pom)
        self.assertEqual(sorted(opened), sorted(kernel.SPARK_OPENS))

    def test_spark_is_asked_for_by_a_variable(self):
        self.assertEqual(library.profiles({}), [])
        self.assertEqual(library.profiles({"BACKSHADOW_SPARK": "0"}), [])
        self.assertEqual(library.profiles({"BACKSHADOW_SPARK": "1"}), ["-Pspark"])
        with self.assertRaisesRegex(Fault, 'BACKSHADOW_SPARK="yes": write 1'):
            library.profiles({"BACKSHADOW_SPARK": "yes"})

    def test_the_heap_can_be_set(self):
        self.assertIn("-Xmx8g", self.spec(env={"BACKSHADOW_HEAP": "8g"})["argv"])
        with self.assertRaisesRegex(Fault, 'BACKSHADOW_HEAP="8 GB" is not a size'):
            self.spec(env={"BACKSHADOW_HEAP": "8 GB"})

    def test_a_missing_jar_is_told_before_the_kernel_dies_of_it(self):
        gone = self.root / "gone.jar"
        with self.assertRaisesRegex(Fault, "gone.jar is missing; run ./backshadow setup"):
            kernel.spec(Jdk(self.touch("jdk/bin/java").parent.parent, 25), "JJAVA", gone, [], self.touch("s"), {})

    def test_the_library_is_current_until_a_source_or_the_jar_changes(self):
        target = self.root / "target"
        without = mock.patch.dict(os.environ, BACKSHADOW_SPARK="")
        with without, mock.patch.multiple(library, ROOT=self.root, TARGET=target, STAMP=target / "stamp"):
            self.touch("pom.xml")
            self.touch("src/main/A.java", "a")
            self.assertFalse(library.is_current())
            self.touch("target/lib/x.jar")
            self.touch("target/backshadow-1.jar", "jar")
            self.touch("target/backshadow-1-sources.jar", "sources")
            library.mark_current()
            self.assertTrue(library.is_current())
            with mock.patch.dict(os.environ, BACKSHADOW_SPARK="1"):
                self.assertFalse(library.is_current())
            self.touch("src/main/A.java", "b")
            self.assertFalse(library.is_current())
            self.touch("src/main/A.java", "a")
            self.assertTrue(library.is_current())
            self.touch("target/backshadow-1.jar", "another")
            self.assertFalse(library.is_current())

    def test_mavens_complaint_is_given_without_its_advice(self):
        log = self.touch(
            "log", "[INFO] x\n\x1b[1;31m[ERROR]\x1b[m A.java:[1,2] ';' expected\n[ERROR] \n[ERROR] Re-run Maven with -e\n"
        )

        self.assertEqual(library.failure(log).splitlines()[0], "  A.java:[1,2] ';' expected")
        self.assertNotIn("Re-run", library.failure(log))

    def executed(self, *outputs):
        cells = [{"cell_type": "code", "source": "f(x)", "metadata": {}, "outputs": list(outputs)}]
        return {"cells": cells, "metadata": {}}

    def test_a_dead_kernel_is_told_with_the_cell(self):
        report = json.dumps({"fault": "the kernel died in this cell", "cell": 1})

        (told,) = runner.failures(self.executed(), report, self.root / "x.log")

        self.assertTrue(told.startswith("In [1]: the kernel died in this cell\n    f(x)"), told)

    def test_a_kernel_that_does_not_start_is_told_with_javas_cause(self):
        log = self.touch("x.log", "WARNING: w\nException in thread main\n\tat x\nCaused by: y: no module\n\tat z\n")
        report = json.dumps({"fault": "the kernel did not start", "cell": 0})

        (told,) = runner.failures(self.executed(), report, log)

        self.assertIn("the kernel did not start: Caused by: y: no module", told)

    def test_a_broken_file_fails_alone(self):
        with mock.patch.object(runner.library, "content", lambda: ""):
            paths = [self.touch("a.ipynb", "{"), self.touch("b.ipynb", "[]")]
            outcomes = runner.Runner(self.root, "", {}).run(paths, True, lambda outcome: None)

        self.assertEqual(len(outcomes), 2)
        self.assertTrue(all("is not a notebook" in outcome.failures[0] for outcome in outcomes))

    def test_a_notebook_without_outputs_fails_the_comparison(self):
        self.assertIn("stored without outputs", verify.against_stored(self.executed(), self.executed())[0])

    def test_surefire_reports_are_counted_and_failures_named(self):
        self.touch(
            "TEST-a.xml",
            '<testsuite><testcase classname="o.b.ATest" name="holds"/>'
            '<testcase classname="o.b.ATest" name="fails"><failure message="expected 1"/></testcase>'
            '<testcase classname="o.b.ATest" name="waits"><skipped/></testcase></testsuite>',
        )

        count, messages = verify.surefire(self.root)

        self.assertEqual(str(count), "1 passed, 1 failed, 1 skipped")
        self.assertEqual(messages, ["ATest.fails: expected 1"])

    def test_an_unknown_notebook_and_option_are_faults_of_one_line(self):
        with mock.patch.object(main, "warn") as warned:
            self.assertEqual(main.main("run", "no-such-notebook"), 1)
            self.assertEqual(main.main("run", "--frehs"), 1)
        self.assertIn('no notebook "no-such-notebook"', warned.call_args_list[0].args[0])
        self.assertIn('unknown option "--frehs"', warned.call_args_list[1].args[0])
