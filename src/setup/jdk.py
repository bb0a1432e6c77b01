"""The JDK: the newest one found that can run a notebook (17 or later, with jshell and javac)."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from console import Fault

FLOOR = 17
INSTALL = "install one, e.g. apt-get install openjdk-17-jdk, or conda env create (environment.yml)"


@dataclass(frozen=True)
class Jdk:
    home: Path
    version: int

    @property
    def java(self):
        return self.home / "bin" / "java"

    def has_module(self, name):
        """Whether this JDK ships a module; its release file lists them, else java is asked."""
        listed = re.search(r'^MODULES="(.*)"', _release(self.home), re.M)
        if listed:
            return name in listed.group(1).split()
        asked = subprocess.run([self.java, "--list-modules"], capture_output=True, text=True)
        return any(line.split("@")[0] == name for line in asked.stdout.splitlines())


def _release(home):
    try:
        return (home / "release").read_text("utf-8", "replace")
    except OSError:
        return ""


def version_of(home):
    """The feature version of the Java at home (8, 17, 25, ...), or None where there is none."""
    java = home / "bin" / "java"
    if not os.access(java, os.X_OK):
        return None
    stated = re.search(r'^JAVA_VERSION="([^"]+)"', _release(home), re.M)
    if not stated and (home / "lib" / "modules").exists():
        asked = subprocess.run([java, "-version"], capture_output=True, text=True)
        stated = re.search(r'version "([^"]+)"', asked.stderr)
    if not stated:
        return None
    numbers = re.findall(r"\d+", stated.group(1)) or ["0"]
    return int(numbers[1] if numbers[0] == "1" and len(numbers) > 1 else numbers[0])


def missing_tools(home):
    return [tool for tool in ("jshell", "javac") if not os.access(home / "bin" / tool, os.X_OK)]


def candidates(env, system=Path("/")):
    """Where a JDK may lie, in the order in which equals are preferred."""
    for name in ("CONDA_PREFIX", "NB_PYTHON_PREFIX"):
        if env.get(name):
            yield Path(env[name]) / "lib" / "jvm"
            yield Path(env[name])
    if env.get("JAVA_HOME"):
        yield Path(env["JAVA_HOME"])
    on_path = shutil.which("java", path=env.get("PATH", ""))
    if on_path:
        yield Path(on_path).resolve().parent.parent
    yield from sorted((system / "usr" / "lib" / "jvm").glob("*"))
    yield from sorted((system / "Library" / "Java" / "JavaVirtualMachines").glob("*/Contents/Home"))
    if env.get("HOME"):
        yield from sorted((Path(env["HOME"]) / ".sdkman" / "candidates" / "java").glob("*"))


def found(env=os.environ, system=Path("/")):
    """All usable JDKs, newest first, each folder once; and the Javas passed over, with the reason."""
    usable, passed_over, seen = [], [], set()
    for home in candidates(env, system):
        real = home.resolve()
        version = version_of(real)
        if real in seen or version is None:
            continue
        seen.add(real)
        lacking = missing_tools(real)
        if version < FLOOR:
            passed_over.append(f"{real} is Java {version}")
        elif lacking:
            passed_over.append(f"{real} has no {lacking[0]} (a JRE is not enough)")
        else:
            usable.append(Jdk(real, version))
    usable.sort(key=lambda jdk: -jdk.version)
    return usable, passed_over


def choose(env=os.environ, system=Path("/")):
    """The JDK of BACKSHADOW_JAVA_HOME, else the newest one found."""
    forced = env.get("BACKSHADOW_JAVA_HOME")
    if forced:
        return _forced(Path(forced))
    usable, passed_over = found(env, system)
    if not usable:
        reason = "; ".join(passed_over)
        raise Fault(f"no JDK {FLOOR} or later was found{f' ({reason})' if reason else ''}; {INSTALL}")
    return usable[0]


def _forced(home):
    version = version_of(home)
    if version is None:
        raise Fault(f"BACKSHADOW_JAVA_HOME={home} holds no bin/java; point it at a JDK {FLOOR} or later, or unset it")
    if version < FLOOR:
        raise Fault(f"BACKSHADOW_JAVA_HOME={home} is Java {version}; point it at a JDK {FLOOR} or later, or unset it")
    if missing_tools(home):
        raise Fault(f"BACKSHADOW_JAVA_HOME={home} has no {missing_tools(home)[0]}: it is a JRE; a JDK is needed")
    return Jdk(home.resolve(), version)
