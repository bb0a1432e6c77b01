package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.progress.ProgressBar;

/** The progress of long work as a bar with words; without a total the bar only says "busy". */
final class ProgressRendering implements Rendering<ProgressBar> {
  @Override
  public Map<String, Object> mimeBundle(ProgressBar bar) {
    String text = Printable.line(describe(bar), Html.LONGEST);
    String html = "<progress" + range(bar) + "></progress> " + Html.escape(text);
    return Bundle.text(text).html(Html.block(html)).toMap();
  }

  private static String range(ProgressBar bar) {
    if (bar.total() <= 0) return "";
    return " value=\""
        + Math.max(0, Math.min(bar.done(), bar.total()))
        + "\" max=\""
        + bar.total()
        + '"';
  }

  private static String describe(ProgressBar bar) {
    var text = new StringBuilder(bar.task()).append(": ").append(Numbers.grouped(bar.done()));
    if (bar.total() > 0) {
      text.append(" of ").append(Numbers.grouped(bar.total()));
      text.append(" (").append(Math.round(100.0 * bar.done() / bar.total())).append(" %)");
    }
    if (!bar.timeLeft().isBlank()) text.append(", ").append(bar.timeLeft());
    return text.toString();
  }
}
