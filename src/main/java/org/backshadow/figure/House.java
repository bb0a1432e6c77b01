package org.backshadow.figure;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;

/** The house style: colours, fonts and the XChart settings every figure shares. */
final class House {
  static final Color TEXT = new Color(0x222222);
  static final Color MUTED = new Color(0x5F5F5F);
  static final Color FRAME = new Color(0xB4B4B4);
  static final Color GRID = new Color(0xE9E9E9);
  static final Color CLEAR = new Color(255, 255, 255, 0);
  static final int MARKER = 8;

  private House() {}

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** Leaves XChart only the series to draw: {@link Frame} draws axes, title and legend. */
  static void apply(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartPadding(0);
    styler.setPlotContentSize(1);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotBackgroundColor(CLEAR);
    styler.setChartTitleVisible(false);
    styler.setLegendVisible(false);
    styler.setChartTitleFont(font(Font.BOLD, 14));
    styler.setLegendFont(font(Font.PLAIN, 12));
    styler.setMarkerSize(MARKER);
    styler.setAntiAlias(true);
    styler.setPlotMargin(0);
    styler.setAxisTicksVisible(false);
    styler.setAxisTitlesVisible(false);
    styler.setAxisTitleFont(font(Font.PLAIN, 12));
    styler.setAxisTickLabelsFont(font(Font.PLAIN, 11));
  }
}
