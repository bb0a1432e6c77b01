package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import org.backshadow.circuit.Circuit;
import org.backshadow.testing.NaiveMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modifiers against matrices written by hand: phases that only a control shows. */
class QasmPhaseTest {
  /** A diagonal by its four phases in units of pi. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ctrl @ p(pi/2) q[0], q[1];             | 0 0 0 0.5",
        "ctrl @ rz(pi/2) q[0], q[1];            | 0 0 -0.25 0.25",
        "ctrl @ gphase(pi/3) q[0];              | 0 0 0.3333333333333333 0.3333333333333333",
        "negctrl @ gphase(pi/3) q[0];           | 0.3333333333333333 0.3333333333333333 0 0",
        "ctrl @ U(0, 0, pi/2) q[0], q[1];       | 0 0 0 0.5",
        "ctrl @ U(2*pi, 0, 0) q[0], q[1];       | 0 0 0 0",
        "ctrl @ u1(pi/2) q[0], q[1];            | 0 0 0 0.5",
        "ctrl @ u3(0, 0, pi/2) q[0], q[1];      | 0 0 -0.25 0.25",
        "cu(0, 0, pi/2, pi/4) q[0], q[1];       | 0 0 0.25 0.75",
        "cu3(0, pi/4, pi/4) q[0], q[1];         | 0 0 0 0.5",
        "ctrl @ inv @ s q[0], q[1];             | 0 0 0 -0.5",
        "inv @ ctrl @ s q[1], q[0];             | 0 0 0 -0.5",
        "pow(0.5) @ z q[1];                     | 0 0.5 0 0.5",
        "pow(-2) @ s q[1];                      | 0 -1 0 -1",
        "pow(1/2.0) @ ctrl @ z q[0], q[1];      | 0 0 0 0.5",
        "pow(3) @ ctrl @ rz(pi/3) q[0], q[1];   | 0 0 -0.5 0.5",
        "negctrl @ p(pi/2) q[0], q[1];          | 0 0.5 0 0",
        "ctrl(2) @ gphase(pi/2) q[0], q[1];     | 0 0 0 0.5",
        "ctrl @ g(pi/2) q[0], q[1];             | 0 0 0.25 0.75",
        "x q[1]; ctrl @ g2 q[0], q[1]; x q[1]; | 0 0 0.75 0.25",
      })
  void diagonals(String statements, String turns) {
    double[] phases =
        java.util.Arrays.stream(turns.split(" "))
            .mapToDouble(t -> Math.PI * Double.parseDouble(t))
            .toArray();

    assertThat(NaiveMatrix.of(circuit(statements)).distance(NaiveMatrix.phases(phases)))
        .as(statements)
        .isLessThan(1e-14);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ctrl @ x q[0], q[1];            | cx q[0], q[1];",
        "ctrl @ pow(0.5) @ x q[0], q[1]; | csx q[0], q[1];",
        "pow(0.5) @ ctrl @ x q[0], q[1]; | csx q[0], q[1];",
        "pow(1/4.0) @ y q[0];            | gphase(pi/8); ry(pi/4) q[0];",
        "pow(0.5) @ sx q[0];             | gphase(pi/8); rx(pi/4) q[0];",
        "ctrl @ pow(0.5) @ y q[1], q[0]; | p(pi/4) q[1]; cry(pi/2) q[1], q[0];",
        "negctrl @ h q[0], q[1];         | x q[0]; ch q[0], q[1]; x q[0];",
        "ctrl @ u(1, 2, 3) q[0], q[1];   | cu3(1, 2, 3) q[0], q[1];",
        "ctrl @ U(1, 2, 3) q[0], q[1];   | p(0.5) q[0]; cu3(1, 2, 3) q[0], q[1];",
        "inv @ U(1, 2, 3) q[0];          | U(-1, -3, -2) q[0];",
        "inv @ rzz(1) q[0], q[1];        | cx q[0], q[1]; rz(-1) q[1]; cx q[0], q[1];",
        "swap q[0], q[1];                | CX q[0], q[1]; CX q[1], q[0]; CX q[0], q[1];",
        "h q[-1];                        | h q[1];",
        "h q[0:1];                       | h q[0]; h q[1];",
        "h q[{1, 0}];                    | h q;",
      })
  void equal_programs(String one, String other) {
    QasmRoundTripTest.assertSameUnitary(circuit("x q[0];" + one), circuit("x q[0];" + other));
  }

  private static Circuit circuit(String statements) {
    return Qasm.read(
        """
        OPENQASM 3.0;
        include "stdgates.inc";
        gate g(a) x { gphase(a/2); p(a) x; }
        gate g2 x { gphase(pi/4); p(pi/2) x; gphase(0); }
        gate rzz(a) x, y { cx x, y; rz(a) y; cx x, y; }
        qubit[2] q;
        """
            + statements);
  }
}
