package com.crmres.desktop;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.assistant.WritePreferenceRequest;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LivePosition;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.RepeatedCart;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.PrayerTime;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.AftermathApi;
import com.crmres.desktop.connection.AssistantApi;
import com.crmres.desktop.connection.CartApi;
import com.crmres.desktop.connection.ChannelApi;
import com.crmres.desktop.connection.ConversationQuery;
import com.crmres.desktop.connection.CustomerApi;
import com.crmres.desktop.connection.HandlingApi;
import com.crmres.desktop.connection.KitchenApi;
import com.crmres.desktop.connection.MediaApi;
import com.crmres.desktop.connection.MenuApi;
import com.crmres.desktop.connection.MergeApi;
import com.crmres.desktop.connection.NoteApi;
import com.crmres.desktop.connection.ReceiptApi;
import com.crmres.desktop.connection.SearchApi;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.connection.WritingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A server without a network, which can be out of reach or lose its answers.
public final class FakeServerApi implements ServerApi {

  private static final int PAGE = 3;

  private final Restaurant restaurant;
  private boolean unreachable;
  private boolean answersLost;
  private int uploads;
  private int thumbnailsAsked;
  private List<BranchSummary> branches = List.of(World.OLAYA, World.MALAZ);

  public FakeServerApi(Restaurant restaurant) {
    this.restaurant = restaurant;
  }

  public void unreachable(boolean gone) {
    unreachable = gone;
  }

  /// Commands arrive and are carried out, but nobody hears of it.
  public void answersLost(boolean lost) {
    answersLost = lost;
  }

  public void branches(List<BranchSummary> these) {
    branches = these;
  }

  private <T> T answer(Supplier<T> question) {
    if (unreachable) {
      throw ServerFailure.unreachable(new IOException("no route"));
    }
    T answer = question.get();
    if (answersLost) {
      throw ServerFailure.unreachable(new IOException("lost"));
    }
    return answer;
  }

  @Override
  public StaffMember signIn(String email, String password) {
    return answer(() -> {
      if (!password.equals(FakeServer.PASSWORD)) {
        throw Restaurant.refusal("WRONG_CREDENTIALS", "البريد أو كلمة المرور غير صحيحة");
      }
      return World.SARAH;
    });
  }

  @Override
  public void signOut() {}

  @Override
  public Page<BranchSummary> branches() {
    return answer(() -> new Page<>(branches, null));
  }

  @Override
  public Page<ConversationSummary> conversations(ConversationQuery query) {
    return answer(() -> {
      int from = Integer.parseInt(Objects.requireNonNullElse(query.after(), "0"));
      List<ConversationSummary> all = restaurant.conversations(query);
      int to = Math.min(from + PAGE, all.size());
      return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    });
  }

  @Override
  public Page<MessageDetails> messages(UUID conversationId, @Nullable String before) {
    return answer(() -> {
      List<MessageDetails> all =
          restaurant.newestFirst(
              conversationId, before == null ? Long.MAX_VALUE : Long.parseLong(before));
      return all.size() <= PAGE
          ? new Page<>(all, null)
          : new Page<>(all.subList(0, PAGE), Long.toString(all.get(PAGE - 1).sequence()));
    });
  }

  @Override
  public MessageDetails reply(UUID conversationId, ReplyRequest request) {
    return answer(() -> restaurant.reply(conversationId, World.SARAH, request));
  }

  @Override
  public ConversationSummary takeOver(UUID conversationId) {
    return answer(() -> restaurant.takenOver(conversationId, World.SARAH));
  }

  @Override
  public ConversationSummary handBack(UUID conversationId) {
    return answer(() -> restaurant.takenOver(conversationId, null));
  }

  @Override
  public ConversationSummary resolve(UUID conversationId) {
    return answer(() -> restaurant.takenOver(conversationId, null));
  }

  @Override
  public Page<OrderSummary> orders(UUID branchId, @Nullable String after) {
    return answer(() -> {
      int from = Integer.parseInt(Objects.requireNonNullElse(after, "0"));
      List<OrderSummary> all = restaurant.orders();
      int to = Math.min(from + PAGE, all.size());
      return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    });
  }

  @Override
  public OrderSummary changeOrder(UUID orderId, ChangeOrderRequest request) {
    return answer(() -> restaurant.change(orderId, request));
  }

  @Override
  public LivePosition livePosition() {
    return answer(() -> new LivePosition(Integer.toString(restaurant.events())));
  }

  @Override
  public MediaApi media() {
    return new MediaApi() {
      @Override
      public byte[] thumbnail(UUID mediaId) {
        thumbnailsAsked++;
        return answer(() -> restaurant.channel().thumbnail(mediaId));
      }

      @Override
      public byte[] whole(UUID mediaId) {
        return answer(() -> restaurant.channel().file(mediaId));
      }

      @Override
      public void download(UUID mediaId, Path part, Progress progress) {
        byte[] bytes = answer(() -> restaurant.channel().file(mediaId));
        try {
          Files.write(part, bytes);
        } catch (IOException e) {
          throw ServerFailure.disk(e);
        }
        progress.came(bytes.length, bytes.length);
      }

      @Override
      public MessageContent.Media upload(Path file) {
        uploads++;
        return answer(() -> restaurant.channel().upload(file));
      }
    };
  }

  @Override
  public WritingApi writing() {
    return new WritingApi() {
      @Override
      public MessageDetails send(UUID conversationId, SendRequest request) {
        return answer(() -> restaurant.send(conversationId, World.SARAH, request));
      }

      @Override
      public MessageDetails react(UUID conversationId, UUID messageId, ReactionRequest request) {
        return answer(() -> restaurant.react(conversationId, messageId, request));
      }

      @Override
      public List<MessageVersion> versions(UUID conversationId, UUID messageId) {
        return answer(() -> restaurant.channel().versions(messageId));
      }

      @Override
      public Page<TemplateDetails> templates() {
        return answer(() -> new Page<>(restaurant.channel().templates(), null));
      }

      @Override
      public MessageDetails sendTemplate(UUID conversationId, SendTemplateRequest request) {
        return answer(() -> restaurant.sendTemplate(conversationId, World.SARAH, request));
      }

      @Override
      public void read(UUID conversationId) {
        var _ = answer(() -> restaurant.channel().read(conversationId));
      }

      @Override
      public void typing(UUID conversationId) {
        var _ = answer(() -> restaurant.channel().typing(conversationId));
      }
    };
  }

  @Override
  public ReceiptApi receipts() {
    return orderId -> answer(() -> ("%PDF " + orderId).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public CartApi carts() {
    FakeCarts carts = restaurant.carts();
    return new CartApi() {
      @Override
      public CartDetails cart(UUID conversationId) {
        return answer(() -> carts.cart(conversationId));
      }

      @Override
      public CartDetails change(UUID conversationId, ChangeCartRequest request) {
        return answer(() -> carts.change(conversationId, request));
      }

      @Override
      public CartDetails readBack(UUID conversationId, CartStepRequest request) {
        return answer(() -> carts.readBack(conversationId, request));
      }

      @Override
      public OrderSummary confirm(UUID conversationId, CartStepRequest request) {
        return answer(() -> carts.confirm(conversationId, request));
      }

      @Override
      public CartDetails cancel(UUID conversationId, CartStepRequest request) {
        return answer(() -> carts.cancel(conversationId, request));
      }

      @Override
      public RepeatedCart repeat(UUID conversationId, CartStepRequest request) {
        return answer(() -> carts.repeat(conversationId, request));
      }

      @Override
      public MenuDetails menu(UUID branchId) {
        return answer(() -> carts.menu(branchId));
      }
    };
  }

  @Override
  public CustomerApi customers() {
    return new CustomerApi() {
      @Override
      public Page<OrderSummary> orders(UUID customerId, int limit) {
        return answer(() -> new Page<>(restaurant.carts().orders(customerId), null));
      }

      @Override
      public CustomerFigures figures(UUID customerId) {
        return answer(() -> restaurant.carts().figures(customerId));
      }

      @Override
      public ConversationSummary conversation(UUID conversationId) {
        return answer(() -> restaurant.conversation(conversationId));
      }

      @Override
      public Page<TimelineEntry> timeline(UUID conversationId, @Nullable String after) {
        return answer(() -> new Page<>(restaurant.carts().timeline(conversationId), null));
      }
    };
  }

  @Override
  public AdviceApi advice() {
    return new AdviceApi() {
      @Override
      public Optional<Suggestion> suggestion(UUID conversationId) {
        return answer(() -> restaurant.advice().suggestion(conversationId));
      }

      @Override
      public Suggestion decide(UUID suggestionId, DecideSuggestionRequest request) {
        return answer(() -> restaurant.decide(suggestionId, request, World.SARAH.name()));
      }

      @Override
      public Optional<Handover> handover(UUID conversationId) {
        return answer(() -> restaurant.advice().handover(conversationId));
      }

      @Override
      public Page<TurnRecord> turns(UUID conversationId, @Nullable String after) {
        return answer(() -> new Page<>(restaurant.advice().turns(conversationId), null));
      }

      @Override
      public Page<Preference> preferences(UUID customerId) {
        return answer(() -> new Page<>(restaurant.advice().preferences(customerId), null));
      }

      @Override
      public Preference remember(UUID customerId, WritePreferenceRequest request) {
        return answer(() -> restaurant.advice().remember(customerId, request));
      }

      @Override
      public void forget(UUID customerId, UUID preferenceId) {
        var _ = answer(() -> restaurant.advice().forget(customerId, preferenceId));
      }
    };
  }

  @Override
  public AssistantApi assistant() {
    return new AssistantApi() {
      @Override
      public AssistantSettings settings() {
        return answer(() -> restaurant.assistant().settings());
      }

      @Override
      public AssistantSettings save(AssistantSettings changed) {
        return answer(() -> restaurant.assistant().save(changed));
      }

      @Override
      public Page<PreviewTurn> preview(PreviewRequest request) {
        return answer(() -> new Page<>(restaurant.assistant().preview(request), null));
      }

      @Override
      public Page<PreviewSample> samples(String language) {
        return answer(() -> new Page<>(restaurant.assistant().samples(language), null));
      }

      @Override
      public Page<UsageLine> usage(int days) {
        return answer(() -> new Page<>(restaurant.assistant().usage(), null));
      }

      @Override
      public Page<AssistantCorrection> corrections(@Nullable String after) {
        return answer(() -> new Page<>(restaurant.assistant().corrections(), null));
      }
    };
  }

  @Override
  public MergeApi merges() {
    return new MergeApi() {
      @Override
      public Page<MergeProposal> proposals() {
        return answer(() -> new Page<>(restaurant.merges().proposals(), null));
      }

      @Override
      public void dismiss(UUID proposalId) {
        var _ = answer(() -> restaurant.merges().dismiss(proposalId));
      }

      @Override
      public CustomerMerge merge(UUID absorbedId, MergeRequest request) {
        return answer(() -> restaurant.merges().merge(absorbedId, request));
      }

      @Override
      public CustomerMerge undo(UUID mergeId) {
        return answer(() -> restaurant.merges().undo(mergeId));
      }
    };
  }

  @Override
  public HandlingApi handling() {
    return new FakeHandlingApi(restaurant, line());
  }

  @Override
  public NoteApi notes() {
    return new FakeNoteApi(restaurant, line());
  }

  @Override
  public SearchApi search() {
    return query ->
        answer(() -> restaurant.search().search(query.words(), query.kinds(), PAGE, query.after()));
  }

  private FakeKitchenApi.Line line() {
    return new FakeKitchenApi.Line() {
      @Override
      public <T> T answer(Supplier<T> question) {
        return FakeServerApi.this.answer(question);
      }
    };
  }

  @Override
  public ChannelApi channel() {
    return () -> answer(() -> new Page<>(restaurant.channel().notices(), null));
  }

  @Override
  public KitchenApi kitchen() {
    return new FakeKitchenApi(restaurant, line());
  }

  @Override
  public MenuApi menu() {
    return new MenuApi() {
      @Override
      public MenuDetails menu(UUID branchId) {
        return answer(() -> restaurant.menu().menu(branchId));
      }

      @Override
      public void availability(UUID itemId, AvailabilityRequest request) {
        var _ = answer(() -> restaurant.menu().availability(itemId, request));
      }

      @Override
      public BranchState state(UUID branchId) {
        return answer(() -> restaurant.menu().state(branchId));
      }

      @Override
      public Page<PrayerTime> prayers(UUID branchId) {
        return answer(() -> new Page<>(restaurant.menu().prayers(), null));
      }
    };
  }

  @Override
  public AftermathApi aftermath() {
    return new AftermathApi() {
      @Override
      public OrderSummary order(UUID orderId) {
        return answer(() -> restaurant.order(orderId));
      }

      @Override
      public List<OrderEvent> steps(UUID orderId) {
        return answer(() -> restaurant.steps(orderId));
      }
    };
  }

  public int uploads() {
    return uploads;
  }

  public int thumbnailsAsked() {
    return thumbnailsAsked;
  }
}
