"""Do the notebooks' last cells notice? Each claim is broken on purpose, and the last cell must fail.

A break is one change of the text of one cell, and a word of the error that it must end in.
"""

import copy
import json

import notebook
import runner
from console import WORK, Fault

# Notebook: (text of a cell before the last, what it becomes, a word of the last cell's error).
BREAKS = {
    "00-tour": [
        ("parameterShift().shots(500)", "hadamardTest().shots(500)", "circuits: 12"),
        ("randomPauliRotations(3, m, 2, 1)", "randomPauliRotations(3, m + 16, 2, 1)", "parameterShift: power"),
    ],
    "01-a-gradient-is-an-expectation-value": [
        ("up[j] += Math.PI / 4", "up[j] += Math.PI / 3", "the routes differ"),
        ('"I", -2 * theta[j]', '"I", -theta[j]', "the routes differ"),
        ("up[j] += 1e-5", "up[j] += 1e-4", "difference 0"),
    ],
    "02-what-a-gradient-costs": [
        ("gatesForError(0.2)", "gatesAtShots(100)", "at fixed error"),
    ],
    "03-shot-noise-and-four-estimators": [
        ("finiteDifference().step(h)", "finiteDifference().step(2 * h)", "samples 0"),
        ("parameterShift().shots(p.copies() / 20)", "parameterShift().shots(1000)", "parameterShift falls"),
    ],
    "04-markov-chains-do-backpropagation": [
        ("closed[t] *= product", "closed[t] *= 1", "derivative 0"),
        ("markovChain(4000, seed, lengths)", "markovChain(400, seed, lengths)", "M = 4"),
        ("phaseFlip(0, 0.5)", "phaseFlip(0, 0.4)", "a look"),
    ],
    "05-collapse": [
        ("Ansatz.commutingGenerators(3, 6)", "Ansatz.randomPauliRotations(3, 6, 2, 1)", "commuting generators"),
        ("160, 1, 2, 3, 4.4", "160, 1, 2, 3.2, 4.4", "noise, row 0"),
    ],
    "06-the-easy-case": [
        ("closedForm[i] *= Math.cos(2 * at[q])", "closedForm[i] *= Math.cos(at[q])", "closed form"),
        ('expectation(blocks, pauliSum("YZZZ"))', 'expectation(blocks, pauliSum("XZZZ"))', "F: "),
    ],
    "07-single-copy-shadows": [
        ("classicalShadow(u).clifford()", "classicalShadow(u)", "Cliffords, "),
    ],
    "08-two-copies-bell-sampling": [
        ('all.copies("bellSampling"), all', 'all.copies("magnitudes only, by pairs"), all', "method 2"),
        ("pairs.squared(strings[k]).value()", "Math.sqrt(pairs.squared(strings[k]).value())", "ZY"),
    ],
    "09-signs-and-the-mimicking-state": [
        ("turned = graph.z(0)", "turned = graph", "signs of XZI"),
        ("mimickingPairs(pairs)", "mimickingPairs(1)", "right signs"),
        ('r.copies("bellSampling"), magnitudes', 'r.copies("magnitudes only, by pairs"), magnitudes', "ratio"),
    ],
    "10-gentle-threshold-search": [
        ("copiesPerBatch(copies)", "copiesPerBatch(24)", "60 copies"),
        ("(0.05, 25, 50, 100, 200)", "(0.05, 25, 50, 100, 100)", "slope"),
    ],
    "11-online-shadow-tomography": [
        ("epsilon(0.2).delta(0.1).seed(1);\nrun", "epsilon(0.2).delta(0.1).copiesPerBatch(60).seed(1);\nrun", "promise"),
        ("Paper.mistakes(5, 0.5, 6, 1)", "Paper.mistakes(5, 0.7, 6, 1)", "bound"),
    ],
    "12-scaling-in-m": [
        ("copiesForGuarantee(0.2, 0.1)", "gatesForGuarantee(0.2, 0.1)", "copies"),
        ("(alarms + 9) * batch", "alarms * batch", "crossing"),
    ],
    "13-the-price": [
        ("reverseReduction(state, observables, adjoint())", "reverseReduction(state, observables, spsa())", "observable 0"),
        ("run.cost().peakBytes()", "run.cost().copies()", "bytes"),
    ],
    "14-real-inputs-hydrogen": [
        ("shots(2000)).steps(40)", "shots(2000)).steps(1)", "chemical accuracy"),
        ("gradientDescent(0.02)", "gradientDescent(0.01)", "rate 0.02"),
    ],
    "15-real-inputs-spins-programs-flowers": [
        ("gradientDescent(0.12).steps(200).run();\nspins4", "gradientDescent(0.1).steps(200).run();\nspins4", "spins, row 1"),
        ("x -> 2 * x", "x -> x", "program: component"),
    ],
    "16-your-own": [
        ('"0.25*XX + 0.25*YY"', '"0.25*XX + 0.2*YY"', "generator and matrix"),
        ("read ? 1.0 / 3 : 0", "read ? 1.0 / 9 : 0", "own ensemble"),
        ("rz(2, b.times(2))", "rz(2, b)", "amplitude of 110"),
    ],
}


def broken(original, old, new):
    """The notebook with its one text replaced; a fault unless it stands in one cell, before the last."""
    changed = copy.deepcopy(original)
    cells = [cell for _, cell in notebook.code_cells(changed)]
    hit = [cell for cell in cells if old in notebook.text_of(cell["source"])]
    if len(hit) != 1 or hit[0] is cells[-1] or notebook.text_of(hit[0]["source"]).count(old) != 1:
        raise Fault(f'"{old}" has to stand once in the notebook, in a cell of code before the last')
    hit[0]["source"] = notebook.text_of(hit[0]["source"]).replace(old, new)
    return changed


class BrokenRunner(runner.Runner):
    """Executes broken notebooks, beside those that are whole."""

    out = WORK / "claims" / "executed"


def write(breaks, folder=WORK / "claims"):
    """Writes each broken notebook into the folder: what was changed and the word of the error, by path."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for stem, changes in breaks.items():
        original = runner.read(runner.NOTEBOOKS / f"{stem}.ipynb")
        for number, (old, new, word) in enumerate(changes, start=1):
            path = folder / f"{stem}-{number}.ipynb"
            path.write_text(json.dumps(broken(original, old, new)), "utf-8")
            written[path] = f"{old} -> {new}", word
    return written


def unnoticed(outcome, word):
    """Why an executed break does not count as noticed by the last cell; "" when it does."""
    if not outcome.executed or not notebook.errors(outcome.executed):
        return "\n".join(outcome.failures) or "the last cell took it"
    last, errors = len(notebook.code_cells(outcome.executed)), notebook.errors(outcome.executed)
    number, _, message = errors[0]
    if number != last or "AssertionError" not in message or word not in message:
        return f'In [{number}] of {last} failed, without "{word}":\n{message}'
    return ""
