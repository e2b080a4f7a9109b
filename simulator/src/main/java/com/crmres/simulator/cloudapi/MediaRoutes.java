package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Upload, address, download and deletion of media.
final class MediaRoutes {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final Map<String, Integer> LARGEST =
      Map.of(
          "audio", 16 * MEBIBYTE,
          "image", 5 * MEBIBYTE,
          "video", 16 * MEBIBYTE,
          "application", 100 * MEBIBYTE,
          "text", 100 * MEBIBYTE);

  private final MediaShelf shelf;

  MediaRoutes(MediaShelf shelf) {
    this.shelf = shelf;
  }

  void upload(ServerRequest request, ServerResponse response) {
    String contentType = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    var form = MultipartForm.read(contentType, request.content().as(byte[].class));
    if (form.part("messaging_product").isEmpty()) {
      throw GraphException.of(100, "The parameter messaging_product is required.");
    }
    MultipartForm.Part file =
        form.part("file").orElseThrow(() -> GraphException.of(131008, "Parameter 'file' missing."));
    String type = form.part("type").map(MultipartForm.Part::text).orElse(file.contentType());
    checkSize(type, file.bytes().length);
    Answers.send(
        response, 200, Answers.object().put("id", shelf.fromBusiness(file.bytes(), type).id()));
  }

  void describe(StoredFile file, ServerResponse response) {
    ObjectNode answer =
        Answers.object()
            .put("messaging_product", "whatsapp")
            .put("url", shelf.address(file.id()).toString())
            .put("mime_type", file.mimeType())
            .put("sha256", file.hexHash())
            .put("file_size", Integer.toString(file.bytes().length))
            .put("id", file.id());
    Answers.send(response, 200, answer);
  }

  /// A caller without a name gets an error page that looks like success (whatsapp-cloud-api.md 5).
  void download(ServerRequest request, ServerResponse response) {
    if (request.headers().first(HeaderNames.USER_AGENT).orElse("").isBlank()) {
      response
          .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
          .send("<html><title>Error</title><p>Sorry, something went wrong.</p></html>");
      return;
    }
    var query = request.query();
    shelf
        .open(
            query.first("mid").orElse(""),
            query.first("ext").orElse(""),
            query.first("hash").orElse(""))
        .ifPresentOrElse(
            file -> response.header(HeaderNames.CONTENT_TYPE, file.mimeType()).send(file.bytes()),
            () -> response.status(Status.NOT_FOUND_404).send());
  }

  private static void checkSize(String type, int size) {
    String kind = type.contains("/") ? type.substring(0, type.indexOf('/')) : type;
    Integer largest = LARGEST.get(kind);
    if (largest == null || size > largest) {
      throw GraphException.of(131053, "File of type " + type + " is unsupported or too large.");
    }
  }
}
