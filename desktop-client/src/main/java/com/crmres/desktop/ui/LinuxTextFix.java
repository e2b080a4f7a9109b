package com.crmres.desktop.ui;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cures JavaFX's wrapped Arabic text on Linux, which otherwise runs out of its box or throws.
///
/// JavaFX's Pango layout caches the text of a run, then shortens the run at a line break and shapes
/// it with the stale text (seen in JavaFX 25 to 27-ea; named module: the flags are in the
/// launcher). The cache is replaced by one that never answers but still hands every pointer to the
/// loop that frees them.
public final class LinuxTextFix {

  private static final Logger log = LoggerFactory.getLogger(LinuxTextFix.class);

  private LinuxTextFix() {}

  /// Call before the first text is laid out, which must happen on the FX thread only.
  ///
  /// @return whether it is in force; false on other systems, whose layout has no such cache
  public static boolean install() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return false;
    }
    try {
      replaceCache();
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      log.warn(
          "wrapped Arabic text may be drawn wrongly: JavaFX's text layout is not as expected", e);
      return false;
    }
  }

  private static void replaceCache() throws ReflectiveOperationException {
    Class<?> manager = Class.forName("com.sun.javafx.text.GlyphLayoutManager");
    Class<?> layoutType = Class.forName("com.sun.javafx.text.GlyphLayout");
    // The one shared instance, as long as layout happens on one thread.
    Object layout = manager.getMethod("getInstance").invoke(null);
    try {
      Field cache = layout.getClass().getDeclaredField("runUtf8");
      cache.setAccessible(true);
      cache.set(layout, new ForgetfulCache());
    } finally {
      manager.getMethod("dispose", layoutType).invoke(null, layout);
    }
  }

  /// Never answers; keeps every pointer until the same thread asks for all of them to free them.
  private static final class ForgetfulCache extends AbstractMap<Object, Object> {

    private final ThreadLocal<List<Object>> pointers = ThreadLocal.withInitial(ArrayList::new);

    @Override
    public @Nullable Object get(@Nullable Object run) {
      return null;
    }

    @Override
    public @Nullable Object put(Object run, Object pointer) {
      pointers.get().add(pointer);
      return null;
    }

    @Override
    public Collection<Object> values() {
      List<Object> mine = pointers.get();
      pointers.remove();
      return mine;
    }

    @Override
    public void clear() {}

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return Set.of();
    }
  }
}
