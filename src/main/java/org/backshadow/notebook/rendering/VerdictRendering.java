package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.exercise.Verdict;

/** Right or wrong in words, a sign and a bar, in colors that light and dark pages can bear. */
final class VerdictRendering implements Rendering<Verdict> {
  private static final String GREEN = "#1a8f4c";
  private static final String ORANGE = "#c26a00";

  @Override
  public Map<String, Object> mimeBundle(Verdict verdict) {
    String head =
        "%s Exercise %s: %s"
            .formatted(
                verdict.right() ? "\u2713" : "\u2717",
                verdict.id(),
                verdict.right() ? "right" : "not right yet");
    String html =
        "<div style=\"text-align:left;padding:2px 10px;border-left:4px solid %s\">"
                .formatted(verdict.right() ? GREEN : ORANGE)
            + "<div style=\"font-weight:bold\">"
            + Html.escape(head)
            + "</div>"
            + (verdict.right() ? "" : "<div>" + Html.escape(verdict.words()) + "</div>")
            + "</div>";
    return Bundle.text(verdict.toString()).html(Html.block(html)).toMap();
  }
}
