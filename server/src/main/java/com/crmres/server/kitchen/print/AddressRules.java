package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.PrinterKind;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says where a printer may be: in a private network, by its number and never by a name that could
/// come to mean something else; or a file straight in the folder that the operator has set.
///
/// @param folder of file printers
/// @param ownMachine whether the server's own machine counts as a private network
public record AddressRules(Path folder, boolean ownMachine) {

  private static final Pattern HOST =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::(\\d{1,5}))?");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
  private static final int USUAL_PORT = 9100;
  private static final int LAST_PORT = 9107;
  private static final int HIGHEST_PORT = 65_535;

  /// The address, if a printer may be there.
  Optional<PrinterAddress> read(PrinterKind kind, String text) {
    return switch (kind) {
      case NETWORK -> network(text.strip());
      case FILE -> file(text.strip());
    };
  }

  private Optional<PrinterAddress> file(String name) {
    return FILE.matcher(name).matches()
        ? Optional.of(new PrinterAddress.File(folder.resolve(name)))
        : Optional.empty();
  }

  private Optional<PrinterAddress> network(String text) {
    Matcher parts = HOST.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int port = parts.group(2) == null ? USUAL_PORT : Integer.parseInt(parts.group(2));
    try {
      // A number or nothing: nobody is asked for a name.
      InetAddress host = InetAddress.ofLiteral(parts.group(1));
      return isOurs(host, port)
          ? Optional.of(new PrinterAddress.Network(host, port))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Other ports belong to other services, and nobody shall find out by us whether they are there.
  private boolean isOurs(InetAddress host, int port) {
    if (host.isLoopbackAddress()) {
      return ownMachine && port > 0 && port <= HIGHEST_PORT;
    }
    return host.isSiteLocalAddress() && port >= USUAL_PORT && port <= LAST_PORT;
  }
}
