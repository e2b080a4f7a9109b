package com.crmres.desktop.ui;

import java.util.function.Predicate;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Says on a node which of many items it shows, for whoever looks for it.
///
/// Not by the node's id: JavaFX keeps the styles of every id that it ever met, those of all nodes
/// within it too, until the window closes. A row that shows one item after the other would leave
/// all of them behind.
public final class ItemName {

  private ItemName() {}

  /// Says which item a node shows.
  ///
  /// @param name absent where it shows none
  public static void on(Node node, @Nullable String name) {
    node.setUserData(name);
  }

  /// Whether a node shows an item.
  public static Predicate<Node> is(String name) {
    return node -> name.equals(node.getUserData());
  }
}
