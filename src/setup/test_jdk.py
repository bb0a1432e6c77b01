import os
import tempfile
import unittest
from pathlib import Path

import jdk
from console import Fault


class JdkTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.system = Path(folder.name).resolve()
        self.env = {"PATH": str(self.system / "empty"), "HOME": str(self.system / "home")}

    def java(self, place, version, tools=("jshell", "javac"), modules="java.base"):
        home = self.system / place
        (home / "bin").mkdir(parents=True)
        for tool in ("java", *tools):
            (home / "bin" / tool).write_text("#!/bin/sh\n")
            os.chmod(home / "bin" / tool, 0o755)
        (home / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="{modules}"\n')
        return home

    def choose(self):
        return jdk.choose(self.env, self.system)

    def test_the_newest_jdk_is_chosen(self):
        self.java("usr/lib/jvm/java-17", "17.0.9")
        newest = self.java("home/.sdkman/candidates/java/25-tem", "25.0.3")
        self.env["JAVA_HOME"] = str(self.java("opt/jdk-21", "21"))

        self.assertEqual(self.choose(), jdk.Jdk(newest, 25))

    def test_a_jdk_reached_by_two_ways_counts_once(self):
        home = self.java("usr/lib/jvm/java-17", "17.0.9")
        (self.system / "usr/lib/jvm/default").symlink_to(home)
        self.env["PATH"] = str(home / "bin")

        self.assertEqual(jdk.found(self.env, self.system)[0], [jdk.Jdk(home, 17)])

    def test_conda_is_preferred_among_equals(self):
        self.java("usr/lib/jvm/java-25", "25")
        self.env["CONDA_PREFIX"] = str(self.system / "conda")
        conda = self.java("conda/lib/jvm", "25.0.1")

        self.assertEqual(self.choose().home, conda)

    def test_a_jdk_of_the_mac_is_found(self):
        home = self.java("Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home", "21.0.2")

        self.assertEqual(self.choose().home, home)

    def test_no_jdk_names_the_package(self):
        with self.assertRaisesRegex(Fault, "no JDK 17 or later was found; .*apt-get install openjdk-17-jdk"):
            self.choose()

    def test_a_jre_and_an_old_jdk_are_passed_over_with_the_reason(self):
        self.java("usr/lib/jvm/java-21", "21.0.1", tools=())
        self.java("usr/lib/jvm/java-8", "1.8.0_402")

        with self.assertRaisesRegex(Fault, r"java-21 has no jshell \(a JRE is not enough\); .*java-8 is Java 8"):
            self.choose()

    def test_the_forced_jdk_wins_over_a_newer_one(self):
        self.java("usr/lib/jvm/java-25", "25")
        self.env["BACKSHADOW_JAVA_HOME"] = str(self.java("opt/java-17", "17.0.1"))

        self.assertEqual(self.choose().version, 17)

    def test_a_wrong_forced_jdk_is_an_error(self):
        self.java("usr/lib/jvm/java-25", "25")
        wrong = {
            self.system / "nowhere": "holds no bin/java",
            self.java("opt/java-11", "11.0.2"): "is Java 11",
            self.java("opt/jre-17", "17.0.2", tools=("javac",)): "has no jshell",
        }
        for home, message in wrong.items():
            self.env["BACKSHADOW_JAVA_HOME"] = str(home)
            with self.subTest(home), self.assertRaisesRegex(Fault, message):
                self.choose()

    def test_modules_are_read_from_the_release_file(self):
        home = self.java("opt/java-25", "25", modules="java.base jdk.incubator.vector")

        self.assertTrue(jdk.Jdk(home, 25).has_module("jdk.incubator.vector"))
        self.assertFalse(jdk.Jdk(home, 25).has_module("jdk.incubator"))
