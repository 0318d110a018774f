package dev.keyturn.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests from one connection.
 *
 * <pre>
 * request = *( line-end ) request-line line-end *( header line-end ) line-end [ body ]
 * header  = name ":" value *( line-end 1*( SP / HTAB ) value )
 * body    = Content-Length bytes / chunks ( RFC 9112 section 7.1 )
 * </pre>
 *
 * <p>A line ends with CRLF or LF. Size limits keep a hostile client from filling the memory: a body
 * that is too large is not read, and ends the connection.
 */
final class RequestReader {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");
  private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,7}");
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final Request.Peer peer;
  private int headBytes;

  /**
   * Reads from {@code in}, and answers {@code 100 Continue} on {@code out} where the client waits
   * for that.
   *
   * @param in buffered
   */
  RequestReader(InputStream in, OutputStream out, Request.Peer peer) {
    this.in = in;
    this.out = out;
    this.peer = peer;
  }

  /** The next request, or null if the client closed the connection. */
  @Nullable Request next() throws IOException {
    headBytes = 0;
    String first = line();
    while (first != null && first.isEmpty()) {
      first = line();
    }
    if (first == null) {
      return null;
    }
    RequestLine line = RequestLine.parse(first);
    List<Map.Entry<String, String>> headers = headers();
    return new Request(line, headers, body(new Headers(headers)), peer);
  }

  private List<Map.Entry<String, String>> headers() throws IOException {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = headLine(); !line.isEmpty(); line = headLine()) {
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        continueLast(headers, line);
      } else {
        headers.add(header(line));
      }
    }
    return headers;
  }

  private static Map.Entry<String, String> header(String line) throws BadRequestException {
    int colon = line.indexOf(':');
    if (colon < 1 || !NAME.matcher(line.substring(0, colon)).matches()) {
      throw new BadRequestException("a header without a name");
    }
    return Map.entry(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  /** AWS's own signing examples treat the lines of a folded header as separate values. */
  private static void continueLast(List<Map.Entry<String, String>> headers, String line)
      throws BadRequestException {
    if (headers.isEmpty()) {
      throw new BadRequestException("a continued header without a beginning");
    }
    headers.add(Map.entry(headers.get(headers.size() - 1).getKey(), line.strip()));
  }

  private Body body(Headers headers) throws IOException {
    List<String> codings = headers.all("transfer-encoding");
    List<String> lengths = headers.all("content-length");
    if (codings.isEmpty() && lengths.isEmpty()) {
      return Body.NONE;
    }
    if (!codings.isEmpty() && !lengths.isEmpty()) {
      throw new BadRequestException("both a length and a transfer coding");
    }
    if (codings.isEmpty()) {
      return body(length(lengths), headers);
    }
    if (codings.size() > 1 || !codings.get(0).toLowerCase(Locale.ROOT).equals("chunked")) {
      throw new BadRequestException("a transfer coding other than chunked");
    }
    sendContinue(headers);
    return chunks();
  }

  private Body body(long length, Headers headers) throws IOException {
    if (length > Body.MOST_BYTES) {
      return Body.tooLarge(length);
    }
    sendContinue(headers);
    return Body.of(exactly((int) length));
  }

  private static long length(List<String> lengths) throws BadRequestException {
    String length = lengths.get(0);
    if (!LENGTH.matcher(length).matches() || lengths.stream().distinct().count() > 1) {
      throw new BadRequestException("no valid Content-Length");
    }
    return Long.parseLong(length);
  }

  private void sendContinue(Headers headers) throws IOException {
    if ("100-continue".equalsIgnoreCase(headers.first("expect"))) {
      out.write(CONTINUE);
      out.flush();
    }
  }

  private Body chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      if (size > Body.MOST_BYTES - body.size()) {
        return Body.tooLarge((long) body.size() + size);
      }
      body.write(exactly(size));
      if (!headLine().isEmpty()) {
        throw new BadRequestException("a chunk longer than its size");
      }
    }
    headers();
    return Body.of(body.toByteArray());
  }

  private int chunkSize() throws IOException {
    headBytes = 0;
    String size = headLine().replaceFirst("[ \\t]*;.*", "");
    if (!CHUNK_SIZE.matcher(size).matches()) {
      throw new BadRequestException("no valid chunk size");
    }
    return Integer.parseInt(size, 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new BadRequestException("the body ends early");
    }
    return bytes;
  }

  private String headLine() throws IOException {
    String line = line();
    if (line == null) {
      throw new BadRequestException("the request ends early");
    }
    return line;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return line.size() == 0 ? null : endedEarly();
      }
      if (++headBytes > MAX_HEAD_BYTES) {
        throw new BadRequestException("a head of more than 64 KiB");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static String endedEarly() throws BadRequestException {
    throw new BadRequestException("a line ends early");
  }
}
