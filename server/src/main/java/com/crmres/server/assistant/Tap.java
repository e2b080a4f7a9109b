package com.crmres.server.assistant;

import com.crmres.common.ordering.Fulfilment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a button or row of ours means when it is tapped, however late; written into its identifier.
public sealed interface Tap {

  /// The identifier that WhatsApp gives back to us.
  String id();

  /// Places the order exactly as read back.
  record Confirm(UUID cartId, int version) implements Tap {
    @Override
    public String id() {
      return write("confirm", cartId, version);
    }
  }

  /// Wants to change what was read back.
  record Edit(UUID cartId, int version) implements Tap {
    @Override
    public String id() {
      return write("edit", cartId, version);
    }
  }

  /// Gives up the cart.
  record GiveUp(UUID cartId, int version) implements Tap {
    @Override
    public String id() {
      return write("cancel", cartId, version);
    }
  }

  /// Chooses an item.
  record Pick(UUID itemId, int quantity, List<UUID> optionIds) implements Tap {
    /// More would not fit into the identifier of a row.
    private static final int MOST_OPTIONS = 3;

    public Pick {
      optionIds = List.copyOf(optionIds.subList(0, Math.min(optionIds.size(), MOST_OPTIONS)));
    }

    @Override
    public String id() {
      List<Object> parts = new ArrayList<>(List.of(itemId, quantity));
      parts.addAll(optionIds);
      return write("pick", parts.toArray());
    }
  }

  /// Answers which size, bread, heat, … of a line.
  record Choose(UUID lineId, UUID optionId) implements Tap {
    @Override
    public String id() {
      return write("choose", lineId, optionId);
    }
  }

  /// Chooses pickup or delivery.
  record Get(Fulfilment fulfilment) implements Tap {
    @Override
    public String id() {
      return write("get", fulfilment.name().toLowerCase(Locale.ROOT));
    }
  }

  /// Chooses a branch.
  record At(UUID branchId) implements Tap {
    @Override
    public String id() {
      return write("branch", branchId);
    }
  }

  /// Takes one of the times that were offered for a cart.
  ///
  /// @param at in seconds
  record When(UUID cartId, long at) implements Tap {
    @Override
    public String id() {
      return write("when", cartId, at);
    }
  }

  /// Shows a page of the categories.
  record Browse(int page) implements Tap {
    @Override
    public String id() {
      return write("menu", page);
    }
  }

  /// Shows a page of a category's items.
  record Open(UUID categoryId, int page) implements Tap {
    @Override
    public String id() {
      return write("category", categoryId, page);
    }
  }

  /// Has all that is wanted.
  record Finish() implements Tap {
    @Override
    public String id() {
      return write("finish");
    }
  }

  /// Says whether we may remember the allergy of which he wrote in that message.
  record Allow(UUID messageId, boolean agreed) implements Tap {
    @Override
    public String id() {
      return write(agreed ? "remember" : "forget", messageId);
    }
  }

  /// Wants another branch to make an order that his own does not answer.
  ///
  /// @param price the total he was shown, in halalas
  record Elsewhere(UUID orderId, UUID branchId, long price) implements Tap {
    @Override
    public String id() {
      return write("elsewhere", orderId, branchId, price);
    }
  }

  /// Wants to be called about an order that nobody answers.
  record Call(UUID orderId) implements Tap {
    @Override
    public String id() {
      return write("call", orderId);
    }
  }

  /// Wants a person.
  record AskForStaff() implements Tap {
    @Override
    public String id() {
      return write("staff");
    }
  }

  /// Reads an identifier; empty if it is none of ours.
  static Optional<Tap> read(String id) {
    String[] parts = id.split(":", -1);
    if (parts.length < 2 || !parts[0].equals("v1")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(read(parts));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Tap read(String[] parts) {
    return switch (parts[1]) {
      case "confirm" -> new Confirm(UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
      case "edit" -> new Edit(UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
      case "cancel" -> new GiveUp(UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
      case "pick" ->
          new Pick(
              UUID.fromString(parts[2]),
              Integer.parseInt(parts[3]),
              List.of(parts).subList(4, parts.length).stream().map(UUID::fromString).toList());
      case "choose" -> new Choose(UUID.fromString(parts[2]), UUID.fromString(parts[3]));
      case "get" -> new Get(Fulfilment.valueOf(parts[2].toUpperCase(Locale.ROOT)));
      case "branch" -> new At(UUID.fromString(parts[2]));
      case "when" -> new When(UUID.fromString(parts[2]), Long.parseLong(parts[3]));
      case "menu" -> new Browse(Integer.parseInt(parts[2]));
      case "category" -> new Open(UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
      case "remember" -> new Allow(UUID.fromString(parts[2]), true);
      case "forget" -> new Allow(UUID.fromString(parts[2]), false);
      case "elsewhere" ->
          new Elsewhere(
              UUID.fromString(parts[2]), UUID.fromString(parts[3]), Long.parseLong(parts[4]));
      case "call" -> new Call(UUID.fromString(parts[2]));
      case "finish" -> new Finish();
      case "staff" -> new AskForStaff();
      default -> null;
    };
  }

  private static String write(String kind, Object... parts) {
    StringBuilder id = new StringBuilder("v1:").append(kind);
    for (Object part : parts) {
      id.append(':').append(part);
    }
    return id.toString();
  }
}
