package org.backshadow.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One colour and one marker per method, the same in every figure.
 *
 * <p>The colours are told apart on white with each kind of colour blindness (after Okabe and Ito,
 * 2008, and Tol, 2021); the markers tell them apart in grey. A series whose name begins with the
 * name of a method, such as {@code "parameterShift fit"}, looks like that method. Any other series
 * takes the next style that no method in the same figure has, in order of appearance.
 *
 * <pre>{@code
 * Palette.of(List.of("parameterShift", "spsa")).hex("parameterShift fit") // #0072b2
 * }</pre>
 */
public final class Palette {
  /** The grey of reference lines and of theory that belongs to no method. */
  static final Color GREY = new Color(0x888888);

  private record Style(Color color, Mark mark) {}

  private static final Map<String, Style> METHODS = methods();

  private static final List<Style> OTHERS =
      List.of(
          style(0x0072B2, Mark.CIRCLE),
          style(0xD55E00, Mark.DIAMOND),
          style(0x009E73, Mark.SQUARE),
          style(0xCC79A7, Mark.UP),
          style(0xE69F00, Mark.DOWN),
          style(0x56B4E9, Mark.RIGHT),
          style(0x332288, Mark.CROSS),
          style(0x882255, Mark.LEFT),
          style(0x999933, Mark.CIRCLE),
          style(0x222222, Mark.SQUARE));

  private final Map<String, Style> styles;

  private Palette(Map<String, Style> styles) {
    this.styles = styles;
  }

  /** Whether this is the name of a method, which has a colour and a marker of its own. */
  public static boolean isMethod(String name) {
    return METHODS.containsKey(name);
  }

  /**
   * The palette of a figure with these series.
   *
   * @param series names in order of appearance
   */
  public static Palette of(Collection<String> series) {
    var styles = new LinkedHashMap<String, Style>();
    var taken = new HashSet<Color>();
    for (String name : series) {
      method(name).map(METHODS::get).ifPresent(style -> taken.add(style.color()));
    }
    var free = new ArrayList<>(OTHERS);
    free.removeIf(style -> taken.contains(style.color()));
    int next = 0;
    for (String name : series) {
      var known = method(name);
      if (known.isPresent()) {
        styles.put(name, METHODS.get(known.get()));
        continue;
      }
      var parent = longestPrefix(name, styles.keySet());
      if (parent.isPresent()) {
        styles.put(name, styles.get(parent.get()));
      } else {
        styles.put(name, free.get(next++ % free.size()));
      }
    }
    return new Palette(Map.copyOf(styles));
  }

  /**
   * The colour of a series.
   *
   * @param series a name this palette was made for, or one that begins with it; anything else that
   *     is not a method is grey
   */
  public Color color(String series) {
    return find(series).map(Style::color).orElse(GREY);
  }

  /** The colour as {@code #rrggbb}. */
  public String hex(String series) {
    return hex(color(series));
  }

  static String hex(Color color) {
    return String.format("#%06x", color.getRGB() & 0xFFFFFF);
  }

  Mark mark(String series) {
    return find(series).map(Style::mark).orElse(Mark.CIRCLE);
  }

  private Optional<Style> find(String series) {
    var known = method(series).map(METHODS::get);
    return known.isPresent() ? known : longestPrefix(series, styles.keySet()).map(styles::get);
  }

  private static Optional<String> method(String series) {
    return longestPrefix(series, METHODS.keySet());
  }

  private static Optional<String> longestPrefix(String series, Collection<String> names) {
    return names.stream()
        .filter(name -> beginsWith(series, name))
        .reduce((a, b) -> a.length() >= b.length() ? a : b);
  }

  private static boolean beginsWith(String series, String name) {
    return series.startsWith(name)
        && (series.length() == name.length()
            || !Character.isLetterOrDigit(series.charAt(name.length())));
  }

  private static Style style(int rgb, Mark mark) {
    return new Style(new Color(rgb), mark);
  }

  private static Map<String, Style> methods() {
    return Map.ofEntries(
        Map.entry("forward", style(0x7F7F7F, Mark.SQUARE)),
        Map.entry("adjoint", style(0x222222, Mark.DIAMOND)),
        Map.entry("parameterShift", style(0x0072B2, Mark.CIRCLE)),
        Map.entry("generalShift", style(0x56B4E9, Mark.SQUARE)),
        Map.entry("finiteDifference", style(0x999933, Mark.UP)),
        Map.entry("hadamardTest", style(0xCC79A7, Mark.DOWN)),
        Map.entry("spsa", style(0x882255, Mark.CROSS)),
        Map.entry("commutingGenerators", style(0x009E73, Mark.SQUARE)),
        Map.entry("commutingBlocks", style(0x7FB53C, Mark.LEFT)),
        Map.entry("classicalShadow", style(0xE69F00, Mark.UP)),
        Map.entry("cliffordShadow", style(0xAA4499, Mark.RIGHT)),
        Map.entry("bellSampling", style(0x332288, Mark.CROSS)),
        Map.entry("weakReadout", style(0x8C510A, Mark.DOWN)),
        Map.entry("quantumBackprop", style(0xD55E00, Mark.DIAMOND)),
        Map.entry("exact", style(0x444444, Mark.CIRCLE)),
        Map.entry("trivial", style(0xA9A9A9, Mark.LEFT)));
  }
}
