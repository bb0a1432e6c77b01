package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.state.HermitianMatrix;

/** A Hermitian matrix as the matrix of its entries. */
final class HermitianRendering implements Rendering<HermitianMatrix> {
  @Override
  public Map<String, Object> mimeBundle(HermitianMatrix matrix) {
    return new MatrixRendering().mimeBundle(matrix.matrix());
  }
}
