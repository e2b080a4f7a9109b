package com.crmres.common.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// An enum whose constants travel, and are stored, under their lower-case names.
public interface WireName {

  /// The constant's Java name; every enum has it.
  String name();

  /// The name in JSON and in tables, for example `out_for_delivery`.
  @JsonValue
  default String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant that travels under `wireName`.
  ///
  /// @throws IllegalArgumentException if there is none
  static <E extends Enum<E> & WireName> E parse(Class<E> type, String wireName) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no %s named %s".formatted(type.getSimpleName(), wireName)));
  }
}
