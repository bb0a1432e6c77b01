package org.backshadow.notebook;

import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleBase;

/** An EJML matrix, real or complex. */
final class MatrixRendering implements Rendering<SimpleBase<?>> {
  @Override
  public Map<String, Object> mimeBundle(SimpleBase<?> matrix) {
    boolean real = matrix.getType().isReal();
    return new MatrixLayout(
            matrix.getNumRows(),
            matrix.getNumCols(),
            (j, rows) -> real ? reals(matrix, j, rows) : complexes(matrix, j, rows))
        .bundle();
  }

  private static String[] reals(SimpleBase<?> matrix, int j, int rows) {
    return Numbers.column(IntStream.range(0, rows).mapToDouble(i -> matrix.get(i, j)).toArray());
  }

  private static String[] complexes(SimpleBase<?> matrix, int j, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> Numbers.complex(matrix.getReal(i, j), matrix.getImaginary(i, j)))
        .toArray(String[]::new);
  }
}
