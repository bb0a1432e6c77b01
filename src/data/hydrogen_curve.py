"""Writes the H2/STO-3G curve that Hamiltonians.hydrogen reads.

Run once with OpenFermion 1.8.1 (pip install openfermion==1.8.1), which ships the molecular
integrals; the numbers are its, mapped by Jordan-Wigner with spin orbitals 0a 0b 1a 1b on qubits 0..3:

    python src/data/hydrogen_curve.py > src/main/resources/org/backshadow/pauli/hydrogen-sto3g.csv
"""

import glob
import os
import re

import numpy
import openfermion
from openfermion.chem import MolecularData
from openfermion.config import DATA_DIRECTORY
from openfermion.linalg import get_sparse_operator
from openfermion.transforms import get_fermion_operator, jordan_wigner


def pauli(term):
    letters = ["I"] * 4
    for qubit, letter in term:
        letters[qubit] = letter
    return "".join(letters)


print("# H2, STO-3G, Jordan-Wigner, qubit 0 first. Source: OpenFermion %s molecular data," % openfermion.__version__)
print("# written by src/data/hydrogen_curve.py. Bond length in angstrom, coefficient in hartree.")
print("bond,pauli,coefficient")
lengths = sorted(
    float(re.search(r"singlet_([\d.]+)\.hdf5", path).group(1))
    for path in glob.glob(os.path.join(DATA_DIRECTORY, "H2_sto-3g_singlet_*.hdf5"))
)
for length in lengths:
    molecule = MolecularData(
        [("H", (0, 0, 0)), ("H", (0, 0, length))], "sto-3g", 1, description="%s" % length
    )
    molecule.load()
    operator = jordan_wigner(get_fermion_operator(molecule.get_molecular_hamiltonian()))
    terms = {pauli(term): c.real for term, c in operator.terms.items() if abs(c) > 1e-12}
    ground = numpy.linalg.eigvalsh(get_sparse_operator(operator, 4).toarray())[0]
    assert abs(ground - molecule.fci_energy) < 1e-8, (length, ground, molecule.fci_energy)
    for letters in sorted(terms):
        print("%s,%s,%r" % (length, letters, float(terms[letters])))
