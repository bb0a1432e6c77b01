"""Writes the probabilities that the tests of OpenQASM import compare with.

Run once with Qiskit 2.6.2 and its reader of OpenQASM 3 (pip install qiskit==2.6.2
qiskit-qasm3-import==0.6.0):

    python src/data/qasm_probabilities.py > src/test/resources/org/backshadow/circuit/qasm/probabilities.json

Qiskit's qubit 0 is the last bit of an outcome; here it is the first, so the bits are turned round.
"""

import json
import pathlib

import qiskit
from qiskit import qasm2, qasm3
from qiskit.quantum_info import Statevector

FOLDER = pathlib.Path(__file__).parent.parent / "test/resources/org/backshadow/circuit/qasm"


def probabilities(circuit):
    circuit = circuit.remove_final_measurements(inplace=False)
    state = Statevector.from_instruction(circuit).reverse_qargs()
    return [float("%.15g" % p) for p in state.probabilities()]


def read(file):
    if file.parent.name == "qasm3":
        return qasm3.loads(file.read_text())
    return qasm2.loads(file.read_text(), custom_instructions=qasm2.LEGACY_CUSTOM_INSTRUCTIONS)


files = sorted(FOLDER.glob("qasm?/*.qasm"))
values = {"%s/%s" % (f.parent.name, f.name): probabilities(read(f)) for f in files}
print(json.dumps({"source": "Qiskit " + qiskit.__version__, "probabilities": values}, indent=1))
