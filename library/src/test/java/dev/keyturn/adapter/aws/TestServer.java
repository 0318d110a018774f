package dev.keyturn.adapter.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes requests on loopback, one connection each, and answers every one with the same bytes. */
final class TestServer implements AutoCloseable {

  private final ServerSocket listener;
  private final String answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private TestServer(String answer) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answer = answer;
  }

  /** Answers with {@code status} and a body; {@code headers} end with a line break each. */
  static TestServer answering(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return raw(
        "HTTP/1.1 "
            + status
            + " X\r\n"
            + headers
            + "Content-Length: "
            + length
            + "\r\n"
            + "Connection: close\r\n\r\n"
            + body);
  }

  /** Answers with exactly this; an empty text breaks the connection off. */
  static TestServer raw(String answer) {
    try {
      TestServer server = new TestServer(answer);
      Thread thread = new Thread(server::serve, "test-server");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  int port() {
    return listener.getLocalPort();
  }

  /** What was asked, head and body. */
  List<String> requests() {
    return requests;
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        requests.add(read(socket.getInputStream()));
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      } catch (IOException e) {
        // The client went away, or the test is over.
      }
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return head.toString(StandardCharsets.UTF_8);
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int at = text.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    if (at < 0) {
      return text;
    }
    int start = at + "content-length: ".length();
    int length = Integer.parseInt(text.substring(start, text.indexOf('\r', start)));
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
