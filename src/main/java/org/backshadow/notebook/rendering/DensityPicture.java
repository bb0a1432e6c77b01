package org.backshadow.notebook.rendering;

import static org.backshadow.notebook.rendering.SvgText.number;

import java.util.Locale;
import org.backshadow.outcome.Counts;
import org.backshadow.state.DensityMatrix;
import org.ejml.simple.SimpleMatrix;

/**
 * A density matrix as a heat map: the color's strength is an entry's magnitude beside the largest,
 * its hue the phase.
 */
final class DensityPicture {
  /** Larger ones are too many cells for a picture in a page. */
  static final int MOST_QUBITS = 5;

  private static final int MOST_NUMBERS = 2;
  private static final int MARGIN = 16;
  private static final int LEGEND = 130;
  private static final int WHEEL = 32;
  private static final int SECTORS = 36;
  private static final double NEGLIGIBLE = 1e-12;

  private final int qubits;
  private final SimpleMatrix matrix;
  private final double largest;
  private final double cell;
  private final double left;
  private final double top;

  private DensityPicture(DensityMatrix rho) {
    this.qubits = rho.qubits();
    this.matrix = rho.matrix();
    double most = 0;
    for (int row = 0; row < dimension(); row++) {
      for (int column = 0; column < dimension(); column++) {
        most = Math.max(most, magnitude(row, column));
      }
    }
    this.largest = most;
    this.cell = new double[] {0, 74, 60, 38, 23, 14}[qubits];
    double label = SvgText.width("0".repeat(qubits), labelSize()) + 10;
    this.left = MARGIN + label;
    this.top = MARGIN + (qubits <= MOST_NUMBERS ? 18 : label);
  }

  static String svg(DensityMatrix rho) {
    return new DensityPicture(rho).draw(alt(rho));
  }

  /** The picture in words. */
  static String alt(DensityMatrix rho) {
    return "heat map of the density matrix of %d qubit%s, hue by phase, purity %s"
        .formatted(rho.qubits(), rho.qubits() == 1 ? "" : "s", Numbers.text(rho.purity()));
  }

  private int dimension() {
    return 1 << qubits;
  }

  private double magnitude(int row, int column) {
    return Math.hypot(matrix.getReal(row, column), matrix.getImag(row, column));
  }

  private String draw(String alt) {
    var svg = new StringBuilder();
    double side = cell * dimension();
    cells(svg);
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"#8796b0\"/>"
            .formatted(number(left), number(top), number(side), number(side)));
    labels(svg);
    double legend = left + side + 24;
    legend(svg, legend, top);
    double height = Math.max(side, 2 * WHEEL + 104);
    return SvgCard.of(alt, legend + LEGEND + MARGIN, top + height + MARGIN, svg);
  }

  private void cells(StringBuilder svg) {
    for (int row = 0; row < dimension(); row++) {
      for (int column = 0; column < dimension(); column++) {
        if (magnitude(row, column) > NEGLIGIBLE) {
          cell(svg, row, column);
        }
      }
    }
  }

  private void cell(StringBuilder svg, int row, int column) {
    double re = matrix.getReal(row, column);
    double im = matrix.getImag(row, column);
    double x = left + column * cell;
    double y = top + row * cell;
    svg.append(
        "<path d=\"M%s %sh%3$sv%3$sh-%3$sz\" fill=\"%4$s\"/>"
            .formatted(
                number(x),
                number(y),
                number(cell),
                PhaseColor.of(magnitude(row, column) / largest, Math.atan2(im, re))));
    if (qubits <= MOST_NUMBERS) {
      double size = magnitude(row, column);
      text(svg, x + cell / 2, y + cell / 2 + (qubits == 1 ? 4.5 : 4), 12, rounded(re, im, size));
    }
  }

  /** Two decimals a part; a part that is nothing beside the other is left out. */
  private static String rounded(double re, double im, double size) {
    boolean real = Math.abs(re) > 1e-9 * size;
    boolean imaginary = Math.abs(im) > 1e-9 * size;
    String first = real ? decimals(re) : "";
    String second = imaginary ? decimals(im) + "i" : "";
    return first + (real && imaginary && im > 0 ? "+" : "") + second;
  }

  private static String decimals(double x) {
    return String.format(Locale.ROOT, "%.2f", x).replace('-', '\u2212');
  }

  private int labelSize() {
    return qubits <= 3 ? 13 : qubits == 4 ? 12 : 10;
  }

  private void labels(StringBuilder svg) {
    for (int i = 0; i < dimension(); i++) {
      String bits = Counts.bitString(i, qubits);
      double at = (i + 0.5) * cell;
      svg.append(
          "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"end\">%s</text>"
              .formatted(
                  number(left - 6), number(top + at + 0.35 * labelSize()), labelSize(), bits));
      if (qubits <= MOST_NUMBERS) {
        text(svg, left + at, top - 7, labelSize(), bits);
      } else {
        double x = left + at + 0.35 * labelSize();
        double y = top - 6;
        svg.append(
            "<text transform=\"translate(%s %s) rotate(-90)\" font-size=\"%d\" text-anchor=\"start\">%s</text>"
                .formatted(number(x), number(y), labelSize(), bits));
      }
    }
  }

  private void legend(StringBuilder svg, double x, double y) {
    double cx = x + LEGEND / 2.0;
    double cy = y + 20 + WHEEL;
    for (int k = 0; k < SECTORS; k++) {
      double from = 2 * Math.PI * (k - 0.5) / SECTORS;
      double to = 2 * Math.PI * (k + 0.9) / SECTORS;
      svg.append(
          "<path d=\"M%s %sL%s %sA%8$d %8$d 0 0 0 %s %sz\" fill=\"%s\"/>"
              .formatted(
                  number(cx),
                  number(cy),
                  number(cx + WHEEL * Math.cos(from)),
                  number(cy - WHEEL * Math.sin(from)),
                  number(cx + WHEEL * Math.cos(to)),
                  number(cy - WHEEL * Math.sin(to)),
                  PhaseColor.of(1, 2 * Math.PI * k / SECTORS),
                  WHEEL));
    }
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"18\" fill=\"#fcfcfd\"/>"
            .formatted(number(cx), number(cy)));
    text(svg, cx, cy + 3.5, 10, "phase");
    text(svg, cx + WHEEL + 9, cy + 4, 12, "0");
    text(svg, cx - WHEEL - 10, cy + 4, 12, "\u03c0");
    text(svg, cx, cy - WHEEL - 6, 12, "\u03c0/2");
    text(svg, cx, cy + WHEEL + 14, 12, "\u2212\u03c0/2");
    scale(svg, x + 15, cy + WHEEL + 44);
  }

  private void scale(StringBuilder svg, double x, double y) {
    double width = LEGEND - 30;
    int steps = 20;
    for (int k = 0; k < steps; k++) {
      svg.append(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"10\" fill=\"%s\"/>"
              .formatted(
                  number(x + k * width / steps),
                  number(y),
                  number(width / steps + 0.5),
                  PhaseColor.of((k + 0.5) / steps, 0)));
    }
    text(svg, x, y + 24, 12, "0");
    text(svg, x + width, y + 24, 12, Numbers.text(largest));
    text(svg, x + width / 2, y - 6, 11, "magnitude");
  }

  private static void text(StringBuilder svg, double x, double y, int size, String words) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\">%s</text>"
            .formatted(number(x), number(y), size, words));
  }
}
