package org.backshadow.notebook.rendering;

import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleBase;

/** An EJML matrix, real or complex. */
final class MatrixRendering implements Rendering<SimpleBase<?>> {
  @Override
  public Map<String, Object> mimeBundle(SimpleBase<?> matrix) {
    boolean real = matrix.getType().isReal();
    double largest = largest(matrix, real);
    return new MatrixLayout(
            matrix.getNumRows(),
            matrix.getNumCols(),
            (j, rows) ->
                real ? reals(matrix, j, rows, largest) : complexes(matrix, j, rows, largest))
        .bundle();
  }

  private static String[] reals(SimpleBase<?> matrix, int j, int rows, double largest) {
    return Numbers.column(
        IntStream.range(0, rows)
            .mapToDouble(i -> Numbers.withoutNoise(matrix.get(i, j), largest))
            .toArray());
  }

  private static String[] complexes(SimpleBase<?> matrix, int j, int rows, double largest) {
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                Numbers.complex(
                    Numbers.withoutNoise(matrix.getReal(i, j), largest),
                    Numbers.withoutNoise(matrix.getImaginary(i, j), largest)))
        .toArray(String[]::new);
  }

  private static double largest(SimpleBase<?> matrix, boolean real) {
    double largest = 0;
    for (int i = 0; i < matrix.getNumRows(); i++) {
      for (int j = 0; j < matrix.getNumCols(); j++) {
        double imaginary = real ? 0 : matrix.getImaginary(i, j);
        double size = Math.hypot(real ? matrix.get(i, j) : matrix.getReal(i, j), imaginary);
        largest = size > largest ? size : largest;
      }
    }
    return largest;
  }
}
