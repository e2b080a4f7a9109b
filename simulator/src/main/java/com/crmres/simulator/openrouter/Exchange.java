package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One request and the bytes of its answer.
final class Exchange {

  static final String JSON = "application/json";

  private final Socket socket;
  private final OutputStream out;
  private final RequestHead head;
  private final byte[] body;
  private boolean whole;

  Exchange(Socket socket, RequestHead head, InputStream in) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.head = head;
    if (head.header("expect").equalsIgnoreCase("100-continue")) {
      write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    this.body = head.body(in);
  }

  RequestHead head() {
    return head;
  }

  byte[] body() {
    return body;
  }

  /// Whether the answer was sent to its end, so that the connection can carry another.
  boolean isWhole() {
    return whole;
  }

  void answer(int status, JsonNode answer, Map<String, String> headers) throws IOException {
    answer(status, JSON, answer.toString(), headers);
  }

  void answer(int status, String contentType, String text, Map<String, String> headers)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(first(status, contentType, headers) + "Content-Length: " + bytes.length + "\r\n\r\n");
    out.write(bytes);
    out.flush();
    whole = true;
  }

  /// Sends the status and headers now; the body follows in pieces of unknown number.
  void begin(String contentType, Map<String, String> headers) throws IOException {
    write(first(200, contentType, headers) + "Transfer-Encoding: chunked\r\n\r\n");
  }

  void piece(byte[] bytes) throws IOException {
    piece(bytes, 0, bytes.length);
  }

  void piece(byte[] bytes, int from, int to) throws IOException {
    if (to > from) {
      write(Integer.toHexString(to - from) + "\r\n");
      out.write(bytes, from, to - from);
      write("\r\n");
    }
  }

  void end() throws IOException {
    write("0\r\n\r\n");
    whole = true;
  }

  /// Makes the client's next read fail with "connection reset".
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String first(int status, String contentType, Map<String, String> headers) {
    StringBuilder lines = new StringBuilder("HTTP/1.1 " + status + " Simulated\r\n");
    lines.append("Content-Type: ").append(contentType).append("\r\n");
    headers.forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
    return lines.toString();
  }
}
