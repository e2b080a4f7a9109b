package com.crmres.server.kitchen.print;

import java.net.InetAddress;
import java.nio.file.Path;

/// Where a printer is.
sealed interface PrinterAddress {

  record Network(InetAddress host, int port) implements PrinterAddress {}

  record File(Path path) implements PrinterAddress {}
}
