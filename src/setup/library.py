"""The library: target/backshadow-*.jar and the jars beside it in target/lib, built when the sources change."""

import os
import shutil
import time

from console import ROOT, TARGET, WORK, Fault, digest, log_lines, read_or_empty, run_logged, say, short

# What a notebook needs in a kernel that is not ours.
IMPORTS = "import tech.tablesaw.api.*;\nimport static org.backshadow.Backshadow.*;"

STAMP = WORK / "library.stamp"
LOG = WORK / "build.log"


def profiles(env=os.environ):
    """Maven's options for what the library holds: Spark by BACKSHADOW_SPARK=1, else nothing more."""
    wanted = env.get("BACKSHADOW_SPARK", "")
    if wanted not in ("", "0", "1"):
        raise Fault(f'BACKSHADOW_SPARK="{wanted}": write 1 to have Spark in the kernel, or nothing')
    return ["-Pspark"] if wanted == "1" else []


def jar():
    """The library's jar, or None before the first build."""
    jars = [
        path
        for path in sorted(TARGET.glob("backshadow-*.jar"))
        if not path.stem.endswith(("-sources", "-javadoc", "-tests"))
    ]
    return max(jars, key=lambda path: path.stat().st_mtime) if jars else None


def class_path():
    """The jars a kernel loads; each is there, for a missing one kills the kernel without a word."""
    entries = [jar(), *sorted((TARGET / "lib").glob("*.jar"))]
    if entries[0] is None or len(entries) < 2:
        raise Fault("target/backshadow-*.jar or target/lib is missing; run ./backshadow setup")
    odd = next((char for char in ":*?" if char in str(ROOT)), None)
    if odd:
        raise Fault(f"the folder {ROOT} has '{odd}' in its path, which Java kernels cannot load from; move it")
    return entries


def content():
    """A hash of everything a kernel would load."""
    return digest(*(part for path in class_path() for part in (path.name, path)))


def _sources():
    files = [ROOT / "pom.xml", *sorted(path for path in (ROOT / "src" / "main").rglob("*") if path.is_file())]
    return digest(*profiles(), *(part for path in files for part in (short(path), path)))


def _state():
    built = jar()
    return digest(_sources(), built) if built and any((TARGET / "lib").glob("*.jar")) else "not built"


def is_current():
    return read_or_empty(STAMP) == _state()


def mark_current():
    STAMP.parent.mkdir(parents=True, exist_ok=True)
    STAMP.write_text(_state(), "utf-8")


def check_tools():
    """Says at once, before a long step, that Maven is missing where it will be needed."""
    if not is_current():
        _mvn()


def _mvn():
    command = shutil.which("mvn")
    if not command:
        raise Fault("mvn was not found; apt-get install maven, or conda env create (environment.yml)")
    return command


def maven(jdk, *arguments, log):
    """Runs Maven on a JDK, its output in a log; returns the exit code."""
    return run_logged([_mvn(), "-B", "-ntp", *profiles(), *arguments], log, {"JAVA_HOME": str(jdk.home)})


def build(jdk):
    """Builds the jar if a source changed since the last build."""
    if is_current():
        return
    spark = " and Spark (220 MB, downloaded once)" if profiles() else ""
    say(f"library: building the jar{spark} with Maven on JDK {jdk.version}")
    start = time.monotonic()
    shutil.rmtree(TARGET / "lib", ignore_errors=True)
    for old in TARGET.glob("backshadow-*.jar"):
        old.unlink()
    if maven(jdk, "-q", "-DskipTests", "-Dmaven.test.skip=true", "-Dwarnings.fail=false", "package", log=LOG) != 0:
        raise Fault(f"the library was not built:\n{failure(LOG)}")
    mark_current()
    say(f"library: {short(jar())} built in {time.monotonic() - start:.0f} s")


def failure(log, limit=20):
    """What Maven complained about, in its own words, and where the rest is."""
    advice = ("[Help", "-> [Help", "To see", "Re-run", "For more", "COMPILATION ERROR")
    lines = [line.replace(" -> [Help 1]", "") for line in log_lines(log, "[ERROR]") if not line.startswith(advice)]
    hint = ""
    if any("transfer" in line or "resolve" in line.lower() for line in lines[:3]):
        hint = "\nMaven could not download a part: check the network (or the mirror in ~/.m2/settings.xml) and try again."
    return "\n".join(f"  {line}" for line in lines[:limit]) + f"{hint}\n  log: {short(log)}"
