package com.crmres.desktop.shell;

import com.crmres.desktop.text.Texts;
import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's own tray, where it has one. What belongs to it is begun in the background: it must
/// not delay the window, and its absence is no failure.
public final class MachineTray implements Tray {

  private static final Logger log = LoggerFactory.getLogger(MachineTray.class);

  private final Executor background;
  private final Runnable open;
  private @Nullable TrayIcon icon;
  private boolean impossible;

  /// @param open brings the window to the front; called on a thread of the tray
  private MachineTray(Executor background, Runnable open) {
    this.background = background;
    this.open = open;
  }

  /// Nothing where there is no screen at all.
  public static Tray of(Executor background, Runnable open) {
    boolean screenless =
        GraphicsEnvironment.isHeadless() || "Headless".equals(System.getProperty("glass.platform"));
    return screenless ? NONE : new MachineTray(background, open);
  }

  @Override
  public void show(Image image, int waiting, Texts texts) {
    BufferedImage picture = picture(image);
    String words =
        waiting == 0
            ? texts.of("program.title")
            : texts.of("tray.waiting", Integer.toString(waiting));
    String opening = texts.of("tray.open");
    background.execute(() -> show(picture, words, opening));
  }

  private synchronized void show(BufferedImage picture, String words, String opening) {
    if (impossible) {
      return;
    }
    try {
      TrayIcon present = icon == null ? begun(picture) : icon;
      icon = present;
      present.setImage(picture);
      present.setToolTip(words);
      var menu = new PopupMenu();
      var item = new MenuItem(opening);
      item.addActionListener(click -> open.run());
      menu.add(item);
      present.setPopupMenu(menu);
    } catch (AWTException | UnsupportedOperationException | SecurityException | LinkageError e) {
      log.info("no tray on this machine");
      impossible = true;
    }
  }

  private TrayIcon begun(BufferedImage picture) throws AWTException {
    if (!SystemTray.isSupported()) {
      throw new UnsupportedOperationException("no tray");
    }
    var fresh = new TrayIcon(picture);
    fresh.setImageAutoSize(true);
    fresh.addActionListener(click -> open.run());
    SystemTray.getSystemTray().add(fresh);
    return fresh;
  }

  private static BufferedImage picture(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  @Override
  public synchronized void close() {
    TrayIcon present = icon;
    if (present != null) {
      impossible = true;
      SystemTray.getSystemTray().remove(present);
    }
  }
}
