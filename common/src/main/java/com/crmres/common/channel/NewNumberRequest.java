package com.crmres.common.channel;

/// A number to be added to the restaurant.
///
/// @param phoneNumberId WhatsApp's id of it, not the number itself
/// @param accessToken with which it may send
public record NewNumberRequest(String accountId, String phoneNumberId, String accessToken) {

  @Override
  public String toString() {
    return "NewNumberRequest[" + phoneNumberId + ", ***]";
  }
}
