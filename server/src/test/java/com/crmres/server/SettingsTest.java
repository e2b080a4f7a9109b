package com.crmres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.crmres.server.assistant.openrouter.RouterSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Map<String, String> ENOUGH =
      Map.of(
          "whatsapp.app.secret", "app-secret-of-noor, the-one-before",
          "whatsapp.verify.token", "verify-token-of-noor",
          "whatsapp.access.token", "access-token-of-noor",
          "whatsapp.business.account.id", "104857600123456",
          "whatsapp.phone.number.id", "109876543210987");

  @Test
  void whatIsNotSetHasItsDefault() {
    Settings settings = read(Map.of());

    assertThat(settings.listeners())
        .isEqualTo(new Settings.Listeners("0.0.0.0", 8080, "127.0.0.1", 8081));
    assertThat(settings.whatsApp().appSecrets())
        .containsExactly("app-secret-of-noor", "the-one-before");
    assertThat(settings.database()).isNull();
    assertThat(settings.languageModels()).isNull();
  }

  @Test
  void namesEverythingThatIsMissingAtOnceAsAnOperatorSetsIt() {
    assertThat(faults(Map.of()))
        .containsExactly(
            "WHATSAPP_APP_SECRET is missing",
            "WHATSAPP_VERIFY_TOKEN is missing",
            "WHATSAPP_ACCESS_TOKEN is missing",
            "WHATSAPP_BUSINESS_ACCOUNT_ID is missing",
            "WHATSAPP_PHONE_NUMBER_ID is missing");
  }

  @Test
  void aKeyOfOpenRouterBringsItsDefaults() {
    RouterSettings router =
        Objects.requireNonNull(
            read(Map.of("openrouter.api.key", "sk-or-v1-noor")).languageModels());

    assertThat(router.models())
        .containsExactly("google/gemini-3.1-flash-lite", "openai/gpt-5.4-nano");
    assertThat(router.turnLimit()).hasSeconds(12);
    assertThat(router.budget()).isEqualTo(new RouterSettings.Budget(5_000_000, 100_000, 40));
    assertThat(router.unmeasured()).isEqualTo(RouterSettings.Unmeasured.REFUSE);
    assertThat(router.toString()).doesNotContain("sk-or-v1-noor");
  }

  @Test
  void awayFromTheRealOpenRouterThingsMayBeTried() {
    Map<String, String> set =
        Map.of(
            "openrouter.api.key", "sk-or-v1-noor",
            "openrouter.base.url", "http://127.0.0.1:9999/api/v1");

    assertThat(Objects.requireNonNull(read(set).languageModels()).unmeasured())
        .isEqualTo(RouterSettings.Unmeasured.WARN);
    Map<String, String> strict = new HashMap<>(set);
    strict.put("openrouter.unmeasured", "refuse");
    assertThat(Objects.requireNonNull(read(strict).languageModels()).unmeasured())
        .isEqualTo(RouterSettings.Unmeasured.REFUSE);
  }

  @Test
  void namesEverythingThatIsWrongWithLanguageModelsAtOnce() {
    Map<String, String> wrong = new HashMap<>(ENOUGH);
    wrong.put("openrouter.api.key", "sk-or-v1-noor");
    wrong.put("openrouter.base.url", "openrouter.ai");
    wrong.put("openrouter.models", "google/a, openai/b:free, flash lite, x-ai/d");
    wrong.put("openrouter.turn.limit", "PT16S");
    wrong.put("openrouter.max.tokens", "10");
    wrong.put("openrouter.temperature", "hot");
    wrong.put("openrouter.effort", "extreme");
    wrong.put("openrouter.zdr", "yes");
    wrong.put("openrouter.budget.day", "-1");
    wrong.put("openrouter.calls.per.hour", "1.5");
    wrong.put("openrouter.max.price.prompt", "cheap");
    wrong.put("openrouter.unmeasured", "perhaps");

    assertThat(faults(wrong))
        .containsExactlyInAnyOrder(
            "OPENROUTER_BASE_URL must be an http or https address",
            "OPENROUTER_MODELS names 'flash lite', which is not like maker/model",
            "OPENROUTER_MODELS must be one to three models",
            "OPENROUTER_TURN_LIMIT must be at most PT15S",
            "OPENROUTER_MAX_TOKENS must be a number from 64 to 4000",
            "OPENROUTER_TEMPERATURE must be a number from 0 to 2",
            "OPENROUTER_EFFORT must be one of [none, minimal, low, medium, high]",
            "OPENROUTER_ZDR must be one of [true, false]",
            "OPENROUTER_BUDGET_DAY must be a number from 0 to 100000",
            "OPENROUTER_CALLS_PER_HOUR must be a whole number",
            "OPENROUTER_MAX_PRICE_PROMPT must be a number from 0 to 1000",
            "OPENROUTER_UNMEASURED must be one of [refuse, warn]");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    Map<String, String> wrong = new HashMap<>(ENOUGH);
    wrong.put("crm.port", "80 80");
    wrong.put("crm.admin.port", "8080.5");
    wrong.put("crm.workers", "65");
    wrong.put("crm.turn.idle", "soon");
    wrong.put("crm.jwt.secret", "short");
    wrong.put("crm.seed", "everything");
    wrong.put("whatsapp.graph.url", "ftp://graph.example");
    wrong.put("whatsapp.phone.number.id", "+966 11 555 0199");

    assertThat(faults(wrong))
        .containsExactlyInAnyOrder(
            "CRM_PORT must be a number from 0 to 65535",
            "CRM_ADMIN_PORT must be a whole number",
            "CRM_WORKERS must be a number from 0 to 64",
            "CRM_TURN_IDLE must be a duration such as PT2M",
            "CRM_JWT_SECRET needs at least 32 characters",
            "CRM_SEED must be one of [demo]",
            "WHATSAPP_GRAPH_URL must be an http or https address",
            "WHATSAPP_PHONE_NUMBER_ID does not look like [0-9]+");
  }

  @Test
  void tellsNoSecretWhenPrinted() {
    Settings settings =
        read(
            Map.of(
                "crm.jwt.secret", "a-secret-of-more-than-32-characters",
                "crm.seed.password", "a-password-of-the-demo",
                "crm.bootstrap.owner.password", "a-password-of-the-owner",
                "crm.database.url", "jdbc:postgresql://db.example/crm",
                "crm.database.user", "crm_owner",
                "crm.database.password", "a-password-of-the-database"));

    assertThat(settings + " " + settings.whatsApp() + settings.owner() + settings.database())
        .doesNotContain("a-secret", "a-password", "app-secret", "verify-token", "access-token");
  }

  private static Settings read(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(ENOUGH);
    all.putAll(more);
    return Settings.read(config(all));
  }

  private static List<String> faults(Map<String, String> keys) {
    return catchThrowableOfType(SettingsException.class, () -> Settings.read(config(keys)))
        .faults();
  }

  /// The defaults and these keys; the machine's own environment says nothing.
  private static Config config(Map<String, String> keys) {
    return Config.builder()
        .disableEnvironmentVariablesSource()
        .disableSystemPropertiesSource()
        .sources(ConfigSources.create(keys), ConfigSources.classpath("application.yaml"))
        .build();
  }
}
