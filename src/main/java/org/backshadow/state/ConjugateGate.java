package org.backshadow.state;

import org.backshadow.circuit.Gate;
import org.backshadow.circuit.UnitaryForm;

/** The entrywise complex conjugate of a gate: what acts on the columns of a density matrix. */
record ConjugateGate(Gate gate) implements Gate {
  @Override
  public String label() {
    return "conj " + gate.label();
  }

  @Override
  public int qubits() {
    return gate.qubits();
  }

  @Override
  public int controls() {
    return gate.controls();
  }

  @Override
  public int angles() {
    return gate.angles();
  }

  @Override
  public UnitaryForm form(double... angles) {
    UnitaryForm form = gate.form(angles);
    if (form instanceof UnitaryForm.PauliRotation rotation) {
      // conj(exp(-i a P / 2)) = exp(i a conj(P) / 2), and conj(P) = P or -P with the count of Ys.
      int ys = Long.bitCount(rotation.string().x() & rotation.string().z());
      double angle = (ys & 1) == 1 ? rotation.angle() : -rotation.angle();
      return new UnitaryForm.PauliRotation(rotation.string(), angle);
    }
    if (form instanceof UnitaryForm.Permutation) {
      return form;
    }
    int dimension = 1 << form.qubits();
    if (form instanceof UnitaryForm.Diagonal) {
      double[] re = new double[dimension];
      double[] im = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        re[i] = form.re(i, i);
        im[i] = -form.im(i, i);
      }
      return new UnitaryForm.Diagonal(re, im);
    }
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    for (int entry = 0; entry < re.length; entry++) {
      re[entry] = form.re(entry / dimension, entry % dimension);
      im[entry] = -form.im(entry / dimension, entry % dimension);
    }
    return new UnitaryForm.Dense(re, im);
  }
}
