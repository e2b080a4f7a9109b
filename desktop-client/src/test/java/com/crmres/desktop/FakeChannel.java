package com.crmres.desktop;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.template.TemplateDetails;
import com.crmres.desktop.connection.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a restaurant's server has of WhatsApp besides conversations: files, templates, notices.
public final class FakeChannel {

  private final Map<UUID, byte[]> files = new HashMap<>();
  private final Map<UUID, byte[]> thumbnails = new HashMap<>();
  private final List<TemplateDetails> templates = new ArrayList<>();
  private final List<ChannelNotice> notices = new ArrayList<>();
  private final Map<UUID, List<MessageVersion>> versions = new HashMap<>();

  private final List<UUID> read = new ArrayList<>();
  private final List<UUID> typing = new ArrayList<>();

  /// Answers without words.
  public synchronized String read(UUID conversationId) {
    read.add(conversationId);
    return "";
  }

  /// Answers without words.
  public synchronized String typing(UUID conversationId) {
    typing.add(conversationId);
    return "";
  }

  public synchronized List<UUID> conversationsRead() {
    return List.copyOf(read);
  }

  public synchronized List<UUID> signsOfTyping() {
    return List.copyOf(typing);
  }

  public synchronized FakeChannel has(UUID mediaId, byte[] bytes) {
    files.put(mediaId, bytes);
    return this;
  }

  /// A file that only the server can read, and the small picture it made of it.
  public synchronized FakeChannel has(UUID mediaId, byte[] bytes, byte[] thumbnail) {
    thumbnails.put(mediaId, thumbnail);
    return has(mediaId, bytes);
  }

  public synchronized FakeChannel has(TemplateDetails template) {
    templates.add(template);
    return this;
  }

  public synchronized FakeChannel has(ChannelNotice notice) {
    notices.add(notice);
    return this;
  }

  public synchronized FakeChannel said(UUID messageId, MessageVersion... before) {
    versions.put(messageId, List.of(before));
    return this;
  }

  public synchronized byte[] file(UUID mediaId) {
    byte[] bytes = files.get(mediaId);
    if (bytes == null) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    return bytes;
  }

  public synchronized byte[] thumbnail(UUID mediaId) {
    byte[] small = thumbnails.get(mediaId);
    return small == null ? file(mediaId) : small;
  }

  public synchronized List<TemplateDetails> templates() {
    return List.copyOf(templates);
  }

  public synchronized List<ChannelNotice> notices() {
    return List.copyOf(notices);
  }

  public synchronized List<MessageVersion> versions(UUID messageId) {
    return versions.getOrDefault(messageId, List.of());
  }

  public MessageContent.Media upload(Path file) {
    try {
      return upload(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }

  /// As a server would judge the bytes, by the end of the name here.
  public synchronized MessageContent.Media upload(byte[] bytes, String name) {
    UUID id = UUID.randomUUID();
    files.put(id, bytes);
    MediaKind kind =
        name.endsWith(".png")
            ? MediaKind.IMAGE
            : name.endsWith(".mp3") ? MediaKind.AUDIO : MediaKind.DOCUMENT;
    String type =
        kind == MediaKind.IMAGE
            ? "image/png"
            : kind == MediaKind.AUDIO ? "audio/mpeg" : "application/pdf";
    return new MessageContent.Media(
        id, kind, type, (long) bytes.length, name, null, false, MediaState.READY, null);
  }
}
