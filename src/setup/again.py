"""Builds the library a second time, from a copy of the sources in another folder: the jars must be the same bytes."""

import shutil

import library
from console import ROOT, TARGET, WORK, digest, say

COPY = WORK / "again"
LOG = WORK / "again.log"
TESTLESS = ("-q", "-DskipTests", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true")


def build(jdk):
    """The names of the jars of target/, and of those that a second build made otherwise or not at all."""
    made = sorted(TARGET.glob("backshadow-*.jar"))
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    shutil.copy(ROOT / "pom.xml", COPY)
    shutil.copytree(ROOT / "src" / "main", COPY / "src" / "main")
    if library.maven(jdk, "-f", COPY / "pom.xml", *TESTLESS, "verify", log=LOG) != 0:
        say(f"the second build failed:\n{library.failure(LOG)}")
    differing = different(made, COPY / "target")
    if not differing:
        shutil.rmtree(COPY)
    return [jar.name for jar in made], [jar.name for jar in differing]


def different(jars, folder):
    """Those of the jars that are not in the folder with the same bytes."""
    return [jar for jar in jars if not (folder / jar.name).is_file() or digest(jar) != digest(folder / jar.name)]
