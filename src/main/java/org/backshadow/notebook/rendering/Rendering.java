package org.backshadow.notebook.rendering;

import java.util.Map;

/**
 * How a type looks in a notebook: one picture of a value in several formats, of which the front end
 * takes the richest that it can show.
 *
 * <p>The map goes from MIME type to data: text for {@code text/plain}, {@code text/html} and {@code
 * image/svg+xml}, base64 text for {@code image/png}, and maps, lists, strings, numbers and booleans
 * for a JSON type. The key {@link #METADATA} may hold a second map, from MIME type to the metadata
 * of that format, as in the notebook's own file format. A rendering may throw: the cell then shows
 * one line that says why.
 *
 * <pre>{@code
 * record Spin(double up) {}
 * Rendering<Spin> bold = spin -> Map.of("text/html", "<b>" + spin.up() + "</b>");
 * Notebook.register(Spin.class, bold);
 * bold.mimeBundle(new Spin(0.5)) // {text/html=<b>0.5</b>}
 * }</pre>
 *
 * @param <T> the type shown
 */
@FunctionalInterface
public interface Rendering<T> {
  /** Of plain text, which every value has. */
  String TEXT = "text/plain";

  /** Of a page's part. */
  String HTML = "text/html";

  /** Of a picture of pixels, in Base64. */
  String PNG = "image/png";

  /** Of a drawing. */
  String SVG = "image/svg+xml";

  /** Of a chart with tooltips. */
  String VEGA_LITE = "application/vnd.vegalite.v5+json";

  /** The key under which a bundle carries its metadata; no MIME type, since it has no slash. */
  String METADATA = "metadata";

  /** The value as MIME type to data. */
  Map<String, Object> mimeBundle(T value);
}
