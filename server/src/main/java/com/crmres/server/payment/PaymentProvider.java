package com.crmres.server.payment;

import com.crmres.common.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A provider of payment links. Every call goes over the network, and none is made in a
/// transaction; each may be made again after a doubt, and happens once.
public interface PaymentProvider {

  /// How the provider is named in tables.
  String name();

  /// A link that shall be made.
  ///
  /// @param reference our payment, which the provider keeps and tells
  /// @param orderId our order, likewise
  /// @param description what the customer reads on the page
  /// @param mayExist whether an earlier attempt may have made it: then it is looked for first
  record Wish(
      UUID reference,
      UUID orderId,
      Money amount,
      String description,
      Instant expiresAt,
      boolean mayExist) {}

  /// Makes a link, or finds the one that was made for this reference.
  ProviderAnswer create(String secretKey, Wish wish) throws InterruptedException;

  /// How a link stands: the truth, whatever a callback said.
  ProviderAnswer fetch(String secretKey, String providerId) throws InterruptedException;

  /// Closes a link.
  ProviderAnswer cancel(String secretKey, String providerId) throws InterruptedException;

  /// Gives money back until this much of it went back in all; what went back already does not go
  /// again.
  ProviderAnswer refund(String secretKey, String providerId, Money inAll)
      throws InterruptedException;

  /// Which link a callback speaks of, if it carries the token and speaks of one.
  ///
  /// @throws NotAuthentic if it does not carry the token
  @Nullable String hinted(byte[] body, String webhookToken) throws NotAuthentic;

  /// A callback that does not come from the provider.
  final class NotAuthentic extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
