package com.crmres.server.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What WhatsApp says a person is called; any part may be missing.
///
/// @param userId business-scoped user id, the surest of all; never made into a phone
/// @param parentUserId the id above it, where several businesses of one owner share it
/// @param phone digits with country code, as WhatsApp writes them: never rewritten
/// @param otherPhone a second writing of it; WhatsApp's `wa_id` is not always the number dialled
/// @param username changeable handle, shown but never a key
public record Identifiers(
    @Nullable String userId,
    @Nullable String parentUserId,
    @Nullable String phone,
    @Nullable String otherPhone,
    @Nullable String username) {

  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

  public Identifiers {
    if (userId == null && phone == null) {
      throw new IllegalArgumentException("a person needs a user id or a phone");
    }
  }

  /// A person with at most one phone and no parent id.
  public Identifiers(@Nullable String userId, @Nullable String phone, @Nullable String username) {
    this(userId, null, phone, null, username);
  }

  /// A person by what WhatsApp said of him; an id that does not look like one is no key. Empty if
  /// nothing is left to know him by.
  public static Optional<Identifiers> read(
      @Nullable String userId,
      @Nullable String parentUserId,
      @Nullable String phone,
      @Nullable String waId,
      @Nullable String username) {
    String id = userId(userId);
    String first = phone == null ? waId : phone;
    if (id == null && first == null) {
      return Optional.empty();
    }
    String other = first == null || first.equals(waId) ? null : waId;
    return Optional.of(new Identifiers(id, userId(parentUserId), first, other, username));
  }

  /// The text if it is a user id; else null.
  public static @Nullable String userId(@Nullable String text) {
    return text != null && USER_ID.matcher(text).matches() ? text : null;
  }

  /// What customers are recognised by, the surest first.
  List<IdentifierKey> keys() {
    List<IdentifierKey> keys = new ArrayList<>();
    add(keys, IdentifierKey.USER_ID, userId);
    add(keys, IdentifierKey.PARENT_USER_ID, parentUserId);
    add(keys, IdentifierKey.PHONE, phone);
    add(keys, IdentifierKey.PHONE, otherPhone);
    return keys;
  }

  private static void add(List<IdentifierKey> keys, String kind, @Nullable String value) {
    if (value != null) {
      keys.add(new IdentifierKey(kind, value));
    }
  }
}
