package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.figure.Figure;

/** One of our charts: a sharp PNG, and Vega-Lite with tooltips where the front end draws it. */
final class FigureRendering implements Rendering<Figure> {
  @Override
  public Map<String, Object> mimeBundle(Figure figure) {
    return Bundle.text(figure.alt())
        .png(figure.png(), figure.width(), figure.height())
        .json(Rendering.VEGA_LITE, figure.vegaLite())
        .toMap();
  }
}
