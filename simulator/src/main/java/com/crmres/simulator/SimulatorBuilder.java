package com.crmres.simulator;

import com.crmres.simulator.cloudapi.Limits;
import com.crmres.simulator.openrouter.Behaviour;
import com.crmres.simulator.openrouter.Model;
import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.weather.Weather;
import com.crmres.simulator.webhook.Retries;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the simulator needs to know; what is left out has a value fit for a test.
public final class SimulatorBuilder {

  private static final BusinessNumber DEMO_NUMBER =
      new BusinessNumber("104857600123456", "109876543210987", "966115550199", "Deera Restaurant");

  int port;
  long seed = 1;
  String appSecret = "test-app-secret-0123456789abcdef";
  String verifyToken = "test-verify-token";
  String accessToken = "test-access-token";
  String openRouterKey = "sk-or-v1-test";
  List<BusinessNumber> numbers = List.of(DEMO_NUMBER);
  URI webhook = URI.create("http://127.0.0.1:8080/v1/webhooks/whatsapp");
  @Nullable Weather chosenWeather;
  Weather weather = Weather.calm(1);
  Limits limits = Limits.FAITHFUL;
  Retries retries = Retries.BRISK;
  Model model = Model.silent();
  List<Behaviour> routerBehaviours = List.of();
  Clock clock = Clock.systemUTC();

  SimulatorBuilder() {}

  /// 0 takes any free port.
  public SimulatorBuilder port(int value) {
    port = value;
    return this;
  }

  public SimulatorBuilder seed(long value) {
    seed = value;
    return this;
  }

  public SimulatorBuilder appSecret(String value) {
    appSecret = value;
    return this;
  }

  public SimulatorBuilder verifyToken(String value) {
    verifyToken = value;
    return this;
  }

  public SimulatorBuilder accessToken(String value) {
    accessToken = value;
    return this;
  }

  public SimulatorBuilder openRouterKey(String value) {
    openRouterKey = value;
    return this;
  }

  public SimulatorBuilder numbers(BusinessNumber... values) {
    numbers = List.of(values);
    return this;
  }

  public SimulatorBuilder webhook(URI value) {
    webhook = value;
    return this;
  }

  public SimulatorBuilder weather(Weather value) {
    chosenWeather = value;
    return this;
  }

  public SimulatorBuilder limits(Limits value) {
    limits = value;
    return this;
  }

  public SimulatorBuilder retries(Retries value) {
    retries = value;
    return this;
  }

  /// Who answers at OpenRouter.
  public SimulatorBuilder model(Model value) {
    model = value;
    return this;
  }

  public SimulatorBuilder openRouter(Behaviour... values) {
    routerBehaviours = List.of(values);
    return this;
  }

  public SimulatorBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  public Simulator build() {
    weather = chosenWeather == null ? Weather.calm(seed) : chosenWeather;
    return new Simulator(this);
  }
}
