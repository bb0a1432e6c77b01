package org.backshadow.figure;

import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/**
 * The state of a graphics (colour, stroke, font, transform, clip), kept by one of the JDK, with
 * every way to draw led back to three: fill, draw, and text at a point. Images draw nothing.
 */
@NullUnmarked
abstract class GraphicsState extends Graphics2D {
  final Graphics2D state;

  GraphicsState(Graphics2D state) {
    this.state = state;
  }

  /** A fresh state with the identity transform and no clip. */
  static Graphics2D page() {
    return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
  }

  @Override
  public void setComposite(Composite c) {
    state.setComposite(c);
  }

  @Override
  public void setPaint(Paint p) {
    state.setPaint(p);
  }

  @Override
  public void setStroke(Stroke s) {
    state.setStroke(s);
  }

  @Override
  public void setRenderingHint(RenderingHints.Key k, Object v) {
    state.setRenderingHint(k, v);
  }

  @Override
  public Object getRenderingHint(RenderingHints.Key k) {
    return state.getRenderingHint(k);
  }

  @Override
  public void setRenderingHints(Map<?, ?> h) {
    state.setRenderingHints(h);
  }

  @Override
  public void addRenderingHints(Map<?, ?> h) {
    state.addRenderingHints(h);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return state.getRenderingHints();
  }

  @Override
  public void translate(int x, int y) {
    state.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    state.translate(x, y);
  }

  @Override
  public void rotate(double a) {
    state.rotate(a);
  }

  @Override
  public void rotate(double a, double x, double y) {
    state.rotate(a, x, y);
  }

  @Override
  public void scale(double x, double y) {
    state.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    state.shear(x, y);
  }

  @Override
  public void transform(AffineTransform t) {
    state.transform(t);
  }

  @Override
  public void setTransform(AffineTransform t) {
    state.setTransform(t);
  }

  @Override
  public AffineTransform getTransform() {
    return state.getTransform();
  }

  @Override
  public Paint getPaint() {
    return state.getPaint();
  }

  @Override
  public Composite getComposite() {
    return state.getComposite();
  }

  @Override
  public void setBackground(Color c) {
    state.setBackground(c);
  }

  @Override
  public Color getBackground() {
    return state.getBackground();
  }

  @Override
  public Stroke getStroke() {
    return state.getStroke();
  }

  @Override
  public void clip(Shape s) {
    state.clip(s);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return state.getFontRenderContext();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    return state.getDeviceConfiguration();
  }

  @Override
  public Color getColor() {
    return state.getColor();
  }

  @Override
  public void setColor(Color c) {
    state.setColor(c);
  }

  @Override
  public void setPaintMode() {
    state.setPaintMode();
  }

  @Override
  public void setXORMode(Color c) {
    state.setXORMode(c);
  }

  @Override
  public Font getFont() {
    return state.getFont();
  }

  @Override
  public void setFont(Font f) {
    state.setFont(f);
  }

  @Override
  public FontMetrics getFontMetrics(Font f) {
    return state.getFontMetrics(f);
  }

  @Override
  public Rectangle getClipBounds() {
    return state.getClipBounds();
  }

  @Override
  public void clipRect(int x, int y, int w, int h) {
    state.clipRect(x, y, w, h);
  }

  @Override
  public void setClip(int x, int y, int w, int h) {
    state.setClip(x, y, w, h);
  }

  @Override
  public Shape getClip() {
    return state.getClip();
  }

  @Override
  public void setClip(Shape s) {
    state.setClip(s);
  }

  @Override
  public void dispose() {
    state.dispose();
  }

  @Override
  public boolean hit(Rectangle r, Shape s, boolean on) {
    return state.hit(r, s, on);
  }

  @Override
  public void copyArea(int x, int y, int w, int h, int dx, int dy) {}

  @Override
  public void drawImage(BufferedImage i, BufferedImageOp op, int x, int y) {}

  @Override
  public void drawRenderedImage(RenderedImage i, AffineTransform t) {}

  @Override
  public void drawRenderableImage(RenderableImage i, AffineTransform t) {}

  @Override
  public boolean drawImage(Image i, AffineTransform t, ImageObserver o) {
    return true;
  }

  @Override
  public boolean drawImage(Image i, int x, int y, ImageObserver o) {
    return true;
  }

  @Override
  public boolean drawImage(Image i, int x, int y, int w, int h, ImageObserver o) {
    return true;
  }

  @Override
  public boolean drawImage(Image i, int x, int y, Color c, ImageObserver o) {
    return true;
  }

  @Override
  public boolean drawImage(Image i, int x, int y, int w, int h, Color c, ImageObserver o) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image i, int a, int b, int c, int d, int e, int f, int g, int h, ImageObserver o) {
    return true;
  }

  @Override
  public boolean drawImage(
      Image i, int a, int b, int c, int d, int e, int f, int g, int h, Color k, ImageObserver o) {
    return true;
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    var plain = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      plain.append(c);
    }
    drawString(plain.toString(), x, y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int w, int h) {
    fill(new Rectangle(x, y, w, h));
  }

  @Override
  public void clearRect(int x, int y, int w, int h) {
    Paint paint = getPaint();
    setPaint(getBackground());
    fillRect(x, y, w, h);
    setPaint(paint);
  }

  @Override
  public void drawRoundRect(int x, int y, int w, int h, int a, int b) {
    draw(new RoundRectangle2D.Double(x, y, w, h, a, b));
  }

  @Override
  public void fillRoundRect(int x, int y, int w, int h, int a, int b) {
    fill(new RoundRectangle2D.Double(x, y, w, h, a, b));
  }

  @Override
  public void drawOval(int x, int y, int w, int h) {
    draw(new Ellipse2D.Double(x, y, w, h));
  }

  @Override
  public void fillOval(int x, int y, int w, int h) {
    fill(new Ellipse2D.Double(x, y, w, h));
  }

  @Override
  public void drawArc(int x, int y, int w, int h, int from, int angle) {
    draw(new Arc2D.Double(x, y, w, h, from, angle, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int w, int h, int from, int angle) {
    fill(new Arc2D.Double(x, y, w, h, from, angle, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int n) {
    draw(path(x, y, n, false));
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int n) {
    draw(path(x, y, n, true));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int n) {
    fill(path(x, y, n, true));
  }

  private static Path2D path(int[] x, int[] y, int n, boolean closed) {
    var path = new Path2D.Double();
    for (int i = 0; i < n; i++) {
      if (i == 0) {
        path.moveTo(x[i], y[i]);
      } else {
        path.lineTo(x[i], y[i]);
      }
    }
    if (closed && n > 0) {
      path.closePath();
    }
    return path;
  }
}
