package com.crmres.server.menu.edit;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notes what is wrong with single values of a menu, each under its place.
record ValueRules(Faults faults) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WORD = 80;
  private static final int MOST_WORDS = 50;
  private static final int MOST_CALORIES = 20_000;
  private static final long DEAREST = 10_000_000;

  void name(String at, @Nullable LocalizedText name) {
    if (required(at + ".name", name)) {
      faults.length(at + ".name.ar", Objects.requireNonNull(name).ar(), 1, LONGEST_NAME);
      faults.length(at + ".name.en", name.en(), 1, LONGEST_NAME);
    }
  }

  void price(String at, @Nullable Money price) {
    if (required(at, price)) {
      long halalas = Objects.requireNonNull(price).halalas();
      if (halalas < 0 || halalas > DEAREST) {
        faults.add(at, Rule.RANGE, 0, DEAREST / 100);
      }
    }
  }

  void words(String at, List<String> words) {
    if (words.size() > MOST_WORDS) {
      faults.add(at, Rule.COUNT, 0, MOST_WORDS);
    }
    words.forEach(word -> faults.length(at, word, 1, LONGEST_WORD));
  }

  void calories(String at, @Nullable Integer calories) {
    if (calories != null) {
      faults.range(at + ".calories", calories, 0, MOST_CALORIES);
    }
  }

  void known(String at, @Nullable UUID id, Set<UUID> known) {
    if (id != null && !known.contains(id)) {
      faults.add(at, Rule.UNKNOWN);
    }
  }

  void allKnown(String at, List<UUID> ids, Set<UUID> known) {
    ids.forEach(id -> known(at, id, known));
    if (new HashSet<>(ids).size() < ids.size()) {
      faults.add(at, Rule.DUPLICATE);
    }
  }

  boolean required(String at, @Nullable Object value) {
    if (value == null) {
      faults.add(at, Rule.REQUIRED);
    }
    return value != null;
  }

  void count(String at, List<?> list, int most) {
    if (list.size() > most) {
      faults.add(at, Rule.COUNT, 0, most);
    }
  }
}
