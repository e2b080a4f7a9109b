package com.crmres.server.receipt;

import com.crmres.common.receipt.Receipt;
import com.crmres.server.letters.Typeface;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Makes a receipt a file: a picture, or a PDF of one strip. Both are the same drawing.
public final class ReceiptFiles {

  /// A telephone shows the picture sharp, and it stays far below what WhatsApp takes.
  private static final int DOTS = 2;

  /// The strip is as wide as a till's, 80 mm.
  private static final float POINTS = 72 * 80 / 25.4f / Paper.WIDTH;

  /// Made at first use: a machine that cannot read fonts shall serve everything else.
  private volatile @Nullable ReceiptDrawing drawing;

  /// A PNG with eight bits per colour.
  ///
  /// @param zone in which the paper tells the time
  public byte[] png(Receipt receipt, ZoneId zone) {
    int height = height(receipt, zone);
    BufferedImage image =
        new BufferedImage(
            Math.round(Paper.WIDTH * DOTS), height * DOTS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(image);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setTransform(AffineTransform.getScaleInstance(DOTS, DOTS));
    drawing().draw(graphics, receipt, zone);
    graphics.dispose();
    return written(out -> ImageIO.write(image, "png", out));
  }

  /// A PDF of one page; letters are outlines, since readers shape Arabic differently.
  ///
  /// @param zone in which the paper tells the time
  public byte[] pdf(Receipt receipt, ZoneId zone) {
    int height = height(receipt, zone);
    return written(out -> {
      try (PDDocument document = new PDDocument()) {
        document.setDocumentInformation(about(receipt));
        PDPage page = new PDPage(new PDRectangle(Paper.WIDTH * POINTS, height * POINTS));
        document.addPage(page);
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, Paper.WIDTH, height);
        drawing().draw(graphics, receipt, zone);
        graphics.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.transform(Matrix.getScaleInstance(POINTS, POINTS));
          content.drawForm(graphics.getXFormObject());
        }
        document.save(out);
      }
    });
  }

  /// Whether this machine can draw at all: Java reads no font without the system's fontconfig.
  public static boolean canDraw() {
    try {
      return new Typeface().regular(1).canDisplay('ش');
    } catch (RuntimeException | LinkageError _) {
      return false;
    }
  }

  private ReceiptDrawing drawing() {
    ReceiptDrawing made = drawing;
    if (made == null) {
      made = new ReceiptDrawing();
      drawing = made;
    }
    return made;
  }

  private int height(Receipt receipt, ZoneId zone) {
    Graphics2D nowhere = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    try {
      return (int) Math.ceil(drawing().draw(nowhere, receipt, zone));
    } finally {
      nowhere.dispose();
    }
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return graphics;
  }

  private static PDDocumentInformation about(Receipt receipt) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(receipt.number());
    about.setAuthor(receipt.seller().ar());
    Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    issued.setTimeInMillis(receipt.issuedAt().toEpochMilli());
    about.setCreationDate(issued);
    return about;
  }

  /// Writes into memory.
  @FunctionalInterface
  private interface Writer {
    void write(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] written(Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a receipt could not be drawn", e);
    }
    return out.toByteArray();
  }
}
