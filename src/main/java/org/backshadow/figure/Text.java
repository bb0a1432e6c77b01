package org.backshadow.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Measures, shortens and breaks text; lengths in pixels at scale 1. */
final class Text {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** No place in a figure holds more characters; longer text is not even measured. */
  private static final int LONGEST = 500;

  private Text() {}

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
  }

  static double widest(List<String> texts, Font font) {
    return texts.stream().mapToDouble(text -> width(text, font)).max().orElse(0);
  }

  /** The text, or its beginning and an ellipsis. */
  static String fit(String text, Font font, double width) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    if (start.length() == text.length() && width(text, font) <= width) {
      return text;
    }
    int end = start.length();
    while (end > 1 && width(start.substring(0, end) + "…", font) > width) {
      end--;
    }
    return start.substring(0, end) + "…";
  }

  /** The text in lines no wider than {@code width}; what does not fit in the last is cut. */
  static List<String> wrap(String text, Font font, double width, int lines) {
    var wrapped = new ArrayList<String>();
    var line = new StringBuilder();
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    for (String word : start.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > width && wrapped.size() < lines - 1) {
        wrapped.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    wrapped.add(line.toString());
    wrapped.removeIf(String::isEmpty);
    return wrapped.stream().map(part -> fit(part, font, width)).toList();
  }
}
