package com.crmres.simulator.customers;

import com.crmres.simulator.cloudapi.Option;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.cloudapi.Sends;
import com.crmres.simulator.payload.InboundMessages;
import com.crmres.simulator.payload.InboundMessages.BasketItem;
import com.crmres.simulator.payload.InboundMessages.Place;
import com.crmres.simulator.payload.Person;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One person on WhatsApp: writes, taps, shares, and reads what comes back.
///
/// Every way of sending answers the id of the message. One thread drives one customer.
public final class Customer {

  private static final byte[] PICTURE = "\u0089PNG picture".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] VOICE = "OggS voice".getBytes(StandardCharsets.ISO_8859_1);

  private final Person person;
  private final Line line;
  private int position;

  Customer(Person person, Line line) {
    this.person = person;
    this.line = line;
  }

  public Person person() {
    return person;
  }

  public String says(String text) {
    return send(text, message -> message.text(text));
  }

  public String repliesTo(Send quoted, String text) {
    return send(text, message -> message.reply(text, quoted.messageId(), business()));
  }

  /// Taps the option with this id or title in the newest message that has it.
  public String taps(String idOrTitle) {
    for (Send send : answers().reversed()) {
      Optional<Option> option = send.option(idOrTitle);
      if (option.isPresent()) {
        return taps(send, option.get());
      }
    }
    throw new IllegalStateException("no message offers the option " + idOrTitle);
  }

  public String taps(Send send, Option option) {
    String quoted = send.messageId();
    return switch (option.kind()) {
      case BUTTON ->
          send(
              option.title(),
              message -> message.buttonReply(option.id(), option.title(), quoted, business()));
      case ROW ->
          send(
              option.title(),
              message ->
                  message.listReply(
                      option.id(),
                      option.title(),
                      option.description().isEmpty() ? null : option.description(),
                      quoted,
                      business()));
      case TEMPLATE_BUTTON ->
          send(
              option.title(),
              message -> message.templateButton(option.id(), option.title(), quoted, business()));
    };
  }

  public String sharesLocation(double latitude, double longitude) {
    Place place = new Place(latitude, longitude, null, null);
    return send("", message -> message.location(place));
  }

  public String answersWithLocation(Send question, Place place) {
    return send("", message -> message.locationAnswer(place, question.messageId(), business()));
  }

  public String sendsPicture(@Nullable String caption) {
    return send(
        caption == null ? "" : caption,
        message -> message.image(line.upload(PICTURE, "image/jpeg"), caption));
  }

  public String sendsVoiceNote() {
    return send("", message -> message.voice(line.upload(VOICE, "audio/ogg; codecs=opus")));
  }

  public String sendsDocument(String filename, byte[] bytes) {
    return send(
        filename,
        message -> message.document(line.upload(bytes, "application/pdf"), filename, null));
  }

  public String sendsSticker() {
    return send("", message -> message.sticker(line.upload(PICTURE, "image/webp"), false));
  }

  public String sendsContact(String name, String phone) {
    return send(name, message -> message.contactCard(name, phone));
  }

  public String sendsBasket(String catalogId, String note, List<BasketItem> items) {
    return send(note, message -> message.order(catalogId, note, items));
  }

  public String reactsTo(String messageId, @Nullable String emoji) {
    return send(emoji == null ? "" : emoji, message -> message.reaction(messageId, emoji));
  }

  public String edits(String messageId, String newText) {
    return send(newText, message -> message.edit(messageId, newText));
  }

  public String deletes(String messageId) {
    return send("", message -> message.revoke(messageId));
  }

  public String sendsSomethingUnsupported(String kind) {
    return send("", message -> message.unsupported(kind));
  }

  /// The system tells that this person now has another number; go on with the customer returned.
  public Customer changesNumberTo(String phone) {
    Person now = new Person(phone, Person.userIdOf(phone), person.name(), person.username());
    send("", message -> message.changedNumber(now));
    return line.customer(now);
  }

  /// Everything this person got so far.
  public List<Send> answers() {
    return line.sends().to(person);
  }

  /// The next message not yet looked at.
  public Optional<Send> awaitAnswer(Duration limit) throws InterruptedException {
    return awaitAnswer(any -> true, limit);
  }

  /// The next fitting message; those before it count as looked at.
  public Optional<Send> awaitAnswer(Predicate<Send> fits, Duration limit)
      throws InterruptedException {
    Optional<Sends.Found> found = line.sends().await(person, position, fits, limit);
    found.ifPresent(answer -> position = answer.position() + 1);
    return found.map(Sends.Found::send);
  }

  Instant now() {
    return line.now();
  }

  /// Sends a message of any kind, with the files it needs.
  public String sends(Function<InboundMessages, ObjectNode> build) {
    return send("", build);
  }

  private String business() {
    return line.number().displayPhoneNumber();
  }

  private String send(String text, Function<InboundMessages, ObjectNode> build) {
    return line.send(person, text, id -> build.apply(InboundMessages.from(person, id, line.now())));
  }
}
