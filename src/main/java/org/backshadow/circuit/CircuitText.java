package org.backshadow.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A circuit drawn with box characters, one wire a line, folded to a width.
 *
 * <pre>
 * q0: ──H──●─────────────X(theta)──
 *          │             │
 * q1: ─────⊕──Ry(theta)──Y─────────
 *                        │
 * q2: ──Rz(2*theta)──────Z─────────
 * </pre>
 */
final class CircuitText {
  /** Further folds are not drawn once so many lines are. */
  private static final int MOST_LINES = 100;

  private static final int GAP = 2;

  private CircuitText() {}

  /**
   * The drawing, every line of a fold equally long and at most so many columns if one gate fits.
   */
  static String draw(Circuit circuit, int columns) {
    CircuitLayout layout = CircuitLayout.of(circuit);
    var text = new ArrayList<String>();
    int at = 0;
    int left = circuit.size();
    do {
      var fold = new Fold(layout, at, columns);
      text.addAll(fold.lines());
      at = fold.end;
      left -= fold.gates;
    } while (left > 0 && text.size() < MOST_LINES - 2 * layout.qubits());
    if (left > 0) {
      text.add(String.format(Locale.ROOT, "… %,d more gate%s", left, left == 1 ? "" : "s"));
    }
    return String.join("\n", text);
  }

  /** The columns between two line breaks. */
  private static final class Fold {
    final CircuitLayout layout;
    final int start;
    final int end;
    final int gates;
    final char[][] cells;

    Fold(CircuitLayout layout, int start, int columns) {
      this.layout = layout;
      this.start = start;
      int label = ("q" + (layout.qubits() - 1) + ": ").length();
      var symbols = new ArrayList<List<GateSymbol>>();
      var offsets = new ArrayList<Integer>();
      int x = label + (layout.columns().isEmpty() ? 4 * GAP : GAP);
      int next = start;
      while (next < layout.columns().size()) {
        List<GateSymbol> column = layout.columns().get(next).stream().map(GateSymbol::of).toList();
        int width = column.stream().mapToInt(CircuitText::width).max().orElse(0) + GAP;
        if (next > start && x + width > columns) {
          break;
        }
        symbols.add(column);
        offsets.add(x);
        x += width;
        next++;
      }
      end = next;
      cells = new char[2 * layout.qubits() - 1][x];
      wires(label);
      for (int c = 0; c < symbols.size(); c++) {
        for (GateSymbol symbol : symbols.get(c)) {
          put(symbol, offsets.get(c));
        }
      }
      gates = symbols.stream().mapToInt(List::size).sum();
    }

    private void wires(int label) {
      for (int row = 0; row < cells.length; row++) {
        boolean wire = row % 2 == 0;
        Arrays.fill(cells[row], wire ? '─' : ' ');
        if (wire) {
          Arrays.fill(cells[row], 0, label, ' ');
          put(row, 0, "q" + row / 2 + ":");
          if (start > 0) {
            put(row, label, "┄");
          }
          if (end < layout.columns().size()) {
            put(row, cells[row].length - 1, "┄");
          }
        }
      }
    }

    private void put(GateSymbol symbol, int x) {
      int top = symbol.marks().get(0).qubit();
      int bottom = symbol.marks().get(symbol.marks().size() - 1).qubit();
      for (int row = 2 * top; row < 2 * bottom; row++) {
        cells[row][x] = row % 2 == 0 ? '┼' : '│';
      }
      List<String> labels = labels(symbol);
      for (int i = 0; i < labels.size(); i++) {
        put(2 * symbol.marks().get(i).qubit(), x, labels.get(i));
      }
    }

    private void put(int row, int x, String text) {
      text.getChars(0, text.length(), cells[row], x);
    }

    List<String> lines() {
      var lines = new ArrayList<String>();
      if (start > 0) {
        lines.add("");
      }
      for (char[] row : cells) {
        lines.add(new String(row));
      }
      return lines;
    }
  }

  private static int width(GateSymbol symbol) {
    return labels(symbol).stream().mapToInt(String::length).max().orElse(0);
  }

  /** The text on each wire of a gate; the angles stand in the first box. */
  private static List<String> labels(GateSymbol symbol) {
    var labels = new ArrayList<String>();
    boolean told = symbol.angles().isEmpty();
    for (GateSymbol.Mark mark : symbol.marks()) {
      String label =
          switch (mark.shape()) {
            case CONTROL -> "●";
            case NOT -> "⊕";
            case CROSS -> "×";
            case BOX -> mark.label();
            case PART -> mark.port() < 0 ? mark.label() : mark.label() + ":" + mark.port();
          };
      boolean box = mark.shape() == GateSymbol.Shape.BOX || mark.shape() == GateSymbol.Shape.PART;
      if (box && !told) {
        label += "(" + symbol.angleText() + ")";
        told = true;
      }
      labels.add(box ? AngleText.plain(label) : label);
    }
    return labels;
  }
}
