package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.letters.Typeface;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws a receipt in both languages on one strip: Arabic from the right, English below or from the
/// left, amounts on the left edge.
final class ReceiptDrawing {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final float LEFT = Paper.MARGIN;
  private static final float RIGHT = Paper.WIDTH - Paper.MARGIN;
  private static final float AMOUNT_ENDS = LEFT + 78;
  private static final float ITEM_BEGINS = LEFT + 92;
  private static final float THIRD = (RIGHT - LEFT) / 3;
  private static final float SQUARE = 200;

  private final Typeface letters = new Typeface();
  private final PaperTexts texts = new PaperTexts();
  private final Font small = letters.regular(12.5f);
  private final Font plain = letters.regular(14);
  private final Font strong = letters.bold(14);
  private final Font large = letters.bold(17);
  private final Font title = letters.bold(20);

  /// Draws it.
  ///
  /// @param zone in which the paper tells the time
  /// @return how long the strip is
  float draw(Graphics2D graphics, Receipt receipt, ZoneId zone) {
    Paper paper = new Paper(graphics);
    head(paper, receipt);
    facts(paper, receipt, zone);
    lines(paper, receipt);
    sums(paper, receipt);
    foot(paper, receipt);
    return paper.height();
  }

  private void head(Paper paper, Receipt receipt) {
    paper.centred(Paper.Words.arabic(receipt.seller().ar(), title));
    paper.centred(Paper.Words.latin(receipt.seller().en(), strong));
    paper.centred(Paper.Words.arabic(joined(receipt.branch().ar(), receipt.address().ar()), small));
    paper.centred(
        Paper.Words.latin(joined(receipt.branch().en(), receipt.address().en()), small).fainter());
    paper.rule();
    LocalizedText name = both("title." + receipt.kind().wireName());
    paper.centred(Paper.Words.arabic(name.ar(), large));
    paper.centred(Paper.Words.latin(name.en(), strong));
    if (receipt.kind() == ReceiptKind.SLIP || receipt.kind() == ReceiptKind.TILL_INVOICE) {
      LocalizedText note = both("note." + receipt.kind().wireName());
      paper.centred(Paper.Words.arabic(note.ar(), strong));
      paper.centred(Paper.Words.latin(note.en(), plain));
    }
    paper.rule();
  }

  private void facts(Paper paper, Receipt receipt, ZoneId zone) {
    fact(paper, "number." + receipt.kind().wireName(), receipt.number());
    if (receipt.kind() != ReceiptKind.SLIP) {
      fact(paper, "order", receipt.orderNumber());
    }
    if (receipt.refersTo() != null) {
      fact(paper, "refers", receipt.refersTo());
    }
    fact(paper, "issued", DATE.format(receipt.issuedAt().atZone(zone)));
    if (receipt.vatNumber() != null) {
      fact(paper, "vat_number", receipt.vatNumber());
    }
    if (receipt.reason() != null) {
      reason(paper, receipt.reason());
    }
    paper.rule();
  }

  private void fact(Paper paper, String key, String value) {
    LocalizedText name = both(key);
    paper.row(
        new Paper.Cell(
            Paper.Words.arabic(name.ar(), plain), RIGHT - THIRD, RIGHT, Paper.Side.RIGHT),
        new Paper.Cell(
            Paper.Words.latin(value, strong),
            LEFT + THIRD - 20,
            RIGHT - THIRD + 20,
            Paper.Side.CENTRE),
        new Paper.Cell(
            Paper.Words.latin(name.en(), small).fainter(), LEFT, LEFT + THIRD, Paper.Side.LEFT));
  }

  private void reason(Paper paper, String reason) {
    LocalizedText name = both("reason");
    paper.centred(Paper.Words.arabic(name.ar() + " / " + name.en(), small).fainter());
    paper.centred(Paper.Words.arabic(reason, plain));
  }

  private void lines(Paper paper, Receipt receipt) {
    LocalizedText item = both("item");
    LocalizedText amount = both("amount");
    item(
        paper,
        Paper.Words.arabic(item.ar() + " / " + item.en(), small).fainter(),
        Paper.Words.arabic(amount.ar(), small).fainter());
    paper.row(
        new Paper.Cell(
            Paper.Words.latin(amount.en(), small).fainter(), LEFT, ITEM_BEGINS, Paper.Side.LEFT));
    paper.gap(4);
    for (Receipt.Line line : receipt.lines()) {
      if (receipt.kind() != ReceiptKind.CREDIT_NOTE || line.gross().halalas() > 0) {
        line(paper, line);
      }
    }
    paper.rule();
  }

  private void line(Paper paper, Receipt.Line line) {
    item(
        paper,
        Paper.Words.arabic(counted(line.quantity(), line.name().ar()), strong),
        Paper.Words.latin(line.gross().text(), strong));
    below(paper, Paper.Words.latin(counted(line.quantity(), line.name().en()), plain).fainter());
    for (LocalizedText detail : line.details()) {
      below(paper, Paper.Words.arabic("+ " + detail.ar() + " / " + detail.en(), small).fainter());
    }
    if (line.discount().halalas() > 0) {
      LocalizedText discount = texts.both("discount", Map.of("amount", line.discount().text()));
      below(paper, Paper.Words.arabic(discount.ar(), small).fainter());
      below(paper, Paper.Words.latin(discount.en(), small).fainter());
    }
    paper.gap(4);
  }

  private void sums(Paper paper, Receipt receipt) {
    if (receipt.kind() == ReceiptKind.SLIP) {
      sum(paper, "gross.slip", receipt.gross(), large);
    } else {
      sum(paper, "net", receipt.net(), plain);
      sum(paper, "vat", receipt.vat(), plain);
      sum(paper, "gross", receipt.gross(), large);
    }
    paper.rule();
  }

  private void sum(Paper paper, String key, Money amount, Font font) {
    LocalizedText name = both(key);
    item(paper, Paper.Words.arabic(name.ar(), font), Paper.Words.latin(amount.text(), font));
    below(paper, Paper.Words.latin(name.en(), small).fainter());
  }

  private void foot(Paper paper, Receipt receipt) {
    String code = receipt.qr() == null ? receipt.link() : receipt.qr();
    if (code != null) {
      paper.square(SquareCode.of(code), SQUARE);
    }
    LocalizedText thanks = both("thanks");
    paper.centred(Paper.Words.arabic(thanks.ar() + " · " + thanks.en(), small).fainter());
  }

  private static void item(Paper paper, Paper.Words words, Paper.Words amount) {
    paper.row(
        new Paper.Cell(words, ITEM_BEGINS, RIGHT, Paper.Side.RIGHT),
        new Paper.Cell(amount, LEFT, AMOUNT_ENDS, Paper.Side.LEFT));
  }

  private static void below(Paper paper, Paper.Words words) {
    paper.row(new Paper.Cell(words, ITEM_BEGINS, RIGHT, Paper.Side.RIGHT));
  }

  private LocalizedText both(String key) {
    return texts.both(key, Map.of());
  }

  private static String counted(int quantity, String name) {
    return quantity == 1 ? name : quantity + " × " + name;
  }

  private static String joined(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
  }
}
