package com.crmres.server.doctor;

import com.crmres.server.receipt.ReceiptFiles;
import java.util.List;

/// Whether receipts can be drawn here.
record FontsCheck() implements Check {

  private static final String ABOUT = "fonts";

  @Override
  public List<Finding> look() {
    return List.of(
        ReceiptFiles.canDraw()
            ? Finding.good(ABOUT, "fonts.good")
            : Finding.fault(ABOUT, "fonts.missing"));
  }
}
