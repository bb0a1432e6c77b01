package org.backshadow.notebook.rendering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.figure.Figure;
import tech.tablesaw.api.Table;

/** A value shown as several things: a line of text, tables and charts, side by side if they fit. */
final class Report {
  private static final TableRendering TABLES = new TableRendering();

  /** Small enough for a chart beside a table in a cell of usual width. */
  private static final int WIDTH = 520;

  private static final int HEIGHT = 320;
  private static final int CIRCUIT_WIDTH = 820;

  private final List<String> text = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();

  Report line(String words) {
    if (!words.isEmpty()) {
      text.add(words);
      html.append("<div style=\"width:100%\">").append(Html.escape(words)).append("</div>");
    }
    return this;
  }

  /** The picture of a circuit; its text drawing where only text is shown. */
  Report circuit(Circuit circuit) {
    String svg = CircuitPicture.svg(circuit, CIRCUIT_WIDTH);
    return picture(CircuitPicture.alt(circuit), svg, circuit.toString());
  }

  /** An SVG picture, its words, and what stands for it where only text is shown. */
  Report picture(String alt, String svg, String plain) {
    text.add(plain);
    picture(alt, "svg+xml", svg.getBytes(StandardCharsets.UTF_8), "");
    return this;
  }

  /** A matrix of numbers as a picture; in text, its words alone. */
  Report heatMap(HeatMapPicture map) {
    text.add(map.alt());
    picture(map.alt(), "svg+xml", map.svg().getBytes(StandardCharsets.UTF_8), "");
    return this;
  }

  /** Which generators commute; in words where only text is shown. */
  Report commutation(Commutation commutation) {
    text.add(commutation.alt());
    byte[] svg = CommutationPicture.svg(commutation).getBytes(StandardCharsets.UTF_8);
    picture(commutation.alt(), "svg+xml", svg, "");
    return this;
  }

  Report table(Table table) {
    Map<String, Object> bundle = TABLES.mimeBundle(table);
    text.add((String) bundle.get(Rendering.TEXT));
    html.append("<div>").append(bundle.get(Rendering.HTML)).append("</div>");
    return this;
  }

  /**
   * A chart; where it cannot be drawn, the line that says why, and the rest is shown all the same.
   */
  Report figure(Figure original) {
    Figure figure = original.size(WIDTH, HEIGHT);
    byte[] png;
    try {
      png = figure.png();
    } catch (RuntimeException | InternalError | LinkageError failure) {
      return line(Failures.line(figure, failure));
    }
    text.add(figure.alt());
    picture(figure.alt(), "png", png, " width=\"" + WIDTH + "\"");
    return this;
  }

  private void picture(String words, String type, byte[] data, String attributes) {
    html.append("<img style=\"max-width:100%;height:auto\" alt=\"")
        .append(Html.escape(Printable.line(words, Html.LONGEST)))
        .append('"')
        .append(attributes)
        .append(" src=\"data:image/")
        .append(type)
        .append(";base64,")
        .append(Base64.getEncoder().encodeToString(data))
        .append("\">");
  }

  Map<String, Object> bundle() {
    return Bundle.text(String.join("\n\n", text))
        .html(
            Html.block(
                "<div style=\"display:flex;flex-wrap:wrap;gap:1em 2em;align-items:flex-start\">"
                    + html
                    + "</div>"))
        .toMap();
  }
}
