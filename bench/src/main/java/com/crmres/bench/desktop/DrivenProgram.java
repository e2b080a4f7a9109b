package com.crmres.bench.desktop;

import com.crmres.desktop.DesktopProgram;
import com.crmres.desktop.StartOptions;
import java.net.URI;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/// The real program with a hand at it: the address of the server, what is to be done, and how much
/// of it.
public final class DrivenProgram extends Application {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 880;

  @Override
  public void start(Stage stage) {
    List<String> wishes = getParameters().getRaw();
    var options = new StartOptions(URI.create(wishes.get(0)), "sarah@noor.example", "a-password");
    DesktopProgram program = DesktopProgram.open(stage, options);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    var seat = new Seat(program, stage);
    Thread.ofPlatform()
        .name("hand")
        .start(() -> {
          int code = work(seat, wishes) ? 0 : 1;
          // The virtual machine ends here, whatever the program still has under way.
          Runtime.getRuntime().halt(code);
        });
  }

  private static boolean work(Seat seat, List<String> wishes) {
    List<Integer> amounts = wishes.stream().skip(2).map(Integer::valueOf).toList();
    try {
      seat.sitDown();
      switch (wishes.get(1)) {
        case "scroll" -> new Scrolling(seat, amounts.get(2)).run(amounts.get(0), amounts.get(1));
        case "live" -> new Typing(seat).run(amounts.getFirst());
        case "shift" -> new WholeShift(seat).run(amounts.getFirst());
        default -> throw new IllegalArgumentException(wishes.get(1));
      }
      return true;
    } catch (Exception e) {
      e.printStackTrace();
      return false;
    }
  }
}
