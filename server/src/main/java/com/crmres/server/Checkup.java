package com.crmres.server;

import com.crmres.server.console.Words;
import com.crmres.server.doctor.Channel;
import com.crmres.server.doctor.Doctor;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.template.StandardTemplates;
import io.helidon.config.Config;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/// The way in for the doctor: looks over the channel and the installation of these settings.
public final class Checkup {

  private static final int ILL = 1;

  private Checkup() {}

  /// Takes `--json`.
  public static void main(String[] arguments) throws InterruptedException {
    Words words = Words.of("doctor.findings", System.getenv());
    boolean json = Arrays.asList(arguments).contains("--json");
    try {
      Doctor doctor =
          new Doctor(
              patient(Settings.read(Config.create())), words, Clock.systemUTC(), IO::println);
      System.exit(doctor.examine(json) ? 0 : ILL);
    } catch (SettingsException e) {
      e.faults().forEach(fault -> IO.println(words.say("settings.fault", fault)));
      IO.println(words.say("settings.do"));
      System.exit(ILL);
    }
  }

  private static Doctor.Patient patient(Settings settings) {
    Settings.WhatsApp whatsApp = settings.whatsApp();
    return new Doctor.Patient(
        new Channel(
            whatsApp.graphUrl(),
            new GraphApi(whatsApp.graphUrl(), whatsApp.apiVersion()),
            whatsApp.accessToken(),
            whatsApp.accountId(),
            whatsApp.phoneNumberId(),
            whatsApp.appSecrets(),
            whatsApp.verifyToken()),
        settings.database(),
        settings.dataFolder(),
        settings.listeners().port(),
        settings.listeners().adminPort(),
        wanted());
  }

  /// Every template of the house in every language of the house, as `name language`.
  private static Set<String> wanted() {
    Set<String> wanted = new TreeSet<>();
    for (String name : StandardTemplates.names()) {
      StandardTemplates.languages().forEach(language -> wanted.add(name + " " + language));
    }
    return wanted;
  }
}
