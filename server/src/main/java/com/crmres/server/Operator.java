package com.crmres.server;

import com.crmres.server.console.AdminPort;
import com.crmres.server.console.OperatorCommand;
import com.crmres.server.console.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The way in for an operator's commands, which a running server carries out.
public final class Operator {

  private Operator() {}

  /// Takes `inbox …` or `sends …`.
  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    OperatorCommand command =
        new OperatorCommand(
            AdminPort.of(environment),
            Words.of("console.operator", environment),
            Clock.systemUTC(),
            System.getProperty("user.name", "unknown"),
            IO::println);
    System.exit(command.run(List.of(arguments)));
  }
}
