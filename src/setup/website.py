"""./backshadow site: the stored notebooks and the reference of all classes as pages, in target/site."""

import shutil

import environment
import library
from console import ROOT, TARGET, WORK, Fault, digest, read_or_empty, run_logged, say, short

SOURCES = ROOT / "src" / "site"
OUT = TARGET / "site"
VENV = ROOT / ".venv-site"


def build(jdk):
    """Makes all pages anew; returns the first one."""
    python = _python()
    shutil.rmtree(OUT, ignore_errors=True)
    _javadoc(jdk)
    made = WORK / "site"
    say("site: the notebooks")
    log = WORK / "site.log"
    if run_logged([python, "-B", SOURCES / "pages.py", ROOT, made], log) != 0:
        raise Fault(f"the site's sources were not made: {_end(log)}\n  log: {short(log)}")
    sphinx = [python, "-B", "-m", "sphinx", "-q", "-W", "--keep-going", "-c", SOURCES, "-d", WORK / "doctrees"]
    if run_logged([*sphinx, "-E", made, OUT], log) != 0:
        raise Fault(f"the site was not built: {_end(log)}\n  log: {short(log)}")
    return OUT / "index.html"


def _python():
    """The site's own environment: its generator needs packages that no user of a notebook does."""
    wanted = SOURCES / "requirements.txt"
    stamp = VENV / ".requirements"
    current = digest(wanted)
    python = VENV / "bin" / "python"
    if read_or_empty(stamp) != current or not environment.works(python):
        say("site: installing Sphinx into .venv-site (once, about a minute)")
        environment.create(VENV)
        environment.install(VENV, wanted.read_text("utf-8").split())
        stamp.write_text(current, "utf-8")
    return python


def _javadoc(jdk):
    say("site: the reference of all classes")
    log = WORK / "javadoc.log"
    goals = ["-q", "-DskipTests", "-Dmaven.test.skip=true", "-Dwarnings.fail=false", "compile", "javadoc:javadoc"]
    if library.maven(jdk, *goals, log=log) != 0:
        raise Fault(f"the reference was not made:\n{library.failure(log)}")
    shutil.copytree(TARGET / "reports" / "apidocs", OUT / "api")


def _end(log):
    lines = [line for line in read_or_empty(log).splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"
