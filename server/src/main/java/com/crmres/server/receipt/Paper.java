package com.crmres.server.receipt;

import com.google.zxing.common.BitMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;

/// A strip of paper that is written on from top to bottom. Text is shaped and ordered by the JDK's
/// layout, with the direction of its language.
final class Paper {

  static final float WIDTH = 420;
  static final float MARGIN = 22;

  private static final Color INK = new Color(0x14, 0x17, 0x1a);
  private static final Color GREY = new Color(0x5b, 0x63, 0x6b);
  private static final Color HAIR = new Color(0xc9, 0xce, 0xd3);
  private static final float LEADING = 1.5f;

  /// Measured without hints, so that picture and PDF break at the same words.
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private final Graphics2D graphics;
  private float y = MARGIN;

  Paper(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /// Where a text stands between its two edges.
  enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }

  /// Words with how they look.
  record Words(String text, Font font, boolean arabic, boolean pale) {
    static Words arabic(String text, Font font) {
      return new Words(text, font, true, false);
    }

    static Words latin(String text, Font font) {
      return new Words(text, font, false, false);
    }

    Words fainter() {
      return new Words(text, font, arabic, true);
    }
  }

  /// How much was written.
  float height() {
    return y + MARGIN;
  }

  void gap(float height) {
    y += height;
  }

  void centred(Words words) {
    y = write(words, MARGIN, WIDTH - MARGIN, Side.CENTRE, y);
  }

  /// Words that share a line; the longest one says where the next begins.
  void row(Cell... cells) {
    float end = y;
    for (Cell cell : cells) {
      end = Math.max(end, write(cell.words(), cell.from(), cell.to(), cell.side(), y));
    }
    y = end;
  }

  /// Words of a row, between two edges.
  record Cell(Words words, float from, float to, Side side) {}

  void rule() {
    y += 6;
    graphics.setColor(HAIR);
    graphics.setStroke(new BasicStroke(1));
    graphics.draw(new Line2D.Float(MARGIN, y, WIDTH - MARGIN, y));
    y += 6;
  }

  /// A square code with its quiet zone, drawn dot by dot; the edges fall on half units, which are
  /// whole dots of the picture, so that it is sharp.
  ///
  /// @param most how wide it may be
  void square(BitMatrix code, float most) {
    float dot = (float) Math.floor(2 * most / code.getWidth()) / 2;
    float side = dot * code.getWidth();
    float left = (float) Math.floor(WIDTH - side) / 2;
    y = (float) Math.ceil(y);
    graphics.setColor(Color.BLACK);
    for (int row = 0; row < code.getHeight(); row++) {
      for (int column = 0; column < code.getWidth(); column++) {
        if (code.get(column, row)) {
          graphics.fill(new Rectangle2D.Float(left + column * dot, y + row * dot, dot, dot));
        }
      }
    }
    y += side;
  }

  private float write(Words words, float from, float to, Side side, float top) {
    if (words.text().isBlank()) {
      return top;
    }
    graphics.setColor(words.pale() ? GREY : INK);
    AttributedString styled = new AttributedString(words.text());
    styled.addAttribute(TextAttribute.FONT, words.font());
    styled.addAttribute(
        TextAttribute.RUN_DIRECTION,
        words.arabic() ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    LineBreakMeasurer lines = new LineBreakMeasurer(styled.getIterator(), MEASURE);
    float line = top;
    while (lines.getPosition() < words.text().length()) {
      TextLayout layout = lines.nextLayout(to - from);
      float height = words.font().getSize2D() * LEADING;
      float x = from + (to - from - layout.getVisibleAdvance()) * share(side);
      float baseline = line + (height + layout.getAscent() - layout.getDescent()) / 2;
      layout.draw(graphics, layout.isLeftToRight() ? x : x - hanging(layout), baseline);
      line += height;
    }
    return line;
  }

  /// Blanks at the end of a broken line, which stand left of the words in Arabic.
  private static float hanging(TextLayout layout) {
    return layout.getAdvance() - layout.getVisibleAdvance();
  }

  private static float share(Side side) {
    return switch (side) {
      case LEFT -> 0;
      case CENTRE -> 0.5f;
      case RIGHT -> 1;
    };
  }
}
