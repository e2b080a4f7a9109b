package com.crmres.bench.orders;

import com.crmres.bench.house.Clerk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// Every list that grows with orders, customers and what is said, asked for over HTTP: its first
/// page, a page far behind, and with filters.
final class Lists {

  private static final int WARM_UPS = 8;
  private static final int ROUNDS = 40;

  private final Clerk clerk;
  private final long past;
  private final long customers;
  private final Supplier<String> receipt;

  Lists(Clerk clerk, long past, long customers, Supplier<String> receipt) {
    this.clerk = clerk;
    this.past = past;
    this.customers = customers;
    this.receipt = receipt;
  }

  /// A list and how its path reads in each round.
  private record Path(String name, LongFunction<String> of) {}

  List<Figures.Listing> measure() throws Exception {
    List<Figures.Listing> all = new ArrayList<>();
    for (Path path : paths()) {
      all.add(measure(path));
    }
    return all;
  }

  /// What nothing that is asked over HTTP can be faster than.
  Figures.Spread floor() throws Exception {
    return measure(new Path("GET /v1/me", _ -> "/v1/me")).millis();
  }

  private Figures.Listing measure(Path path) throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      clerk.read(path.of().apply(i));
    }
    Times times = new Times();
    int bytes = clerk.read(path.of().apply(0)).length();
    for (int i = 0; i < ROUNDS; i++) {
      String asked = path.of().apply(i);
      times.measure(() -> clerk.read(asked));
    }
    return new Figures.Listing(path.name(), times.spread(), bytes);
  }

  private List<Path> paths() {
    List<Path> all = new ArrayList<>();
    orders(all);
    kitchen(all);
    money(all);
    conversations(all);
    found(all);
    customers(all);
    return all;
  }

  private void orders(List<Path> all) {
    all.add(new Path("orders: open and just finished", _ -> "/v1/orders?limit=200"));
    all.add(
        new Path("orders: the same of a branch", i -> "/v1/orders?limit=200&branch=" + branch(i)));
    all.add(
        new Path(
            "orders: the same, second page", _ -> "/v1/orders?after=" + Names.order(past - 1)));
    all.add(new Path("orders: pending", _ -> "/v1/orders?status=pending&limit=200"));
    for (String status :
        List.of("delivered", "cancelled", "rejected", "expired", "pending,cancel_requested")) {
      all.add(new Path("orders: " + status, _ -> "/v1/orders?limit=200&status=" + status));
      all.add(
          new Path(
              "orders: " + status + " of a branch",
              i -> "/v1/orders?limit=200&status=" + status + "&branch=" + branch(i)));
      all.add(
          new Path(
              "orders: " + status + ", far behind",
              i -> "/v1/orders?limit=200&status=" + status + "&after=" + anOrder(i)));
    }
    all.add(
        new Path(
            "orders: delivered of a branch, far behind",
            i -> "/v1/orders?status=delivered&branch=" + branch(i) + "&after=" + anOrder(i)));
    all.add(new Path("one order", i -> "/v1/orders/" + anOrder(i)));
    all.add(new Path("an order's life", i -> "/v1/orders/" + anOrder(i) + "/events"));
  }

  private void kitchen(List<Path> all) {
    for (String list :
        List.of(
            "tickets", "scheduled", "recall", "orders", "all-day", "stats", "waste", "prints")) {
      all.add(new Path("kitchen: " + list, i -> "/v1/kitchen/" + list + "?branch=" + branch(i)));
    }
    all.add(
        new Path(
            "kitchen: waste of weeks",
            i -> "/v1/kitchen/waste?since=2026-01-01T00%3A00%3A00Z&branch=" + branch(i)));
  }

  private void money(List<Path> all) {
    all.add(new Path("payments of an order", i -> "/v1/orders/" + anOrder(i) + "/payments"));
    all.add(new Path("receipts of an order", i -> "/v1/orders/" + receiptOrder(i) + "/receipts"));
    all.add(new Path("payment tasks", _ -> "/v1/payment-tasks"));
    all.add(new Path("tasks: open", _ -> "/v1/tasks"));
    all.add(new Path("tasks: all", _ -> "/v1/tasks?open=0&limit=200"));
    all.add(
        new Path(
            "tasks: all, far behind",
            i -> "/v1/tasks?open=0&limit=200&after=" + Names.task(every(50, i))));
    all.add(new Path("tasks: of a branch", i -> "/v1/tasks?open=0&branch=" + branch(i)));
    all.add(new Path("tills: differences", _ -> "/v1/pos/drift"));
    all.add(new Path("menu of a branch", i -> "/v1/menu?branch=" + branch(i)));
    all.add(new Path("menu with choices", i -> "/v1/menu?choices=true&branch=" + branch(i)));
    all.add(new Path("menu as it is edited", _ -> "/v1/menu/book"));
  }

  private void conversations(List<Path> all) {
    String start = "/v1/conversations";
    all.add(new Path("conversations", _ -> start + "?limit=200"));
    all.add(new Path("conversations: active", _ -> start + "?status=active,escalated"));
    all.add(new Path("conversations: of a branch", i -> start + "?limit=200&branch=" + branch(i)));
    all.add(
        new Path(
            "conversations: far behind",
            i -> start + "?limit=200&after=" + Names.conversation(customers - 400 - i)));
    all.add(new Path("conversations: search, many", _ -> start + "?search=Sara"));
    all.add(
        new Path(
            "conversations: search, one number",
            i -> start + "?search=9665" + "%08d".formatted(customers / 2 + i)));
    all.add(new Path("conversations: search, nobody", _ -> start + "?search=zzyzx"));
    all.add(
        new Path("messages", i -> start + "/" + Names.conversation(1 + i) + "/messages?limit=200"));
    all.add(new Path("turns", i -> start + "/" + Names.conversation(1 + i) + "/turns?limit=200"));
    all.add(new Path("feedback", _ -> "/v1/feedback?limit=200"));
    all.add(new Path("feedback: to follow up", _ -> "/v1/feedback?open=1"));
    all.add(
        new Path(
            "feedback: of a branch, bad",
            i -> "/v1/feedback?sentiment=negative&branch=" + branch(i)));
    all.add(
        new Path(
            "feedback: far behind",
            i -> "/v1/feedback?limit=200&after=" + Names.feedback(every(20, i))));
    all.add(new Path("merge proposals", _ -> "/v1/customers/merge-proposals"));
    all.add(new Path("corrections", _ -> "/v1/assistant/corrections"));
    all.add(new Path("usage", _ -> "/v1/assistant/usage?days=92"));
    all.add(new Path("notices", _ -> "/v1/channel/notices"));
    all.add(new Path("costs", _ -> "/v1/channel/costs"));
  }

  private void found(List<Path> all) {
    String start = "/v1/search?text=";
    all.add(new Path("search: a word everybody says", _ -> start + word("برجر")));
    all.add(new Path("search: two of them", _ -> start + word("ابغى بطاطس")));
    all.add(new Path("search: one number among all", i -> start + (customers / 2 + 1_000 + i)));
    all.add(new Path("search: a number and a word", i -> start + word("برجر " + (9_000 + i))));
    all.add(new Path("search: a name", _ -> start + "Sara&kind=customer"));
    all.add(new Path("search: nothing", _ -> start + "zzyzx"));
    all.add(
        new Path(
            "search: a word in a branch", i -> start + word("بطاطس") + "&branch=" + branch(i)));
    String conversations = "/v1/conversations?limit=200&";
    all.add(new Path("conversations: counts", _ -> "/v1/conversation-counts"));
    all.add(
        new Path(
            "conversations: counts of a branch",
            i -> "/v1/conversation-counts?branch=" + branch(i)));
    all.add(new Path("conversations: by the assistant", _ -> conversations + "answerer=assistant"));
    all.add(new Path("conversations: nobody's", _ -> conversations + "unassigned=true"));
    all.add(new Path("conversations: urgent", _ -> conversations + "priority=urgent"));
    all.add(new Path("conversations: with a label", _ -> conversations + "label=vip"));
    all.add(new Path("conversations: asleep", _ -> conversations + "asleep=true"));
    all.add(new Path("labels", _ -> "/v1/labels"));
  }

  private void customers(List<Path> all) {
    String start = "/v1/customers/";
    all.add(new Path("orders of a customer", i -> start + customer(i) + "/orders?limit=100"));
    all.add(new Path("figures of a customer", i -> start + customer(i) + "/figures"));
    all.add(new Path("preferences of a customer", i -> start + customer(i) + "/preferences"));
  }

  private static String word(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static UUID customer(long round) {
    return Names.customer(1 + round);
  }

  private static UUID branch(long round) {
    return Names.branch(1 + round % 8);
  }

  private UUID anOrder(long round) {
    return Names.order(past / 2 + round * 97);
  }

  private String receiptOrder(long round) {
    return round % 2 == 0 ? receipt.get() : anOrder(round).toString();
  }

  /// Something of which there is one for every so many orders.
  private long every(int orders, long round) {
    return (past / 2 / orders + round) * orders;
  }
}
