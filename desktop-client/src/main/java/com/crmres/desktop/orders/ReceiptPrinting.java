package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ReceiptApi;
import com.crmres.desktop.connection.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Brings an order's receipt to this machine, for its own program to print.
final class ReceiptPrinting {

  private final ReceiptApi api;
  private final Calls calls;
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();

  ReceiptPrinting(ReceiptApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /// Why the last one did not come.
  ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// @param open shows the paper
  void print(OrderSummary order, Consumer<Path> open) {
    failure.set(null);
    calls.ask(() -> paper(order), open, failure::set);
  }

  private Path paper(OrderSummary order) {
    byte[] pdf = api.pdf(order.id());
    try {
      Path file = Files.createTempFile("receipt-" + order.number() + "-", ".pdf");
      file.toFile().deleteOnExit();
      return Files.write(file, pdf);
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }
}
