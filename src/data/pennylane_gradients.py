"""Writes ten models with their values and gradients by PennyLane, which a test compares with ours.

Run once with PennyLane 0.45.1 (pip install pennylane==0.45.1):

    python src/data/pennylane_gradients.py > src/test/resources/org/backshadow/gradient/pennylane.json

A gate is [name, qubits, angles..., letters?]; an angle is a number, a parameter's name, or a list
[function, arguments...]. The derivatives are PennyLane's automatic ones (backprop), on
default.qubit for circuits of gates and on default.mixed for circuits with noise.
"""

import json

import pennylane as qml
from pennylane import numpy as np

GATES = {
    "x": qml.X, "h": qml.H, "s": qml.S, "t": qml.T, "sx": qml.SX,
    "rx": qml.RX, "ry": qml.RY, "rz": qml.RZ, "p": qml.PhaseShift,
    "cx": qml.CNOT, "cz": qml.CZ, "ch": qml.CH, "ccx": qml.Toffoli, "iswap": qml.ISWAP,
    "crx": qml.CRX, "cry": qml.CRY, "crz": qml.CRZ, "cp": qml.ControlledPhaseShift,
    "rxx": qml.IsingXX, "ryy": qml.IsingYY, "rzz": qml.IsingZZ,
    "u": qml.U3,
    "singleExcitation": qml.SingleExcitation, "doubleExcitation": qml.DoubleExcitation,
    "depolarize": qml.DepolarizingChannel,
    "amplitudeDamping": qml.AmplitudeDamping,
    "phaseDamping": qml.PhaseDamping,
    "bitFlip": qml.BitFlip,
    "phaseFlip": qml.PhaseFlip,
    "generalizedAmplitudeDamping": qml.GeneralizedAmplitudeDamping,
}
FUNCTIONS = {
    "plus": lambda a, b: a + b, "minus": lambda a, b: a - b, "times": lambda a, b: a * b,
    "sin": np.sin, "cos": np.cos, "exp": np.exp, "square": lambda a: a * a,
}
H2 = ("-0.09706626816762845*IIII - 0.045302615503799264*XXYY + 0.045302615503799264*XYYX"
      " + 0.045302615503799264*YXXY - 0.045302615503799264*YYXX + 0.17141282644776884*ZIII"
      " + 0.16868898170361213*ZZII + 0.12062523483390428*ZIZI + 0.1659278503377034*ZIIZ"
      " + 0.17141282644776887*IZII + 0.1659278503377034*IZZI + 0.12062523483390428*IZIZ"
      " - 0.22343153690813591*IIZI + 0.17441287612261608*IIZZ - 0.22343153690813591*IIIZ")


def ladder(count):
    return [["ry", [q], f"w{q}"] for q in range(count)] + [["cx", [q, q + 1]] for q in range(count - 1)]


MODELS = [
    {"name": "one parameter in many gates", "qubits": 3, "observable": "0.5*ZZI - 1.2*XII + IYX",
     "theta": {"t": 0.4, "u": -1.1},
     "gates": [["h", [0]], ["cx", [0, 1]], ["ry", [1], "t"],
               ["rz", [2], ["plus", ["times", 2, "t"], 0.3]], ["ry", [2], "u"],
               ["pauliRotation", [0, 1, 2], "t", "XYZ"]]},
    {"name": "hardware efficient", "qubits": 4, "observable": "ZZII + IZZI + IIZZ + 0.5*XIII - YIIX",
     "theta": {f"w{q}": 0.3 * q - 0.5 for q in range(4)},
     "gates": ladder(4) + [["s", [1]], ["t", [2]]] + ladder(4)},
    {"name": "rotations about Pauli strings", "qubits": 4, "observable": "XYZI - 0.7*IZYX + 0.2*YYYY",
     "theta": {"a": 0.81, "b": -0.37, "c": 1.9},
     "gates": [["h", [q]] for q in range(4)] + [
         ["pauliRotation", [0, 1, 2, 3], "a", "ZZXY"], ["pauliRotation", [0, 2], "b", "YX"],
         ["pauliRotation", [0, 1, 2, 3], "c", "XZIZ"], ["t", [1]],
         ["pauliRotation", [3], "a", "X"], ["pauliRotation", [0, 1, 2, 3], "b", "YXZZ"]]},
    {"name": "a controlled rotation about a Pauli string", "qubits": 4,
     "observable": "XXII + ZYZI - 0.4*IIXY", "theta": {"a": 0.7, "b": 1.3},
     "gates": [["h", [0]], ["ry", [1], 0.9], ["h", [3]],
               ["controlledPauliRotation", [0], [1, 2], "a", "XY"],
               ["controlledPauliRotation", [3, 1], [2, 0], "b", "ZY"],
               ["controlledPauliRotation", [2], [0, 1, 3], "a", "YXZ"]]},
    {"name": "controlled rotations", "qubits": 3, "observable": "ZZZ + 0.3*XYI - IXX",
     "theta": {"a": 0.5, "b": -0.8, "c": 2.2, "d": 0.15},
     "gates": [["h", [0]], ["h", [1]], ["sx", [2]], ["crx", [0, 1], "a"], ["cry", [1, 2], "b"],
               ["crz", [2, 0], "c"], ["cp", [0, 2], "d"], ["ch", [1, 0]], ["crx", [2, 1], "b"]]},
    {"name": "hydrogen by excitations", "qubits": 4, "observable": H2,
     "theta": {"d": 0.21, "s": -0.08, "r": 0.05},
     "gates": [["x", [0]], ["x", [1]], ["doubleExcitation", [0, 1, 2, 3], "d"],
               ["singleExcitation", [0, 2], "s"], ["singleExcitation", [1, 3], "r"]]},
    {"name": "functions of parameters", "qubits": 3, "observable": "ZXI + 0.6*YIZ - 1.5*IIX",
     "theta": {"a": 0.6, "b": 1.4},
     "gates": [["h", [0]], ["rx", [0], ["sin", "a"]], ["ry", [1], ["times", "a", "b"]],
               ["rz", [2], ["exp", ["times", -1, "b"]]], ["cx", [0, 2]],
               ["rx", [1], ["square", "a"]], ["cz", [1, 2]], ["ry", [2], ["cos", ["minus", "a", "b"]]],
               ["pauliRotation", [0, 1, 2], ["plus", "a", "b"], "YZX"]]},
    {"name": "gates of three angles and of two qubits", "qubits": 3, "observable": "XZY + ZII - 0.9*IYZ",
     "theta": {"a": 0.45, "b": -1.2, "c": 0.33},
     "gates": [["u", [0], "a", "b", "c"], ["rxx", [0, 1], "b"], ["u", [2], 0.4, "a", "c"],
               ["ryy", [1, 2], "c"], ["iswap", [0, 2]], ["rzz", [0, 2], "a"], ["p", [1], "b"],
               ["ccx", [0, 1, 2]], ["u", [1], "c", 0.2, "b"]]},
    {"name": "noise of every kind", "qubits": 3, "observable": "ZZI + 0.5*XIX - 0.8*IYZ",
     "theta": {"a": 0.9, "b": -0.4},
     "gates": [["h", [0]], ["cx", [0, 1]], ["depolarize", [0], 0.06], ["ry", [1], "a"],
               ["amplitudeDamping", [1], 0.1], ["rx", [2], "b"], ["phaseDamping", [2], 0.15],
               ["pauliRotation", [0, 1, 2], "a", "XYZ"], ["bitFlip", [0], 0.07], ["cx", [2, 0]],
               ["generalizedAmplitudeDamping", [1], 0.2, 0.3], ["ry", [0], "b"],
               ["phaseFlip", [1], 0.04]]},
    {"name": "strengths of noise as parameters", "qubits": 2, "observable": "ZI + 0.5*XX - 0.3*YZ",
     "theta": {"a": 0.7, "p": 0.12, "g": 0.3},
     "gates": [["ry", [0], "a"], ["cx", [0, 1]], ["depolarize", [0], "p"], ["rx", [1], "a"],
               ["amplitudeDamping", [1], "g"], ["ry", [1], 0.4],
               ["phaseDamping", [0], ["times", "p", "g"]], ["rx", [0], "a"],
               ["generalizedAmplitudeDamping", [0], "g", "p"],
               ["bitFlip", [1], ["square", "p"]], ["phaseFlip", [0], "p"]]},
]


def angle(expression, values):
    if isinstance(expression, str):
        return values[expression]
    if isinstance(expression, list):
        return FUNCTIONS[expression[0]](*[angle(e, values) for e in expression[1:]])
    return expression


def apply(gate, values):
    name, qubits, *rest = gate
    if name == "pauliRotation":
        qml.PauliRot(angle(rest[0], values), rest[1], wires=qubits)
    elif name == "controlledPauliRotation":
        targets, expression, letters = rest
        qml.ctrl(qml.PauliRot(angle(expression, values), letters, wires=targets), control=qubits)
    else:
        GATES[name](*[angle(e, values) for e in rest], wires=qubits)


def observable(text, qubits):
    coefficients, words = [], []
    for term in text.replace(" - ", " + -1*").split(" + "):
        *factors, word = term.split("*")
        coefficients.append(float(np.prod([float(f) for f in factors])) if factors else 1.0)
        words.append(qml.pauli.string_to_pauli_word(word, {q: q for q in range(qubits)}))
    return qml.Hamiltonian(coefficients, words)


def answers(model):
    names = list(model["theta"])
    noisy = any(g[0] in ("depolarize", "bitFlip") for g in model["gates"])
    device = qml.device("default.mixed" if noisy else "default.qubit", wires=model["qubits"])

    @qml.qnode(device, diff_method="backprop")
    def f(theta):
        values = dict(zip(names, theta))
        for gate in model["gates"]:
            apply(gate, values)
        return qml.expval(observable(model["observable"], model["qubits"]))

    theta = np.array([model["theta"][name] for name in names], requires_grad=True)
    gradient = qml.grad(f)(theta)
    for k in range(len(names)):
        step = np.zeros(len(names), requires_grad=False)
        step[k] = 1e-5
        difference = (f(theta + step) - f(theta - step)) / 2e-5
        assert abs(difference - gradient[k]) < 1e-8, (model["name"], k, difference, gradient[k])
    return float(f(theta)), [float(g) for g in gradient]


for model in MODELS:
    model["value"], model["gradient"] = answers(model)
print(json.dumps({"source": "PennyLane " + qml.version(), "models": MODELS}, indent=1))
