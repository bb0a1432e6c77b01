"""The Python side: the active conda environment where it has a Java kernel, else .venv."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

from console import ROOT, WORK, Fault, digest, log_lines, read_or_empty, run_logged, say, short

LIST = ROOT / "environment.yml"
VENV = ROOT / ".venv"


def requirements(text):
    """The pip section of an environment.yml; comments, blank lines and quotes are left out."""
    listed, indent = [], None
    for line in text.splitlines():
        bare = re.sub(r"(^|\s)#.*", "", line).rstrip()
        if not bare:
            continue
        depth = len(bare) - len(bare.lstrip())
        if indent is None:
            if re.fullmatch(r"\s*-\s*pip:", bare):
                indent = depth
        elif depth > indent and bare.lstrip().startswith("- "):
            listed.append(bare.lstrip()[2:].strip().strip("\"'"))
        else:
            break
    return listed


def kernel_jar(prefix):
    """The kernel jar of a Python prefix: ("JJAVA", jar) or ("IJAVA", jar), or None."""
    kernels = Path(prefix) / "share" / "jupyter" / "kernels"
    for family, pattern in (("JJAVA", "jjava.jar"), ("JJAVA", "jjava-[0-9]*.jar"), ("IJAVA", "[iI][jJ]ava*.jar")):
        jars = sorted(kernels.glob(f"*/{pattern}"))
        if jars:
            return family, jars[-1]
    return None


def conda(env=os.environ):
    """The active conda environment (or Binder's), if it has Jupyter and a Java kernel."""
    for name in ("CONDA_PREFIX", "NB_PYTHON_PREFIX"):
        prefix = Path(env.get(name) or "/nowhere")
        if (prefix / "bin" / "jupyter").exists():
            if kernel_jar(prefix):
                return prefix
            say(f"the conda environment {prefix.name} has no Java kernel: using .venv")
    return None


def prepare():
    """Returns the prefix whose bin/python has the requirements, after installing what is missing."""
    prefix = conda()
    if prefix:
        say(f"Python: conda environment {prefix.name}")
        return prefix
    wanted = requirements(read_or_empty(LIST))
    if not wanted:
        raise Fault("environment.yml has no pip section; restore the file from the repository")
    stamp = VENV / ".requirements"
    current = digest(*wanted)
    if read_or_empty(stamp) != current or not works(VENV / "bin" / "python"):
        create(VENV)
        say("Python: installing the requirements of environment.yml into .venv (about 20 s)")
        install(VENV, wanted)
        stamp.write_text(current, "utf-8")
    return VENV


def works(python):
    return python.exists() and subprocess.run([python, "-c", ""], capture_output=True).returncode == 0


def create(venv):
    if works(venv / "bin" / "python"):
        return
    for module in ("venv", "ensurepip"):
        if not importlib.util.find_spec(module):
            raise Fault(f"{sys.executable} cannot make a virtual environment; apt-get install python3-venv")
    log = WORK / "venv.log"
    if run_logged([sys.executable, "-m", "venv", "--clear", venv], log) != 0:
        raise Fault(f"python3 -m venv .venv failed (see {short(log)}); apt-get install python3-venv may help")


def install(venv, wanted):
    listed = WORK / "requirements.txt"
    listed.parent.mkdir(parents=True, exist_ok=True)
    listed.write_text("\n".join(wanted) + "\n", "utf-8")
    log = WORK / "pip.log"
    command = [venv / "bin" / "python", "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if run_logged([*command, "-r", listed], log) != 0:
        errors = log_lines(log, "ERROR:")
        reason = errors[0] if errors else "pip stopped"
        raise Fault(
            f"pip could not install the requirements: {reason}\n"
            f"Check the network (or set PIP_INDEX_URL to your mirror) and run ./backshadow setup again; log: {short(log)}"
        )
