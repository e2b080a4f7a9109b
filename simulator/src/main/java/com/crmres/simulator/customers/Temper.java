package com.crmres.simulator.customers;

import com.crmres.simulator.weather.Dice;
import java.time.Duration;
import java.util.List;

/// What makes one guest behave as he does.
///
/// @param pace how long he usually thinks before he answers
/// @param patience how long he waits for an answer before he leaves
record Temper(
    Dialect dialect, Errand errand, List<Dish> menu, Dice dice, Duration pace, Duration patience) {

  Temper {
    menu = List.copyOf(menu);
  }
}
