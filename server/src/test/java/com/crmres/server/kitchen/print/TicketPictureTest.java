package com.crmres.server.kitchen.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.common.kitchen.PaperWidth;
import com.crmres.common.kitchen.PrintLanguage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Tickets as pictures; each is left in `target/tickets`, to be looked at.
class TicketPictureTest {

  private static final Path FOLDER = Path.of("target", "tickets");

  private final TicketPicture picture = new TicketPicture();

  @Test
  void everythingOfATicketIsDrawnInArabic() throws Exception {
    BufferedImage drawn =
        kept("ar", print(PaperKind.NEW, SampleTicket.rich(), 1, false, PrintLanguage.AR));

    assertThat(drawn.getWidth()).isEqualTo(576);
    assertThat(ink(drawn)).isBetween(0.03, 0.6);
    // Arabic begins at the right: the quantity stands there.
    assertThat(ink(drawn.getSubimage(476, 0, 100, drawn.getHeight())))
        .isGreaterThan(ink(drawn.getSubimage(0, 0, 100, drawn.getHeight())));
  }

  @Test
  void englishBeginsAtTheLeft() throws Exception {
    BufferedImage drawn =
        kept("en", print(PaperKind.DELTA, SampleTicket.rich(), 1, false, PrintLanguage.EN));

    assertThat(ink(drawn.getSubimage(0, 0, 100, drawn.getHeight())))
        .isGreaterThan(ink(drawn.getSubimage(476, 0, 100, drawn.getHeight())));
  }

  @Test
  void bothLanguagesTakeMorePaper() throws Exception {
    BufferedImage one =
        kept("one", print(PaperKind.NEW, SampleTicket.plain(), 1, false, PrintLanguage.AR));
    BufferedImage both =
        kept("both", print(PaperKind.NEW, SampleTicket.plain(), 1, false, PrintLanguage.BOTH));

    assertThat(both.getHeight()).isGreaterThan(one.getHeight());
  }

  @Test
  void everyMarkAddsABlackBar() throws Exception {
    int plain =
        kept("first", print(PaperKind.NEW, SampleTicket.plain(), 1, false, PrintLanguage.AR))
            .getHeight();

    for (PaperKind kind : PaperKind.values()) {
      if (kind != PaperKind.NEW) {
        assertThat(
                kept(kind.wireName(), print(kind, SampleTicket.plain(), 1, false, PrintLanguage.AR))
                    .getHeight())
            .as("%s", kind)
            .isGreaterThan(plain);
      }
    }
    assertThat(
            kept("copy", print(PaperKind.NEW, SampleTicket.plain(), 2, false, PrintLanguage.AR))
                .getHeight())
        .isGreaterThan(plain);
    assertThat(
            kept("doubt", print(PaperKind.NEW, SampleTicket.plain(), 1, true, PrintLanguage.AR))
                .getHeight())
        .isGreaterThan(plain);
  }

  @Test
  void narrowPaperHoldsTheSame() throws Exception {
    Print print =
        new Print(
            PaperKind.NEW,
            SampleTicket.rich(),
            1,
            false,
            PrintLanguage.AR,
            PaperWidth.MM58,
            ZoneId.of("Asia/Riyadh"),
            SampleTicket.AT);

    assertThat(kept("narrow", print).getWidth()).isEqualTo(384);
  }

  @Test
  void copiesAreCountedInTheDigitsOfTheirLanguage() {
    assertThat(new PaperTexts(true).of("copy", new PaperTexts(true).number(2))).isEqualTo("نسخة ٢");
    assertThat(new PaperTexts(false).of("copy", new PaperTexts(false).number(12)))
        .isEqualTo("COPY 12");
  }

  private static Print print(
      PaperKind kind, KitchenTicket ticket, int copy, boolean doubtful, PrintLanguage language) {
    return new Print(
        kind,
        ticket,
        copy,
        doubtful,
        language,
        PaperWidth.MM80,
        ZoneId.of("Asia/Riyadh"),
        SampleTicket.AT);
  }

  private BufferedImage kept(String name, Print print) throws IOException {
    BufferedImage drawn = picture.draw(print);
    Files.createDirectories(FOLDER);
    ImageIO.write(drawn, "png", FOLDER.resolve(name + ".png").toFile());
    return drawn;
  }

  /// The part of the paper that is black.
  private static double ink(BufferedImage image) {
    long black = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        black += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return (double) black / image.getWidth() / image.getHeight();
  }
}
