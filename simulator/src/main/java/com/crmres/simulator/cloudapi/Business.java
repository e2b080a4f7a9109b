package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import java.util.List;

/// Whose numbers the API serves, with which token and within which limits.
public record Business(List<BusinessNumber> numbers, String accessToken, Limits limits) {

  public Business {
    numbers = List.copyOf(numbers);
  }

  @Override
  public String toString() {
    return "Business[" + numbers + "]";
  }
}
