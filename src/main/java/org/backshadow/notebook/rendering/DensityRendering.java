package org.backshadow.notebook.rendering;

import java.util.Locale;
import java.util.Map;
import org.backshadow.state.DensityMatrix;

/** A density matrix: the heat map where it has room, with what one number says about the state. */
final class DensityRendering implements Rendering<DensityMatrix> {
  @Override
  public Map<String, Object> mimeBundle(DensityMatrix rho) {
    if (rho.qubits() > DensityPicture.MOST_QUBITS) {
      String note = "heat maps show up to %d qubits; subsystem(0, 1) shows some of them";
      return new Report()
          .line(rho.toString())
          .line(note.formatted(DensityPicture.MOST_QUBITS))
          .bundle();
    }
    String plain = (String) new MatrixRendering().mimeBundle(rho.matrix()).get(Rendering.TEXT);
    return new Report()
        .line(String.format(Locale.ROOT, "%s, entropy %.4f bits", rho, rho.entropy()))
        .picture(DensityPicture.alt(rho), DensityPicture.svg(rho), plain)
        .bundle();
  }
}
