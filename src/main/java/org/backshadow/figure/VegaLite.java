package org.backshadow.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.backshadow.figure.Series.Kind;

/** Says a figure in Vega-Lite v5: the same series, colours, markers, ticks and sizes. */
final class VegaLite {
  private static final List<Integer> SOLID = List.of(1, 0);
  private static final List<Integer> DASHED = List.of(7, 4);
  private final Figure figure;

  private VegaLite(Figure figure) {
    this.figure = figure;
  }

  static Map<String, Object> of(Figure figure) {
    return new VegaLite(figure).spec();
  }

  private Map<String, Object> spec() {
    var spec = map("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
    spec.put("title", title());
    spec.put("width", figure.width());
    spec.put("height", figure.height());
    spec.put("autosize", map("type", "fit", "contains", "padding"));
    spec.put("background", "white");
    spec.put("data", map("values", rows()));
    spec.put("layer", figure.isBars() ? barLayers() : xyLayers());
    spec.put("config", config(hasLegend()));
    return spec;
  }

  private Map<String, Object> title() {
    double width = figure.width() - 120;
    var title = map("text", Text.wrap(figure.title(), House.font(Font.BOLD, 14), width, 2));
    if (!figure.caption().isBlank()) {
      title.put("subtitle", Text.wrap(figure.caption(), House.font(Font.PLAIN, 11), width, 2));
    }
    return title;
  }

  private List<Object> rows() {
    double floor = figure.yAxis().min();
    var rows = new ArrayList<Object>();
    for (Series series : figure.shown()) {
      for (int i : figure.drawable(series)) {
        var row = map("series", series.name(), "kind", series.word());
        if (series.kind() == Kind.BARS) {
          row.put("x", series.categories().get(i));
        } else if (series.kind() != Kind.REFERENCE) {
          row.put("x", series.x()[i]);
        }
        row.put("y", series.y()[i]);
        if (series.hasBar(i)) {
          row.put(
              "low",
              Math.max(
                  series.low()[i], figure.isLogY() ? figure.yAxis().min() : -Double.MAX_VALUE));
          row.put("high", series.high()[i]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Object> xyLayers() {
    var layers = new ArrayList<Object>();
    for (Kind kind : List.of(Kind.REFERENCE, Kind.THEORY, Kind.LINE, Kind.POINTS)) {
      if (figure.shown().stream().noneMatch(s -> s.kind() == kind)) {
        continue;
      }
      if (kind == Kind.POINTS && figure.shown().stream().anyMatch(Series::hasErrors)) {
        layers.addAll(errorLayers(map("x", channel("x", xAxis()))));
      }
      var encoding = map("y", channel("y", yAxis()), "color", color());
      if (kind != Kind.REFERENCE) {
        encoding.put("x", channel("x", xAxis()));
      }
      var mark =
          switch (kind) {
            case POINTS -> map("type", "point", "filled", true, "size", 60, "opacity", 1);
            case REFERENCE -> map("type", "rule", "strokeWidth", 1.2);
            default -> map("type", "line", "strokeWidth", 1.8);
          };
      if (kind == Kind.POINTS) {
        encoding.put("shape", nominal(shapes()));
      } else {
        encoding.put("strokeDash", nominal(dashes()));
      }
      encoding.put("tooltip", tooltip(kind));
      layers.add(layer(kind, mark, encoding));
    }
    if (layers.isEmpty()) {
      var axes = map("x", channel("x", xAxis()), "y", channel("y", yAxis()));
      layers.add(map("mark", "point", "encoding", axes));
    }
    return layers;
  }

  private List<Object> barLayers() {
    var layers = new ArrayList<Object>();
    Map<String, Object> x = map("field", "x", "type", "nominal", "sort", figure.categories());
    x.put("title", figure.xLabel());
    double room = 100 - 100 * Charts.fill(figure.categories().size());
    x.put("scale", map("domain", figure.categories(), "padding", Math.rint(room) / 100));
    x.put("axis", categoryAxis());
    var place = map("x", x);
    if (figure.isDodged()) {
      var order = figure.barSeries().stream().map(Series::name).toList();
      place.put("xOffset", map("field", "series", "type", "nominal", "sort", order));
    }
    var encoding = new LinkedHashMap<>(place);
    encoding.put("y", channel("y", yAxis()));
    encoding.put("y2", map("datum", figure.isLogY() ? figure.yAxis().min() : 0));
    encoding.put("color", color());
    encoding.put("tooltip", tooltip(Kind.BARS));
    layers.add(layer(Kind.BARS, map("type", "bar"), encoding));
    if (figure.shown().stream().anyMatch(Series::hasErrors)) {
      layers.addAll(errorLayers(place));
    }
    if (figure.shown().stream().anyMatch(s -> s.kind() == Kind.REFERENCE)) {
      var rule = map("y", channel("y", yAxis()), "color", color());
      rule.put("strokeDash", nominal(dashes()));
      rule.put("tooltip", tooltip(Kind.REFERENCE));
      layers.add(layer(Kind.REFERENCE, map("type", "rule", "strokeWidth", 1.2), rule));
    }
    return layers;
  }

  private Map<String, Object> categoryAxis() {
    var font = House.font(Font.PLAIN, 11);
    var labels = new CategoryLabels(figure.categories(), font, figure.width() - 80);
    var values = new ArrayList<Object>();
    for (int i = 0; i < figure.categories().size(); i += labels.every()) {
      values.add(figure.categories().get(i));
    }
    var axis = map("values", values, "labelAngle", labels.slanted() ? -45 : 0);
    if (labels.isBroken()) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < figure.categories().size(); i++) {
        var texts = labels.lines(i).stream().map(VegaLite::quoted).toList();
        lines.add(quoted(figure.categories().get(i)) + ":[" + String.join(",", texts) + "]");
      }
      axis.put("labelExpr", "({" + String.join(",", lines) + "})[datum.label]");
    }
    axis.putAll(map("labelLimit", CategoryLabels.LONGEST, "labelOverlap", false, "grid", false));
    axis.put("titleLimit", figure.width() - 80);
    return axis;
  }

  /** A rule and two caps; on bars first the same in white and wider, to be seen on any colour. */
  private List<Object> errorLayers(Map<String, Object> place) {
    var layers = new ArrayList<Object>();
    if (figure.isBars()) {
      var white = map("value", Palette.hex(Color.WHITE));
      errorLayers(layers, place, white, Strokes.HALO, Mark.CAP + 2.4);
      errorLayers(layers, place, map("value", Palette.hex(House.TEXT)), Strokes.ERROR, Mark.CAP);
    } else {
      errorLayers(layers, place, color(), Strokes.ERROR, Mark.CAP);
    }
    return layers;
  }

  private void errorLayers(
      List<Object> layers,
      Map<String, Object> place,
      Map<String, Object> color,
      BasicStroke stroke,
      double cap) {
    double width = Math.round(10 * stroke.getLineWidth()) / 10.0;
    var rule = new LinkedHashMap<>(place);
    rule.put("y", channel("low", yAxis()));
    rule.put("y2", map("field", "high"));
    rule.put("color", color);
    layers.add(errorLayer(map("type", "rule", "strokeWidth", width), rule));
    for (String end : List.of("low", "high")) {
      var tick = new LinkedHashMap<>(place);
      tick.put("y", channel(end, yAxis()));
      tick.put("color", color);
      var mark = map("type", "tick", "orient", "horizontal", "size", cap, "thickness", width);
      layers.add(errorLayer(mark, tick));
    }
  }

  private static Map<String, Object> errorLayer(
      Map<String, Object> mark, Map<String, Object> encoding) {
    var layer = map("transform", List.of(map("filter", "isValid(datum.low)")));
    layer.put("mark", mark);
    layer.put("encoding", encoding);
    return layer;
  }

  private static Map<String, Object> layer(
      Kind kind, Map<String, Object> mark, Map<String, Object> encoding) {
    var layer = map("transform", List.of(map("filter", "datum.kind == '" + kind(kind) + "'")));
    layer.put("mark", mark);
    layer.put("encoding", encoding);
    return layer;
  }

  private Map<String, Object> xAxis() {
    return axis(figure.xAxis(), figure.xLabel(), 9, figure.width() - 80);
  }

  private Map<String, Object> yAxis() {
    // A title longer than the plot is high would push the figure's title off the page. Panels keep
    // their height for the plot, single figures have all in it.
    int limit = figure.isPanel() ? figure.height() * 9 / 10 : figure.height() / 2;
    var axis = axis(figure.yAxis(), figure.yLabel(), 7, limit);
    axis.put("title", Text.wrap(figure.yLabel(), House.font(Font.BOLD, 11), limit, 4));
    return axis;
  }

  private static Map<String, Object> axis(Axis axis, String label, int room, int limit) {
    var values = new ArrayList<Object>();
    var texts = new ArrayList<String>();
    for (Axis.Tick tick : axis.ticks(room)) {
      values.add(tick.value());
      texts.add(quoted(tick.label()));
    }
    var scale = map("type", axis.log() ? "log" : "linear", "nice", false, "zero", false);
    if (axis.log()) {
      scale.remove("zero");
    }
    scale.put("domain", List.of(axis.min(), axis.max()));
    // The n-th label by rank: datum.index runs from 0 to 1.
    String rank = "round((datum.index || 0) * " + Math.max(1, values.size() - 1) + ")";
    var look = map("values", values, "labelOverlap", true, "titleLimit", limit);
    look.put("labelExpr", "[" + String.join(",", texts) + "][" + rank + "]");
    var channel = map("scale", scale, "axis", look);
    channel.put("title", label);
    return channel;
  }

  private static String quoted(String label) {
    return "'" + label.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static Map<String, Object> channel(String field, Map<String, Object> axis) {
    var channel = map("field", field, "type", "quantitative");
    channel.putAll(axis);
    return channel;
  }

  private Map<String, Object> color() {
    return nominal(figure.shown().stream().<Object>map(s -> Palette.hex(figure.color(s))).toList());
  }

  private List<Object> shapes() {
    return figure.shown().stream()
        .<Object>map(
            s -> s.kind() == Kind.POINTS ? figure.palette().mark(s.name()).vega() : "stroke")
        .toList();
  }

  private List<Object> dashes() {
    return figure.shown().stream()
        .<Object>map(
            s ->
                switch (s.kind()) {
                  case THEORY -> DASHED;
                  case REFERENCE -> Strokes.referenceDash(figure.rankOfReference(s));
                  default -> SOLID;
                })
        .toList();
  }

  private Map<String, Object> nominal(List<Object> range) {
    var names = figure.shown().stream().<Object>map(Series::name).toList();
    var channel = map("field", "series", "type", "nominal");
    channel.put("scale", map("domain", names, "range", range));
    if (hasLegend()) {
      var legend = map("title", "", "orient", "bottom", "columns", columns());
      legend.put("values", figure.named().stream().map(Series::name).toList());
      legend.put("labelLimit", figure.width() - 60);
      channel.put("legend", legend);
    }
    return channel;
  }

  private boolean hasLegend() {
    return figure.named().size() > 1;
  }

  private int columns() {
    double widest =
        figure.named().stream().mapToInt(s -> s.name().length()).max().orElse(1) * 6.3 + 40;
    return (int) Math.max(1, Math.min(figure.named().size(), figure.width() / widest));
  }

  private List<Object> tooltip(Kind kind) {
    var tooltip = new ArrayList<Object>();
    tooltip.add(map("field", "series", "type", "nominal"));
    if (kind == Kind.BARS) {
      tooltip.add(map("field", "x", "type", "nominal", "title", named(figure.xLabel(), "x")));
    } else if (kind != Kind.REFERENCE) {
      tooltip.add(number("x", named(figure.xLabel(), "x")));
    }
    tooltip.add(number("y", named(figure.yLabel(), "y")));
    boolean errors = figure.shown().stream().anyMatch(s -> s.kind() == kind && s.hasErrors());
    if (errors) {
      tooltip.add(number("low", "low"));
      tooltip.add(number("high", "high"));
    }
    return tooltip;
  }

  private static Map<String, Object> number(String field, String title) {
    return map("field", field, "type", "quantitative", "title", title, "format", ".4~g");
  }

  private static String named(String label, String otherwise) {
    return label.isBlank() ? otherwise : label;
  }

  /** A white page with dark text says its own colours, so that a dark theme cannot hide them. */
  private static Map<String, Object> config(boolean legend) {
    String text = Palette.hex(House.TEXT);
    String line = Palette.hex(House.FRAME);
    var config = map("font", "DejaVu Sans, Verdana, sans-serif");
    var axis = map("labelColor", text, "titleColor", text, "labelFontSize", 11);
    axis.putAll(map("titleFontSize", 12, "titleFontWeight", "normal", "domainColor", line));
    axis.putAll(map("tickColor", line, "gridColor", Palette.hex(House.GRID)));
    config.put("axis", axis);
    config.put(
        "legend",
        legend
            ? map(
                "labelColor",
                text,
                "labelFontSize",
                12,
                "symbolStrokeWidth",
                1.8,
                "symbolSize",
                110)
            : map("disable", true));
    var title = map("color", text, "fontSize", 14, "anchor", "middle");
    title.putAll(map("subtitleColor", Palette.hex(House.MUTED), "subtitleFontSize", 11));
    config.put("title", title);
    config.put("view", map("stroke", line));
    return config;
  }

  private static String kind(Kind kind) {
    return Series.word(kind);
  }

  /** Keys and values; no nulls, which kernels leave out when they write JSON. */
  private static LinkedHashMap<String, Object> map(Object... entries) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
