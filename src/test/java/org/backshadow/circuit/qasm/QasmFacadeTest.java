package org.backshadow.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backshadow.Backshadow.param;
import static org.backshadow.Backshadow.qasm;
import static org.backshadow.Backshadow.qasmFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.backshadow.circuit.Circuit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cells of a notebook. */
class QasmFacadeTest {
  private static final String BELL =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; h q[0]; cx q[0],q[1];";

  @Test
  void text_and_files_become_circuits(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bell.qasm"), BELL);

    assertThat(qasm(BELL)).isEqualTo(Circuit.of(2).h(0).cx(0, 1));
    assertThat(qasmFile(file)).isEqualTo(qasm(BELL));
    assertThat(qasmFile(file.toString())).isEqualTo(qasm(BELL));
  }

  @Test
  void circuits_become_text() {
    assertThat(qasm(BELL).toQasm2())
        .isEqualTo(
            """
            OPENQASM 2.0;
            include "qelib1.inc";
            qreg q[2];
            h q[0];
            cx q[0], q[1];
            """);
    assertThat(qasm(BELL).ry(1, param("theta").times(2)).toQasm3())
        .isEqualTo(
            """
            OPENQASM 3.0;
            include "stdgates.inc";
            input float theta;
            qubit[2] q;
            h q[0];
            cx q[0], q[1];
            ry(2.0*theta) q[1];
            """);
  }

  @Test
  void inputs_become_parameters_and_registers_stand_one_after_the_other() {
    Circuit circuit =
        qasm(
            """
            OPENQASM 3;
            include "stdgates.inc";
            input angle[32] alpha;
            qubit a; qubit[2] b; bit[2] c;
            const float half = 1 / 2.0;
            rx(alpha * half - pi) b[1];
            cx a, b;
            c = measure b;
            """);

    assertThat(circuit)
        .isEqualTo(Circuit.of(3).rx(2, param("alpha").times(0.5).minus(Math.PI)).cx(0, 1).cx(0, 2));
  }
}
