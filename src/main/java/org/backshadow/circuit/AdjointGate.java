package org.backshadow.circuit;

import java.util.List;

/** The inverse of a gate without angles, where the table has no row for it. */
record AdjointGate(Gate gate) implements Gate {
  @Override
  public String label() {
    return gate.label() + "†";
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
    return 0;
  }

  @Override
  public UnitaryForm form(double... angles) {
    UnitaryForm form = gate.form();
    int dimension = 1 << form.qubits();
    double[] re = new double[dimension * dimension];
    double[] im = new double[dimension * dimension];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        re[row * dimension + column] = form.re(column, row);
        im[row * dimension + column] = -form.im(column, row);
      }
    }
    return new UnitaryForm.Dense(re, im);
  }

  @Override
  public Inverse inverse(List<Angle> angles) {
    return new Inverse(gate, angles);
  }
}
