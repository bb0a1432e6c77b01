package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.figure.Panels;

/** Small multiples: a sharp PNG, and Vega-Lite with tooltips where the front end draws it. */
final class PanelsRendering implements Rendering<Panels> {
  @Override
  public Map<String, Object> mimeBundle(Panels panels) {
    return Bundle.text(panels.alt())
        .png(panels.png(), panels.width(), panels.height())
        .json(Rendering.VEGA_LITE, panels.vegaLite())
        .toMap();
  }
}
