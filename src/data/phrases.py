"""Runs the PennyLane and Qiskit columns of src/docs/from-pennylane-and-qiskit.md.

    pip install pennylane==0.45.1 qiskit==2.6.2 qiskit-aer==0.18.2 qiskit-algorithms==0.4.0
    python src/data/phrases.py > src/test/resources/org/backshadow/phrases.json

Both columns of a row have to give the same matrix or number; the file keeps it, and PhrasesTest
compares what the third column gives. Qiskit's qubit 0 is the last one of its matrices; they are
turned round here.
"""

import contextlib
import json
import pathlib
import re

import numpy
import pennylane as qml
import qiskit
from pennylane import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import Parameter
from qiskit.circuit.library import PauliEvolutionGate, RXGate, UGate
from qiskit.quantum_info import (DensityMatrix, Operator, Pauli, SparsePauliOp, Statevector,
                                 entropy, partial_trace, state_fidelity)
from qiskit_aer.noise import (amplitude_damping_error, depolarizing_error, pauli_error,
                              phase_damping_error)
from qiskit_algorithms.gradients import ReverseEstimatorGradient, ReverseQGT

DOCUMENT = pathlib.Path(__file__).parent.parent / "docs/from-pennylane-and-qiskit.md"


def sections():
    for part in DOCUMENT.read_text().split("\n## ")[1:]:
        rows = []
        for line in part.splitlines():
            cells = [c.strip() for c in line.strip().strip("|").split(" | ")] if line[:1] == "|" else []
            if len(cells) == 3 and line.startswith("| |"):
                cells = [""] + cells
            if len(cells) == 4 and cells[1].startswith("`"):
                rows.append([c.strip("`") for c in cells[1:]])
        yield part.splitlines()[0], part, rows


def qiskit_circuit(qubits, prepare, phrase):
    qc = QuantumCircuit(qubits)
    prepare(qc)
    exec(phrase, globals() | {"qc": qc})
    return qc


def bell_pairs(qc):
    qc.h(0), qc.cx(0, 2), qc.h(1), qc.cx(1, 3)


def pennylane_bell_pairs(phrase):
    def circuit():
        qml.H(0), qml.CNOT([0, 2]), qml.H(1), qml.CNOT([1, 3])
        eval(phrase)
        return qml.density_matrix(range(4))

    return qml.QNode(circuit, qml.device("default.mixed", wires=4))()


def gate(ours, theirs):
    yield qml.matrix(eval(ours), wire_order=range(4))
    if theirs != "—":
        circuit = qiskit_circuit(4, lambda qc: None, theirs)
        yield Operator(circuit).reverse_qargs().data


def noise(ours, theirs):
    yield pennylane_bell_pairs(ours)
    yield DensityMatrix(qiskit_circuit(4, bell_pairs, theirs)).reverse_qargs().data


def observable(ours, theirs):
    wires = len(re.search(r'"([IXYZ]+)"', theirs).group(1))
    yield qml.matrix(eval(ours), wire_order=range(wires))
    yield Operator(eval(theirs)).reverse_qargs().data


def number(scopes):
    def evaluate(ours, theirs):
        yield eval(ours, scopes["PennyLane"])
        if theirs != "—":
            yield eval(theirs, scopes["Qiskit"])

    return evaluate


def scopes(part):
    found = {}
    for name, code in re.findall(r"```python\n# (\w+)\n(.*?)```", part, re.S):
        found[name] = dict(globals())
        exec(code, found[name])
    return found


def numbers(values):
    """To 13 digits after the point, whole numbers without one."""
    rounded = [round(float(v), 13) for v in values]
    return [int(v) if v == int(v) else v for v in rounded]


def entry(phrase, values):
    first = numpy.asarray(values[0])
    for other in values[1:]:
        difference = numpy.abs(first - numpy.asarray(other)).max()
        assert difference < 1e-9, (phrase, difference)
    flat = first.astype(complex).ravel()
    kept = {"phrase": phrase, "re": numbers(flat.real)}
    if numpy.abs(flat.imag).max() > 0:
        kept["im"] = numbers(flat.imag)
    return kept


evaluations = {"Gates": gate, "Noise": noise, "Observables": observable}
rows = []
with contextlib.redirect_stdout(None):
    for title, part, table in sections():
        evaluate = evaluations.get(title) or number(scopes(part))
        for ours, theirs, phrase in table:
            if title != "Not by the same name":
                rows.append({"section": title} | entry(phrase, list(evaluate(ours, theirs))))
source = "PennyLane %s, Qiskit %s" % (qml.version(), qiskit.__version__)
lines = ",\n".join(json.dumps(row) for row in rows)
print('{"source": "%s", "rows": [\n%s\n]}' % (source, lines))
