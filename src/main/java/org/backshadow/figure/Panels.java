package org.backshadow.figure;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Small multiples: figures side by side with the same axes and the same colours, so that they
 * compare at a glance. Immutable.
 *
 * <pre>{@code
 * double[] x = {1, 2, 3};
 * var one = figure("n = 2").points("spsa", x, new double[] {1, 4, 9});
 * var other = figure("n = 4").points("spsa", x, new double[] {2, 8, 18});
 * Panels.of("Error", List.of(one, other)).logY().figures().size() // 2
 * }</pre>
 */
public final class Panels implements Picture {
  private static final int MOST_COLUMNS = 3;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 260;
  private static final int HEAD = 30;
  private static final int FOOT = 22;

  private final String title;
  private final String caption;
  private final List<Figure> figures;

  private Panels(String title, String caption, List<Figure> figures) {
    this.title = title;
    this.caption = caption;
    this.figures = List.copyOf(figures);
  }

  /**
   * Figures side by side, at most three in a row.
   *
   * @param figures whose titles say what differs
   * @throws IllegalArgumentException if there are none or more than 30, or bars are among them
   */
  public static Panels of(String title, List<Figure> figures) {
    requireNonNull(title, "title");
    if (figures.isEmpty() || figures.size() > 30) {
      throw new IllegalArgumentException(
          "panels: %d figures; from 1 to 30 fit in a picture".formatted(figures.size()));
    }
    if (figures.stream().anyMatch(Figure::isBars)) {
      throw new IllegalArgumentException("panels: bars have no axis to share; use single figures");
    }
    return new Panels(title, "", figures.stream().map(f -> f.size(WIDTH, HEIGHT)).toList());
  }

  /** With a small line below. */
  public Panels caption(String text) {
    requireNonNull(text, "text");
    return new Panels(title, text, figures);
  }

  /** With logarithmic x axes. */
  public Panels logX() {
    return new Panels(title, caption, figures.stream().map(Figure::logX).toList());
  }

  /** With logarithmic y axes. */
  public Panels logY() {
    return new Panels(title, caption, figures.stream().map(Figure::logY).toList());
  }

  /** The single figures, with shared axes. */
  public List<Figure> figures() {
    return figures.stream().map(f -> f.beside(figures)).toList();
  }

  private int columns() {
    return Math.min(MOST_COLUMNS, figures.size());
  }

  @Override
  public int width() {
    return columns() * WIDTH;
  }

  @Override
  public int height() {
    int rows = (figures.size() + columns() - 1) / columns();
    return HEAD + rows * HEIGHT + (caption.isBlank() ? 0 : FOOT);
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width(), height());
    line(g, title, House.font(Font.BOLD, 14), 20);
    List<Figure> shared = figures();
    for (int k = 0; k < shared.size(); k++) {
      var own = (Graphics2D) g.create();
      own.translate(k % columns() * WIDTH, HEAD + k / columns() * HEIGHT);
      shared.get(k).paint(own);
      own.dispose();
    }
    line(g, caption, House.font(Font.PLAIN, 11), height() - 8);
  }

  private void line(Graphics2D g, String text, Font font, int baseline) {
    if (!text.isBlank()) {
      String fitted = Text.fit(text, font, width() - 20);
      g.setFont(font);
      g.setColor(House.TEXT);
      g.drawString(fitted, (float) (width() - Text.width(fitted, font)) / 2, baseline);
    }
  }

  /** As a PNG image of twice its width and height. */
  public byte[] png() {
    return Export.png(this);
  }

  /** A new Vega-Lite v5 specification. */
  public Map<String, Object> vegaLite() {
    var panels = new ArrayList<Object>();
    Map<String, Object> spec = new LinkedHashMap<>();
    for (Figure figure : figures()) {
      Map<String, Object> panel = figure.vegaLite();
      // A panel has no schema, background or settings of its own.
      spec.put("$schema", panel.remove("$schema"));
      spec.put("background", panel.remove("background"));
      spec.put("config", panel.remove("config"));
      panel.remove("autosize");
      panels.add(panel);
    }
    spec.put("title", caption.isBlank() ? title : Map.of("text", title, "subtitle", caption));
    spec.put("columns", columns());
    spec.put("concat", panels);
    return spec;
  }

  @Override
  public String alt() {
    String each = figures.stream().map(Figure::alt).collect(Collectors.joining(" "));
    return "%s. %d panels. %s %s".formatted(title, figures.size(), each, caption).strip();
  }

  @Override
  public Table table() {
    Table all = Table.create(title);
    for (Figure figure : figures) {
      Table own = figure.table();
      var panel = StringColumn.create("panel");
      for (int r = 0; r < own.rowCount(); r++) {
        panel.append(figure.title());
      }
      own.insertColumn(0, panel);
      if (all.columnCount() == 0) {
        all = own.setName(title);
      } else {
        all.append(own);
      }
    }
    return all;
  }

  /** Writes to a file, see {@link Figure#save(Path)}. */
  public void save(String path) {
    requireNonNull(path, "path");
    save(Path.of(path));
  }

  /** As {@link #save(String)}. */
  public void save(Path path) {
    Export.save(this, path);
  }

  @Override
  public String toString() {
    return "Panels[" + title + ", " + figures.size() + " figures]";
  }
}
