package org.backshadow.circuit;

import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** A fixed channel given by its Kraus operators. */
final class KrausChannel implements Channel {
  private final int qubits;
  private final List<SimpleMatrix> kraus;

  private KrausChannel(int qubits, List<SimpleMatrix> kraus) {
    this.qubits = qubits;
    this.kraus = kraus;
  }

  static KrausChannel of(int qubits, SimpleMatrix... kraus) {
    var own = List.of(kraus).stream().map(SimpleMatrix::copy).toList();
    KrausOperators.requireChannel(own, qubits);
    return new KrausChannel(qubits, own);
  }

  @Override
  public String label() {
    return "channel";
  }

  @Override
  public int qubits() {
    return qubits;
  }

  @Override
  public int angles() {
    return 0;
  }

  @Override
  public List<SimpleMatrix> kraus(double... strengths) {
    return kraus.stream().map(SimpleMatrix::copy).toList();
  }
}
