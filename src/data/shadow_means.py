"""Estimates of PennyLane's ClassicalShadow from fixed bits and recipes, to compare with ours.

Run with PennyLane 0.42.3:

    python src/data/shadow_means.py > src/test/resources/org/backshadow/shadow/pennylane.json

The bits and recipes are random numbers (seed 5): no state stands behind them, and none is needed,
since an estimate is a function of them. Each case holds the snapshots, the observables as sums of
Pauli words, the mean over all snapshots (k = 1), and medians of means where PennyLane's groups are
ours: k divides the number of snapshots.
"""

import json

import numpy as np
import pennylane as qml

LETTERS = {"X": qml.PauliX, "Y": qml.PauliY, "Z": qml.PauliZ}


def word(letters):
    factors = [LETTERS[letter](q) for q, letter in enumerate(letters) if letter != "I"]
    return factors[0] if len(factors) == 1 else qml.prod(*factors)


def main():
    rng = np.random.default_rng(5)
    cases = []
    for qubits, snapshots in ((1, 12), (2, 60), (3, 240), (5, 1200)):
        bits = rng.integers(2, size=(snapshots, qubits))
        recipes = rng.integers(3, size=(snapshots, qubits))
        shadow = qml.ClassicalShadow(bits, recipes)
        words = ["".join(rng.choice(list("IXYZ"), qubits)) for _ in range(12)]
        words = sorted(w for w in set(words) if w.strip("I"))
        coefficients = [round(float(c), 3) for c in rng.normal(size=len(words))]
        total = qml.sum(*[c * word(w) for c, w in zip(coefficients, words)])
        cases.append(
            {
                "bits": bits.tolist(),
                "recipes": recipes.tolist(),
                "words": words,
                "coefficients": coefficients,
                "means": [float(shadow.expval(word(w), k=1)) for w in words],
                "sum": float(shadow.expval(total, k=1)),
                "groups": [2, 3, 4, 6],
                "medians": [[float(shadow.expval(word(w), k=k)) for w in words] for k in (2, 3, 4, 6)],
            }
        )
    print(json.dumps({"peer": "PennyLane " + qml.__version__, "cases": cases}, separators=(",", ":")))


main()
