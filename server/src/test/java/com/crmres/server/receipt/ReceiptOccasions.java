package com.crmres.server.receipt;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.money.Money;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.conversation.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Every occasion at which the house tells a customer of his receipt.
public final class ReceiptOccasions {

  private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-00000000000c");

  private ReceiptOccasions() {}

  public static List<Occasion> all() {
    LocalizedText name = new LocalizedText("نور", "Noor");
    Receipt slip =
        new Receipt(
            ID,
            ID,
            ID,
            ReceiptKind.SLIP,
            "A-17",
            "A-17",
            null,
            null,
            Instant.EPOCH,
            name,
            name,
            name,
            null,
            List.of(),
            new Money(4_800),
            new Money(4_174),
            new Money(626),
            null,
            null);
    return List.of(ReceiptSender.occasion(slip, new MessageContent.Text("no file")));
  }
}
