package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.http.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of filling a template for a customer.
public sealed interface FillResult {

  /// It may be sent.
  record Filled(MessageContent.Template content) implements FillResult {}

  /// WhatsApp would refuse it, or the customer must not get it.
  ///
  /// @param detail WhatsApp's words where it gave some, or how it stands
  /// @param faults what is wrong with the parameters; empty for other reasons
  record Refused(Reason reason, @Nullable String detail, List<Fault> faults) implements FillResult {
    public Refused {
      faults = List.copyOf(faults);
    }

    static Refused of(Reason reason, @Nullable String detail) {
      return new Refused(reason, detail, List.of());
    }
  }

  /// Why a template may not be sent.
  enum Reason {
    /// Not in exactly this language, or not in the account of this number.
    UNKNOWN,
    /// In review, rejected, deleted, …
    NOT_APPROVED,
    PAUSED,
    DISABLED,
    /// It is billed as something else than the sender reckoned with.
    CATEGORY_CHANGED,
    /// It has parts that cannot be filled here: cards, forms, one-time codes.
    UNSUPPORTED,
    WRONG_PARAMETERS,
    /// WhatsApp kept marketing back from this customer a short while ago.
    RESTING,
    /// The customer wants no marketing.
    OPTED_OUT
  }
}
