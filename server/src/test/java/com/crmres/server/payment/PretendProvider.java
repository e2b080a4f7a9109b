package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.server.payment.ProviderAnswer.Standing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A provider in memory, which does what it is asked and loses the answers it is told to lose.
final class PretendProvider implements PaymentProvider {

  /// Every call that came, in order.
  final List<String> asked = new ArrayList<>();

  private final Map<String, ProviderAnswer.Known> links = new LinkedHashMap<>();
  private final Deque<ProviderAnswer> lost = new ArrayDeque<>();
  private Runnable before = () -> {};

  /// The next answers are these, though the call was done.
  synchronized void loses(ProviderAnswer... answers) {
    lost.addAll(List.of(answers));
  }

  /// No answer is lost any more.
  synchronized void losesNothing() {
    lost.clear();
  }

  /// Something happens while the next call is under way.
  synchronized void meanwhile(Runnable what) {
    before = what;
  }

  synchronized List<ProviderAnswer.Known> links() {
    return List.copyOf(links.values());
  }

  /// The customer pays, or the link comes to another end.
  synchronized void stands(String id, Standing standing) {
    ProviderAnswer.Known link = link(id);
    keep(link, standing, link.amount(), link.currency(), link.refunded());
  }

  synchronized void tells(String id, Money amount, String currency) {
    ProviderAnswer.Known link = link(id);
    keep(link, Standing.PAID, amount, currency, link.refunded());
  }

  private ProviderAnswer.Known link(String id) {
    return Objects.requireNonNull(links.get(id), id);
  }

  @Override
  public String name() {
    return "pretend";
  }

  @Override
  public ProviderAnswer create(String secretKey, Wish wish) {
    happens("create");
    synchronized (this) {
      ProviderAnswer.Known found =
          links.values().stream()
              .filter(link -> wish.mayExist() && wish.reference().equals(link.reference()))
              .findFirst()
              .orElse(null);
      if (found == null) {
        String id = "link-" + (links.size() + 1);
        found =
            new ProviderAnswer.Known(
                id,
                Standing.OPEN,
                wish.amount(),
                "SAR",
                wish.reference(),
                wish.orderId(),
                Money.ZERO,
                "https://pay.example/" + id,
                null);
        links.put(id, found);
      }
      return answer(found);
    }
  }

  @Override
  public ProviderAnswer fetch(String secretKey, String providerId) {
    ProviderAnswer.Known seen;
    synchronized (this) {
      seen = link(providerId);
    }
    happens("fetch");
    return answer(seen);
  }

  @Override
  public ProviderAnswer cancel(String secretKey, String providerId) {
    happens("cancel");
    synchronized (this) {
      ProviderAnswer.Known link = link(providerId);
      if (link.standing() != Standing.OPEN) {
        return new ProviderAnswer.Refused("it is not open", false);
      }
      stands(providerId, Standing.CANCELLED);
      return answer(link(providerId));
    }
  }

  @Override
  public ProviderAnswer refund(String secretKey, String providerId, Money inAll) {
    happens("refund " + inAll.text());
    synchronized (this) {
      ProviderAnswer.Known link = link(providerId);
      Money refunded = link.refunded().compareTo(inAll) > 0 ? link.refunded() : inAll;
      keep(link, link.standing(), link.amount(), link.currency(), refunded);
      return answer(link(providerId));
    }
  }

  @Override
  public @Nullable String hinted(byte[] body, String webhookToken) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private void happens(String call) {
    Runnable now;
    synchronized (this) {
      asked.add(call);
      now = before;
      before = () -> {};
    }
    now.run();
  }

  private synchronized ProviderAnswer answer(ProviderAnswer done) {
    return lost.isEmpty() ? done : lost.removeFirst();
  }

  private void keep(
      ProviderAnswer.Known link, Standing standing, Money amount, String currency, Money refunded) {
    links.put(
        link.providerId(),
        new ProviderAnswer.Known(
            link.providerId(),
            standing,
            amount,
            currency,
            link.reference(),
            link.orderId(),
            refunded,
            link.url(),
            "money of " + link.providerId()));
  }
}
