package com.crmres.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.receipt.LineKind;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.restaurant.LocalizedText;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptFilesTest {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final Instant AT = Instant.parse("2026-11-24T17:05:09Z");

  private final ReceiptFiles files = new ReceiptFiles();

  @Test
  void theSquareCodeOfThePictureCanBeRead() throws Exception {
    Receipt receipt = receipt(ReceiptKind.TAX_INVOICE);

    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(files.png(receipt, RIYADH)));

    assertThat(read(picture)).isEqualTo(receipt.qr());
  }

  @Test
  void theSquareCodeOfThePdfCanBeReadAndThePdfHasOnePageAsWideAsATillsStrip() throws Exception {
    Receipt receipt = receipt(ReceiptKind.CREDIT_NOTE);

    try (PDDocument document = Loader.loadPDF(files.pdf(receipt, RIYADH))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(226f, 227f);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(receipt.number());
      assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 300)))
          .isEqualTo(receipt.qr());
    }
  }

  @ParameterizedTest
  @EnumSource(ReceiptKind.class)
  void everyKindIsDrawnAndSmallEnoughToBeSent(ReceiptKind kind) throws Exception {
    byte[] png = files.png(receipt(kind), RIYADH);
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));

    assertThat(png.length).isLessThan(400_000);
    assertThat(picture.getWidth()).isEqualTo(840);
    assertThat(ink(picture)).isGreaterThan(5_000);
  }

  private static long ink(BufferedImage picture) {
    long dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += (picture.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
      }
    }
    return dark;
  }

  private static String read(BufferedImage picture) throws Exception {
    int width = picture.getWidth();
    int height = picture.getHeight();
    LuminanceSource source =
        new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  static Receipt receipt(ReceiptKind kind) {
    boolean ours = kind == ReceiptKind.TAX_INVOICE || kind == ReceiptKind.CREDIT_NOTE;
    String vatNumber = ours ? "310122393500003" : null;
    Bill bill =
        Bill.of(
            Vat.STANDARD,
            List.of(
                new Bill.Sold(
                    LineKind.ITEM,
                    2,
                    new LocalizedText(
                        "كبسة دجاج بالخلطة السعودية الأصلية مع الرز البسمتي", "Chicken kabsa"),
                    List.of(
                        new LocalizedText("كبير", "Large"),
                        new LocalizedText("بدون بصل", "No onion")),
                    new Money(6400)),
                new Bill.Sold(
                    LineKind.ITEM,
                    1,
                    new LocalizedText("بيبسي 330 مل", "Pepsi 330 ml"),
                    List.of(),
                    new Money(300)),
                new Bill.Sold(
                    LineKind.DELIVERY,
                    1,
                    new LocalizedText("رسوم التوصيل", "Delivery fee"),
                    List.of(),
                    new Money(1500))),
            new Money(500));
    @Nullable String qr =
        vatNumber == null
            ? null
            : TaxCode.of("شركة مطاعم نور للتجارة", vatNumber, AT, bill.gross(), bill.vat());
    return new Receipt(
        new UUID(1, 1),
        new UUID(1, 2),
        new UUID(1, 3),
        kind,
        switch (kind) {
          case SLIP -> "A-27";
          case TAX_INVOICE -> "INV-000001";
          case CREDIT_NOTE -> "CN-000001";
          case TILL_INVOICE -> "POS-88341";
        },
        "A-27",
        kind == ReceiptKind.CREDIT_NOTE ? "INV-000001" : null,
        kind == ReceiptKind.CREDIT_NOTE ? "الطلب وصل ناقص" : null,
        AT,
        new LocalizedText("شركة مطاعم نور للتجارة", "Noor Restaurants Trading Co."),
        new LocalizedText("فرع العليا", "Olaya branch"),
        new LocalizedText("شارع العليا العام، الرياض 12211", "Olaya Street, Riyadh 12211"),
        vatNumber,
        bill.lines(),
        bill.gross(),
        bill.net(),
        bill.vat(),
        kind == ReceiptKind.TILL_INVOICE ? "https://pos.example/i/88341" : null,
        qr);
  }
}
