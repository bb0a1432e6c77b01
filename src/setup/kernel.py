"""The kernelspec "backshadow": a chosen JDK, the kernel's jar and the library on the class path."""

import json
import os
import re
import zipfile

from console import ROOT, WORK, Fault
from environment import kernel_jar
from library import class_path

STARTUP = ROOT / "src" / "setup" / "startup.jsh"
# Found by Jupyter before all others: there the notebooks' own kernel name, "java", is ours too.
OVERLAY = WORK / "jupyter"
# Kernels of vectors are slower where the compiler keeps whole numbers in their registers.
VECTORS = ["--add-modules", "jdk.incubator.vector", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:-UseFPUForSpilling"]
# What Spark's launcher opens in java.base for a JVM from 17 on; the last is gone from JDK 24 on.
SPARK_OPENS = (
    "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent "
    "java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.util.calendar sun.security.action"
).split()


def spark(jdk):
    """The options of a JVM for Spark."""
    packages = SPARK_OPENS if jdk.version < 24 else SPARK_OPENS[:-1]
    options = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in packages]
    if jdk.version >= 24:  # without these it warns of what Spark does
        options += ["--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"]
    return options


def main_class(jar):
    """The class that a kernel's jar starts with."""
    with zipfile.ZipFile(jar) as packed:
        manifest = packed.read("META-INF/MANIFEST.MF").decode()
    return re.search(r"^Main-Class: *(\S+)", manifest, re.M).group(1)


def heap(env=os.environ):
    """-Xmx of BACKSHADOW_HEAP, else 60 % of the memory: the rest is for the browser and a second kernel."""
    size = env.get("BACKSHADOW_HEAP")
    if not size:
        return "-XX:MaxRAMPercentage=60"
    if not re.fullmatch(r"[1-9][0-9]*[kKmMgG]", size):
        raise Fault(f'BACKSHADOW_HEAP="{size}" is not a size; write it as 512m or 8g')
    return f"-Xmx{size}"


def spec(jdk, family, jar, entries, startup=STARTUP, env=os.environ):
    """The kernel.json of a JDK and a kernel jar."""
    for path in (jdk.java, jar, startup, *entries):
        if not path.exists():
            raise Fault(f"{path} is missing; run ./backshadow setup again")
    # Locale and charset are fixed, for outputs are compared with the stored ones.
    options = ["-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US", heap(env)]
    if family == "JJAVA":  # its launcher, which we replace, sets this too
        options += ["--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED"]
    if jdk.has_module("jdk.incubator.vector"):
        options += VECTORS
    start = ["-jar", str(jar)]
    if any(path.name.startswith("spark-core_") for path in entries):
        # On the JVM's own class path, which executors on other machines get too.
        options += spark(jdk)
        start = ["-cp", os.pathsep.join(map(str, [jar, *entries])), main_class(jar)]
    return {
        "argv": [str(jdk.java), *options, *start, "{connection_file}"],
        "display_name": "Java (Backshadow)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {
            f"{family}_CLASSPATH": os.pathsep.join(map(str, entries)),
            f"{family}_STARTUP_SCRIPTS_PATH": str(startup),
        },
        "metadata": {"debugger": False},
    }


def install(jdk, prefix):
    """Writes the kernelspec into the environment and the overlay; returns its text."""
    found = kernel_jar(prefix)
    if not found:
        raise Fault(f"{prefix} has no Java kernel; environment.yml lists jjava in its pip section")
    family, jar = found
    made = spec(jdk, family, jar, class_path())
    _write(prefix / "share" / "jupyter" / "kernels" / "backshadow", made)
    _write(OVERLAY / "kernels" / "backshadow", made)
    _write(OVERLAY / "kernels" / "java", {**made, "display_name": "Java"})
    return json.dumps(made)


def _write(folder, made):
    text = json.dumps(made, indent=1) + "\n"
    target = folder / "kernel.json"
    if not target.exists() or target.read_text("utf-8") != text:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
