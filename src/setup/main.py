"""The commands of ./backshadow; each step says one line."""

import os
import signal
import sys
import time
import traceback

import environment
import jdk
import kernel
import library
import notebook
import runner
from console import ROOT, WORK, Fault, say, short, warn


def setup():
    """JDK, Python, library, kernelspec; returns the JDK, the prefix and the kernelspec's text."""
    chosen = jdk.choose()
    say(f"JDK: {chosen.version} ({chosen.home})")
    library.check_tools()
    prefix = environment.prepare()
    library.build(chosen)
    return chosen, prefix, kernel.install(chosen, prefix)


def command_setup(arguments):
    _no_options(arguments)
    _, prefix, _ = setup()
    say(f'kernel: "Java (Backshadow)" in {short(prefix / "share" / "jupyter" / "kernels" / "backshadow")}')
    say("next: ./backshadow lab")
    return 0


def command_run(arguments):
    names = [a for a in arguments if a != "--fresh"]
    _no_options([a for a in names if a.startswith("-")])
    paths = runner.named(names)
    _, prefix, spec = setup()
    if not paths:
        say("notebooks: there are none in notebooks/")
        return 0
    start = time.monotonic()
    outcomes = runner.Runner(prefix, spec).run(paths, "--fresh" in arguments, runner.tell)
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    seconds = time.monotonic() - start
    say(f"{len(outcomes) - failed} of {len(outcomes)} notebooks are in target/notebooks ({seconds:.0f} s)")
    return 1 if failed else 0


def command_store(arguments):
    _no_options([a for a in arguments if a.startswith("-")])
    paths = runner.named(arguments)
    _, prefix, spec = setup()

    def keep(outcome):
        runner.tell(outcome)
        if not outcome.failures:
            text = notebook.dump(notebook.to_store(runner.read(outcome.path), outcome.executed))
            outcome.path.write_text(text, "utf-8")

    outcomes = runner.Runner(prefix, spec).run(paths, True, keep)
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    say(f"notebooks stored: {len(outcomes) - failed}, left as they were: {failed}")
    return 1 if failed else 0


def command_lab(arguments):
    _, prefix, _ = setup()
    folder = runner.NOTEBOOKS if runner.NOTEBOOKS.is_dir() else ROOT
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(kernel.OVERLAY), os.environ.get("JUPYTER_PATH")]))
    say("lab: stop it with Ctrl-C")
    python = str(prefix / "bin" / "python")
    ours = [f"--ServerApp.root_dir={folder}", "--MultiKernelManager.default_kernel_name=backshadow"]
    os.execv(python, [python, "-m", "jupyterlab", *ours, *arguments])


def command_test(arguments):
    import verify

    _no_options([a for a in arguments if a != "--full"])
    return verify.verify("--full" in arguments)


def command_bench(arguments):
    if not (arguments == ["all"] or len(arguments) in (3, 4) and all(a.isdecimal() for a in arguments[1:])):
        raise Fault("bench takes: all, or a workload, its qubits, its size and the threads, e.g. W2 20 4 1")
    chosen = jdk.choose()
    library.check_tools()
    library.build(chosen)
    threads = arguments[3] if len(arguments) == 4 else "1"
    options = [kernel.heap(), f"-Dbackshadow.threads={threads}"]
    if chosen.has_module("jdk.incubator.vector"):
        options += kernel.VECTORS
    entries = os.pathsep.join(map(str, library.class_path()))
    java = str(chosen.java)
    os.execv(java, [java, *options, "-cp", entries, "org.backshadow.bench.Bench", *arguments[:3]])


def command_site(arguments):
    import website

    _no_options(arguments)
    chosen = jdk.choose()
    library.check_tools()
    first = website.build(chosen)
    say(f"site: {short(first)}")
    return 0


def _no_options(arguments):
    if arguments:
        raise Fault(f'unknown option "{arguments[0]}"; ./backshadow help lists them')


COMMANDS = {
    "setup": command_setup,
    "run": command_run,
    "lab": command_lab,
    "test": command_test,
    "store": command_store,
    "bench": command_bench,
    "site": command_site,
}


def main(name, *arguments):
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that kernels are ended too
    try:
        return COMMANDS[name](arguments)
    except Fault as fault:
        warn(f"backshadow: {fault}")
    except KeyboardInterrupt:
        warn("backshadow: stopped")
        return 130
    except OSError as error:
        warn(f"backshadow: {error}")
    except Exception as error:  # a fault of our own: the trace is for the issue, not for the screen
        WORK.mkdir(parents=True, exist_ok=True)
        log = WORK / "fault.log"
        log.write_text(traceback.format_exc(), "utf-8")
        warn(f"backshadow: {type(error).__name__}: {error}; please report it with {short(log)}")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
