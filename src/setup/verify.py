"""./backshadow test: the set-up's tests, the unit tests on every JDK floor, the notebooks.

Closes with one line, "N passed, M failed", over all of them.
"""

import io
import json
import shutil
import time
import unittest
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

import again
import claims
import environment
import jdk
import kernel
import library
import notebook
import runner
from console import ROOT, TARGET, WORK, Fault, read_or_empty, run_logged, say, short, warn

REPORTS = TARGET / "surefire-reports"
# The notebook that shows that any JJava kernel will do.
PLAIN = "00-tour"
# Executed as well where the library has Spark.
SPARK = ROOT / "src" / "test" / "notebooks" / "sweep-on-spark.ipynb"


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed" + (f", {self.skipped} skipped" if self.skipped else "")


def verify(full):
    total = Count()
    try:
        _all(total, full)
    except Fault as fault:
        warn(f"backshadow: {fault}")
        total.failed += 1
    if total.passed + total.failed == 0:
        warn("backshadow: no test was found")
        total.failed += 1
    say(str(total))
    return 1 if total.failed else 0


def _all(total, full):
    total.add(setup_tests())
    newest, floor = jdks()
    say(f"JDK: {newest.version} ({newest.home})")
    total.add(unit_tests(newest, full, "verify"))
    if floor is None:
        say(f"unit tests on JDK {jdk.FLOOR}: left out, the only JDK found is {newest.version}")
    elif (TARGET / "test-classes").is_dir():
        total.add(unit_tests(newest, full, "surefire:test", floor))
    total.add(second_build(newest))
    paths = runner.named([]) + (runner.named([SPARK]) if library.profiles() else [])
    if not paths:
        say("notebooks: there are none in notebooks/")
        return
    prefix = environment.prepare()
    library.build(newest)
    if full and floor:
        older = runner.Runner(prefix, kernel.install(floor, prefix))
        total.add(notebook_tests(f"notebooks on JDK {floor.version}", older, paths))
    spec = kernel.install(newest, prefix)
    ours = runner.Runner(prefix, spec)
    total.add(notebook_tests("notebooks", ours, paths))
    total.add(live_test(ours))
    if full:
        total.add(claim_tests(claims.BrokenRunner(prefix, spec)))
    if environment.kernel_jar(prefix)[0] == "JJAVA":
        plain = runner.PlainRunner(prefix, newest)
        total.add(notebook_tests("in plain JJava", plain, [path for path in paths if path.stem == PLAIN]))


def jdks():
    """The JDK to test on, and the oldest one found if it is another version."""
    newest = jdk.choose()
    oldest = min(jdk.found()[0], key=lambda other: other.version, default=newest)
    return newest, oldest if oldest.version < newest.version else None


def setup_tests():
    suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent), "test_*.py")
    out = io.StringIO()
    result = unittest.TextTestRunner(out, verbosity=0).run(suite)
    failed = len(result.failures) + len(result.errors)
    if failed:
        say(out.getvalue())
    count = Count(result.testsRun - failed - len(result.skipped), failed, len(result.skipped))
    say(f"tests of the set-up: {count}")
    return count


def unit_tests(newest, full, goal, floor=None):
    """One run of the unit tests: Maven on the newest JDK, the tests' JVM on the floor if given."""
    version = (floor or newest).version
    say(f"unit tests on JDK {version} ({'mvn ' + goal})")
    shutil.rmtree(REPORTS, ignore_errors=True)
    options = ["-Dtest.excludedGroups="] if full else []
    options += [f"-Djvm={floor.java}"] if floor else []
    start = time.monotonic()
    log = WORK / f"test-jdk{version}.log"
    ended_well = library.maven(newest, goal, *options, log=log) == 0
    count, messages = surefire(REPORTS)
    for message in messages:
        say(f"  {message}")
    if not ended_well and not count.failed:
        say(library.failure(log))
        count.failed += 1
    if ended_well and goal == "verify" and library.jar():
        library.mark_current()
    say(f"unit tests on JDK {version}: {count} in {time.monotonic() - start:.0f} s")
    return count


def second_build(jdk):
    """Every jar that the first build made, once more: equal or not."""
    start = time.monotonic()
    jars, differing = again.build(jdk)
    count = Count(len(jars) - len(differing), len(differing))
    for name in differing:
        say(f"  {name} is not the same when it is built again; both are in target and {short(again.COPY)}/target")
    say(f"built again, byte for byte: {count} in {time.monotonic() - start:.0f} s")
    return count


def surefire(folder):
    """The counts and the failures' messages of Surefire's XML reports."""
    count, messages = Count(), []
    for report in sorted(Path(folder).glob("TEST-*.xml")):
        for case in xml.parse(report).getroot().iter("testcase"):
            wrong = next((child for child in case if child.tag in ("failure", "error")), None)
            if wrong is not None:
                count.failed += 1
                text = (wrong.get("message") or wrong.text or wrong.get("type") or "").strip()
                name = f"{case.get('classname', '').rsplit('.', 1)[-1]}.{case.get('name')}"
                messages.append(f"{name}: " + "\n    ".join(text.splitlines()[:8]))
            elif case.find("skipped") is not None:
                count.skipped += 1
            else:
                count.passed += 1
    return count, messages


def notebook_tests(name, executions, paths):
    """Executes notebooks and holds their outputs against the stored ones."""
    count = Count()

    def judge(outcome):
        if not outcome.failures:
            outcome.failures = against_stored(runner.read(outcome.path), outcome.executed)
        wrong = bool(outcome.failures)
        count.failed += wrong
        count.passed += not wrong
        runner.tell(outcome)

    executions.run(paths, True, judge)
    say(f"{name}: {count}")
    return count


def live_test(executions):
    """What a page shows of a sweep while it runs, when it ends and when it is interrupted."""
    report, log = WORK / "live.json", WORK / "live.log"
    report.unlink(missing_ok=True)
    command = [executions.python, "-B", Path(__file__).with_name("live.py"), report]
    if run_logged(command, log, executions.env) == 0 and report.exists():
        wrong = json.loads(read_or_empty(report))
    else:
        wrong = [f"it could not be watched; log: {short(log)}"]
    for line in wrong:
        say(f"  {line}")
    count = Count(int(not wrong), int(bool(wrong)))
    say(f"a sweep in the kernel: {count}")
    return count


def claim_tests(executions):
    """Breaks every notebook's claim and looks whether its last cell notices."""
    count, written = Count(), claims.write(claims.BREAKS)

    def judge(outcome):
        change, word = written[outcome.path]
        why = claims.unnoticed(outcome, word)
        outcome.failures = [f"{change}\n{why}"] if why else []
        count.failed += bool(why)
        count.passed += not why
        runner.tell(outcome)

    executions.run(list(written), True, judge)
    say(f"claims broken on purpose: {count}")
    return count


def against_stored(stored, fresh):
    if notebook.errors(stored):
        return ["it is stored with an error output; mend the cell and run ./backshadow store"]
    if notebook.code_cells(stored) and not notebook.has_outputs(stored):
        return ["it is stored without outputs; run ./backshadow store"]
    return notebook.compare(stored, fresh)
