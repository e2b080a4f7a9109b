package com.crmres.desktop.ui;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/// A row of a list whose words wrap, so that its height follows from the list's width. Its own
/// width must be set to none, so that the list does not grow with its words.
public abstract class TallCell<T> extends ListCell<T> {

  private static final double SCROLL_BAR = 16;

  @Override
  protected double computePrefHeight(double width) {
    if (!(getGraphic() instanceof Region card) || getListView() == null) {
      return super.computePrefHeight(width);
    }
    double room = getListView().getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + card.prefHeight(room) + snappedBottomInset();
  }
}
