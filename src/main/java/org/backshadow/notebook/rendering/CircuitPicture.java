package org.backshadow.notebook.rendering;

import static org.backshadow.notebook.rendering.GatePicture.PITCH;
import static org.backshadow.notebook.rendering.SvgText.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.CircuitLayout;
import org.backshadow.circuit.GateSymbol;
import org.backshadow.circuit.Operation;

/**
 * A circuit as an SVG picture on its own light card, so that it reads the same on a light and on a
 * dark page, folded to a width.
 */
final class CircuitPicture {
  /** No further row is begun once so many gates are drawn, or if it made so many wires. */
  private static final int MOST_GATES = 400;

  private static final int MOST_WIRES = 160;

  private static final int LONGEST_ALT = 200;
  private static final int MARGIN = 16;
  private static final int GAP = 14;
  private static final int DASH = 9;
  private static final int BETWEEN_ROWS = 28;
  private static final int NOTE = 26;

  private CircuitPicture() {}

  /** The picture, at most so many pixels wide if its widest gate fits. */
  static String svg(Circuit circuit, int width) {
    CircuitLayout layout = CircuitLayout.of(circuit);
    double left = MARGIN + SvgText.width("q" + (layout.qubits() - 1), SvgText.NAME_SIZE) + 6;
    List<Row> rows = balanced(layout, circuit.size(), width - left - MARGIN);
    int gates = gates(rows);
    double longest = rows.stream().mapToDouble(Row::length).max().orElse(0);
    double high = (layout.qubits() - 1) * PITCH + 40;
    var body = new StringBuilder();
    double y = MARGIN - 4;
    for (Row row : rows) {
      draw(body, row, layout, left, y + 20);
      y += high + BETWEEN_ROWS;
    }
    y -= BETWEEN_ROWS;
    double right = Math.max(left + longest + MARGIN, gates < circuit.size() ? 190 : 0);
    if (gates < circuit.size()) {
      body.append(note(circuit.size() - gates, y + NOTE - 6));
      y += NOTE;
    }
    return SvgCard.of(alt(circuit), right, y + MARGIN - 4, body);
  }

  /** The gates of the columns up to {@code end}, and the room between the ends of the wires. */
  private record Row(
      int start, int end, List<List<GatePicture>> columns, double length, int gates) {}

  /** As many rows as the room asks for, each cut at the smallest width that needs no more rows. */
  private static List<Row> balanced(CircuitLayout layout, int size, double room) {
    List<Row> rows = rows(layout, size, room);
    double length = rows.stream().mapToDouble(Row::length).sum();
    if (rows.size() == 1 || gates(rows) < size) {
      return rows;
    }
    for (double shorter = length / rows.size(); shorter < room; shorter += GAP) {
      List<Row> even = rows(layout, size, shorter);
      if (even.size() == rows.size() && gates(even) == size) {
        return even;
      }
    }
    return rows;
  }

  private static List<Row> rows(CircuitLayout layout, int size, double room) {
    var rows = new ArrayList<Row>();
    do {
      rows.add(row(layout, rows.isEmpty() ? 0 : rows.get(rows.size() - 1).end(), room));
    } while (gates(rows) < Math.min(size, MOST_GATES)
        && (rows.size() + 1) * layout.qubits() <= MOST_WIRES);
    return rows;
  }

  private static int gates(List<Row> rows) {
    return rows.stream().mapToInt(Row::gates).sum();
  }

  private static Row row(CircuitLayout layout, int start, double room) {
    var columns = new ArrayList<List<GatePicture>>();
    double length = GAP;
    int gates = 0;
    int next = start;
    while (next < layout.columns().size()) {
      List<GatePicture> column = layout.columns().get(next).stream().map(GatePicture::new).toList();
      double wide = width(column) + GAP;
      if (next > start && length + wide > room) {
        break;
      }
      columns.add(column);
      length += wide;
      gates += column.size();
      next++;
    }
    return new Row(start, next, columns, columns.isEmpty() ? 4 * GAP : length, gates);
  }

  private static double width(List<GatePicture> column) {
    return column.stream().mapToDouble(GatePicture::width).max().orElse(0);
  }

  private static void draw(
      StringBuilder svg, Row row, CircuitLayout layout, double left, double y) {
    boolean from = row.start() > 0;
    boolean on = row.end() < layout.columns().size();
    double start = left + (from ? DASH : 0);
    double end = left + row.length() - (on ? DASH : 0);
    var wires = new StringBuilder();
    var dashes = new StringBuilder();
    for (int q = 0; q < layout.qubits(); q++) {
      double wire = y + q * PITCH;
      svg.append(
          "<text x=\"%s\" y=\"%s\" font-size=\"13\" fill=\"#5b6677\" text-anchor=\"end\">q%d</text>"
              .formatted(number(left - 6), number(wire + 4.5), q));
      wires.append(line(start, end, wire));
      dashes
          .append(from ? line(left, start, wire) : "")
          .append(on ? line(end + 3, end + GAP, wire) : "");
    }
    svg.append("<path d=\"%s\" stroke=\"#7d8898\" stroke-width=\"1.3\"/>".formatted(wires));
    if (!dashes.isEmpty()) {
      svg.append(
          "<path d=\"%s\" stroke=\"#7d8898\" stroke-width=\"1.3\" stroke-dasharray=\"2 3\"/>"
              .formatted(dashes));
    }
    double x = left + GAP;
    for (List<GatePicture> column : row.columns()) {
      double wide = width(column);
      for (GatePicture gate : column) {
        svg.append(gate.svg(x + wide / 2, y));
      }
      x += wide + GAP;
    }
  }

  private static String line(double from, double to, double y) {
    return "M%s %sH%s".formatted(number(from), number(y), number(to));
  }

  private static String note(int more, double y) {
    return "<text x=\"%d\" y=\"%s\" font-size=\"13\" fill=\"#5b6677\" text-anchor=\"start\">… %s</text>"
        .formatted(MARGIN, number(y), more(more));
  }

  private static String more(int gates) {
    return String.format(Locale.ROOT, "%,d more gate%s", gates, gates == 1 ? "" : "s");
  }

  /** The picture in words: {@code circuit on 3 qubits: h 0, cx 0 1, ... and 1,234 more gates}. */
  static String alt(Circuit circuit) {
    var words =
        new StringBuilder("circuit on " + circuit.qubits() + " qubit")
            .append(circuit.qubits() == 1 ? "" : "s")
            .append(circuit.size() == 0 ? ", no gates" : "");
    int told = 0;
    for (Operation operation : circuit.operations()) {
      if (words.length() > LONGEST_ALT) {
        return words + ", … and " + more(circuit.size() - told);
      }
      words.append(told++ == 0 ? ": " : ", ").append(GateSymbol.describe(operation));
    }
    return words.toString();
  }
}
