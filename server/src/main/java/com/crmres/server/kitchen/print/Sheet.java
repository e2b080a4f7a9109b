package com.crmres.server.kitchen.print;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/// A strip of paper that is written from the top down, in the direction of its language.
final class Sheet {

  private static final int MARGIN = 8;
  private static final int GAP = 6;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final int width;
  private final boolean rightToLeft;
  private final List<Part> parts = new ArrayList<>();

  Sheet(int width, boolean rightToLeft) {
    this.width = width;
    this.rightToLeft = rightToLeft;
  }

  /// Where a line of words stands.
  enum Place {
    START,
    CENTRE
  }

  /// Something drawn below what is there.
  private interface Part {
    int height();

    void draw(Graphics2D graphics, int top);
  }

  /// Words, wrapped.
  ///
  /// @param indent from the side where the language begins
  Sheet words(String text, Font font, Place place, int indent) {
    parts.add(
        new Words(
            lines(text, font, width - 2 * MARGIN - indent), place, indent, false, Color.BLACK));
    return this;
  }

  /// Words that are struck out.
  Sheet struck(String text, Font font, int indent) {
    parts.add(
        new Words(
            lines(text, font, width - 2 * MARGIN - indent),
            Place.START,
            indent,
            true,
            Color.BLACK));
    return this;
  }

  /// White words on a black bar.
  Sheet bar(String text, Font font) {
    Words words =
        new Words(lines(text, font, width - 4 * MARGIN), Place.CENTRE, 0, false, Color.WHITE);
    parts.add(new Bar(words));
    return this;
  }

  /// A few big signs at the beginning, with words beside them.
  Sheet beside(String signs, Font big, String text, Font font, boolean struck) {
    TextLayout lead = layout(signs, big, false);
    int indent = (int) Math.ceil(lead.getAdvance()) + 2 * MARGIN;
    Words words =
        new Words(
            lines(text, font, width - 2 * MARGIN - indent),
            Place.START,
            indent,
            struck,
            Color.BLACK);
    parts.add(new Beside(lead, words));
    return this;
  }

  /// A line across.
  Sheet rule(int thickness) {
    parts.add(new Rule(thickness));
    return this;
  }

  BufferedImage image() {
    int height = 2 * MARGIN + parts.stream().mapToInt(part -> part.height() + GAP).sum();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      int top = MARGIN;
      for (Part part : parts) {
        graphics.setColor(Color.BLACK);
        part.draw(graphics, top);
        top += part.height() + GAP;
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private List<TextLayout> lines(String text, Font font, int room) {
    String clean = drawable(text, font);
    AttributedString attributed = attributed(clean, font, rightToLeft);
    LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < clean.length()) {
      lines.add(measurer.nextLayout(Math.max(room, MARGIN)));
    }
    return lines;
  }

  private static TextLayout layout(String text, Font font, boolean rightToLeft) {
    return new TextLayout(
        attributed(drawable(text, font), font, rightToLeft).getIterator(), CONTEXT);
  }

  /// Signs that the font lacks, such as emoji, would be drawn as empty boxes.
  private static String drawable(String text, Font font) {
    StringBuilder kept = new StringBuilder();
    text.strip()
        .codePoints()
        .map(sign -> Character.isWhitespace(sign) ? ' ' : sign)
        .filter(font::canDisplay)
        .forEach(kept::appendCodePoint);
    return kept.isEmpty() ? " " : kept.toString();
  }

  private static AttributedString attributed(String text, Font font, boolean rightToLeft) {
    AttributedString attributed = new AttributedString(text);
    attributed.addAttribute(TextAttribute.FONT, font);
    attributed.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    return attributed;
  }

  private static int height(TextLayout line) {
    return (int) Math.ceil(line.getAscent() + line.getDescent());
  }

  private float start(float advance, int indent) {
    return rightToLeft ? width - MARGIN - indent - advance : MARGIN + indent;
  }

  private final class Words implements Part {
    private final List<TextLayout> lines;
    private final Place place;
    private final int indent;
    private final boolean struck;
    private final Color colour;

    private Words(List<TextLayout> lines, Place place, int indent, boolean struck, Color colour) {
      this.lines = lines;
      this.place = place;
      this.indent = indent;
      this.struck = struck;
      this.colour = colour;
    }

    @Override
    public int height() {
      return lines.stream().mapToInt(Sheet::height).sum();
    }

    @Override
    public void draw(Graphics2D graphics, int top) {
      graphics.setColor(colour);
      float y = top;
      for (TextLayout line : lines) {
        float advance = line.getVisibleAdvance();
        float x = place == Place.CENTRE ? (width - advance) / 2 : start(advance, indent);
        // The blank at which a line was broken stands at its left where the language goes left.
        float blank = rightToLeft ? line.getAdvance() - advance : 0;
        line.draw(graphics, x - blank, y + line.getAscent());
        if (struck) {
          graphics.fillRect(
              (int) x, (int) (y + line.getAscent() * 0.68f), (int) Math.ceil(advance), 4);
        }
        y += Sheet.height(line);
      }
    }
  }

  private final class Bar implements Part {
    private final Words words;

    private Bar(Words words) {
      this.words = words;
    }

    @Override
    public int height() {
      return words.height() + MARGIN;
    }

    @Override
    public void draw(Graphics2D graphics, int top) {
      graphics.fillRect(0, top, width, height());
      words.draw(graphics, top + MARGIN / 2);
    }
  }

  private final class Beside implements Part {
    private final TextLayout lead;
    private final Words words;

    private Beside(TextLayout lead, Words words) {
      this.lead = lead;
      this.words = words;
    }

    @Override
    public int height() {
      return Math.max(Sheet.height(lead), words.height());
    }

    @Override
    public void draw(Graphics2D graphics, int top) {
      lead.draw(graphics, start(lead.getAdvance(), 0), top + lead.getAscent());
      int lower = words.lines.size() == 1 ? (Sheet.height(lead) - words.height()) / 2 : 0;
      words.draw(graphics, top + Math.max(lower, 0));
    }
  }

  private final class Rule implements Part {
    private final int thickness;

    private Rule(int thickness) {
      this.thickness = thickness;
    }

    @Override
    public int height() {
      return thickness + GAP;
    }

    @Override
    public void draw(Graphics2D graphics, int top) {
      graphics.fillRect(MARGIN, top + GAP / 2, width - 2 * MARGIN, thickness);
    }
  }
}
