package dev.keyturn.cli.adapter.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends a request byte by byte as a test wrote it: no client would send most of them. */
final class RawHttp {

  private final String host;
  private final int port;

  RawHttp(String url) {
    this("127.0.0.1", URI.create(url).getPort());
  }

  RawHttp(String host, int port) {
    this.host = host;
    this.port = port;
  }

  record Response(int status, String head, String body) {}

  int port() {
    return port;
  }

  /** {@code PORT} is replaced by the port in each line. */
  Response send(String... lines) {
    return send(List.of(lines));
  }

  Response send(List<String> lines) {
    String request = String.join("\r\n", lines) + "\r\n\r\n";
    byte[] bytes =
        request.replace("PORT", Integer.toString(port)).getBytes(StandardCharsets.ISO_8859_1);
    try (Socket socket = new Socket(InetAddress.getByName(host), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return response(socket.getInputStream());
    } catch (SocketException e) {
      // Cut off before everything was sent.
      return new Response(0, "", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response response(InputStream in) throws IOException {
    String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      return new Response(0, "", "");
    }
    int end = text.indexOf("\r\n\r\n");
    return new Response(
        Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
  }
}
