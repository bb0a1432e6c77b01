package org.backshadow.notebook.rendering;

import static org.backshadow.notebook.rendering.SvgText.number;

import java.util.List;
import org.backshadow.circuit.Angle;
import org.backshadow.circuit.GateSymbol;
import org.backshadow.circuit.GateSymbol.Mark;
import org.backshadow.circuit.GateSymbol.Shape;
import org.backshadow.circuit.Operation;

/** One gate as SVG. */
final class GatePicture {
  /** From wire to wire. */
  static final int PITCH = 46;

  private static final int WITHOUT_BOX = 20;
  private static final int WITH_ANGLE = 44;
  private static final int LOW_BOX = 32;
  private static final int HIGH_BOX = 38;
  private static final int PADDING = 8;
  private static final int PORT = 10;
  private static final int LONGEST_TITLE = 300;
  private static final String INK = "#2f4a7a";

  private final Operation operation;
  private final GateSymbol symbol;
  private final List<Mark> boxes;

  GatePicture(Operation operation) {
    this.operation = operation;
    this.symbol = GateSymbol.of(operation);
    this.boxes = symbol.marks().stream().filter(mark -> !mark.label().isEmpty()).toList();
  }

  /** The room that it needs on its wires. */
  double width() {
    if (boxes.isEmpty()) {
      return WITHOUT_BOX;
    }
    double widest = symbol.angles().isEmpty() ? LOW_BOX : WITH_ANGLE;
    for (Mark box : boxes) {
      double ports = box.port() < 0 ? 0 : 2 * PORT;
      double name = SvgText.width(box.label(), SvgText.NAME_SIZE);
      widest = Math.max(widest, name + ports + 2 * PADDING);
    }
    double angle = SvgText.width(symbol.angleText(), SvgText.ANGLE_SIZE);
    return Math.ceil(Math.max(widest, angle + 2 * PADDING));
  }

  /** The gate around {@code x}; wire 0 runs at {@code y}. */
  String svg(double x, double y) {
    var svg = new StringBuilder("<g>");
    title(svg);
    int top = symbol.marks().get(0).qubit();
    int bottom = symbol.marks().get(symbol.marks().size() - 1).qubit();
    String line = boxes.size() == symbol.marks().size() ? stroke() : INK;
    if (top < bottom) {
      svg.append(
          "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"1.6\"/>"
              .formatted(number(x), number(wire(top, y)), number(wire(bottom, y)), line));
    }
    for (Mark mark : symbol.marks()) {
      glyph(svg, mark.shape(), x, wire(mark.qubit(), y));
    }
    if (isOneBox()) {
      tallBox(svg, x, y);
    } else {
      for (Mark box : boxes) {
        box(svg, box, x, wire(box.qubit(), y));
      }
    }
    return svg.append("</g>").toString();
  }

  private void title(StringBuilder svg) {
    if (symbol.angleText().contains("…")) {
      String angles = String.join(", ", operation.angles().stream().map(Angle::toString).toList());
      String shown = angles.substring(0, Math.min(angles.length(), LONGEST_TITLE));
      svg.append("<title>").append(Html.escape(shown)).append("</title>");
    }
  }

  private static double wire(int qubit, double y) {
    return y + qubit * PITCH;
  }

  private static void glyph(StringBuilder svg, Shape shape, double x, double y) {
    String place = "cx=\"%s\" cy=\"%s\"".formatted(number(x), number(y));
    switch (shape) {
      case CONTROL -> svg.append("<circle %s r=\"4.5\" fill=\"%s\"/>".formatted(place, INK));
      case NOT ->
          svg.append("<circle %s r=\"10\" fill=\"%s\"/>".formatted(place, INK))
              .append(
                  "<path d=\"M%s %sh12m-6 -6v12\" stroke=\"#fff\" stroke-width=\"1.8\"/>"
                      .formatted(number(x - 6), number(y)));
      case CROSS ->
          svg.append(
              "<path d=\"M%s %sl12 12m0 -12l-12 12\" stroke=\"%s\" stroke-width=\"2\"/>"
                  .formatted(number(x - 6), number(y - 6), INK));
      default -> {}
    }
  }

  /** True if the targets stand side by side, so that one box covers them. */
  private boolean isOneBox() {
    return boxes.size() > 1
        && boxes.get(0).shape() == Shape.PART
        && boxes.get(boxes.size() - 1).qubit() - boxes.get(0).qubit() == boxes.size() - 1;
  }

  private void tallBox(StringBuilder svg, double x, double y) {
    double first = wire(boxes.get(0).qubit(), y);
    double last = wire(boxes.get(boxes.size() - 1).qubit(), y);
    rectangle(svg, x, (first + last) / 2, last - first + HIGH_BOX);
    for (Mark box : boxes) {
      port(svg, box, x, wire(box.qubit(), y));
    }
    text(svg, boxes.get(0), x, (first + last) / 2);
  }

  private void box(StringBuilder svg, Mark box, double x, double y) {
    boolean first = box.equals(boxes.get(0));
    rectangle(svg, x, y, first && !symbol.angles().isEmpty() ? HIGH_BOX : LOW_BOX);
    port(svg, box, x, y);
    if (first) {
      text(svg, box, x, y);
    } else {
      svg.append(SvgText.name(box.label(), x, y));
    }
  }

  private void rectangle(StringBuilder svg, double x, double y, double height) {
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"%s\" stroke=\"%s\"/>"
            .formatted(
                number(x - width() / 2),
                number(y - height / 2),
                number(width()),
                number(height),
                fill(),
                stroke()));
  }

  private void text(StringBuilder svg, Mark box, double x, double y) {
    boolean angle = !symbol.angles().isEmpty();
    svg.append(SvgText.name(box.label(), x, angle ? y - 9 : y));
    if (angle) {
      svg.append(SvgText.angle(symbol.angles(), x, y + 8));
    }
  }

  private void port(StringBuilder svg, Mark box, double x, double y) {
    if (box.port() >= 0) {
      svg.append(
          "<text x=\"%s\" y=\"%s\" font-size=\"10\" fill=\"#505a6b\">%d</text>"
              .formatted(number(x - width() / 2 + 7), number(y + 3.5), box.port()));
    }
  }

  private String fill() {
    return switch (symbol.family()) {
      case FIXED -> "#e9eef6";
      case ROTATION -> "#e2f2ea";
      case PARAMETRIZED -> "#fdecd2";
      case PAULI -> "#f0e6f8";
      case NOISE -> "#fbe4e2";
    };
  }

  private String stroke() {
    return switch (symbol.family()) {
      case FIXED -> "#8796b0";
      case ROTATION -> "#5fa384";
      case PARAMETRIZED -> "#d6913a";
      case PAULI -> "#9669bd";
      case NOISE -> "#c4605a";
    };
  }
}
