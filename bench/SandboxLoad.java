import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends requests to the sandbox, each signed anew, as fast as they are answered. Arguments: its URL, an access key id
 * and its secret, seconds, connections, and the action: GetCallerIdentity, or GetSessionToken, which makes a session.
 */
final class SandboxLoad {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private record Client(URI url, String keyId, String secret, String action) {

    /** How long each request took, in nanoseconds. */
    private long[] run(long end) throws IOException, GeneralSecurityException {
      long[] nanos = new long[1 << 20];
      int count = 0;
      try (Socket socket = new Socket(url.getHost(), url.getPort())) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        for (long now = System.nanoTime(); now < end && count < nanos.length; count++) {
          byte[] request = request();
          long start = System.nanoTime();
          socket.getOutputStream().write(request);
          read(in);
          now = System.nanoTime();
          nanos[count] = now - start;
        }
      }
      return Arrays.copyOf(nanos, count);
    }

    private byte[] request() throws GeneralSecurityException {
      String form = "Action=" + action + "&Version=2011-06-15";
      String stamp = STAMP.format(Instant.now());
      String day = stamp.substring(0, 8);
      String scope = day + "/us-east-1/sts/aws4_request";
      String host = url.getAuthority();
      String canonical =
          "POST\n/\n\nhost:" + host + "\nx-amz-date:" + stamp + "\n\nhost;x-amz-date\n" + sha256(form);
      byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
      for (String part : new String[] {day, "us-east-1", "sts", "aws4_request"}) {
        key = hmac(key, part);
      }
      String signature =
          HexFormat.of().formatHex(hmac(key, "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + sha256(canonical)));
      return ("POST / HTTP/1.1\r\nHost: " + host + "\r\nX-Amz-Date: " + stamp
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
              + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + keyId + "/" + scope
              + ", SignedHeaders=host;x-amz-date, Signature=" + signature + "\r\n\r\n" + form)
          .getBytes(StandardCharsets.US_ASCII);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Client client = new Client(URI.create(arguments[0]), arguments[1], arguments[2], arguments[5]);
    int seconds = Integer.parseInt(arguments[3]);
    int connections = Integer.parseInt(arguments[4]);
    run(client, 2, connections);
    long[] nanos = run(client, seconds, connections);
    Arrays.sort(nanos);
    System.out.printf(
        "%s, %d clients: %d requests/s, median %.2f ms, p99 %.2f ms, worst %.2f ms%n",
        client.action(),
        connections,
        nanos.length / seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  private static long[] run(Client client, int seconds, int connections) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<long[]>> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(() -> client.run(end));
    }
    try (var threads = Executors.newFixedThreadPool(connections)) {
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> one : threads.invokeAll(clients)) {
        all.add(one.get());
      }
      return all.stream().flatMapToLong(Arrays::stream).toArray();
    }
  }

  /** Reads one answer and makes sure that it is one. */
  private static void read(InputStream in) throws IOException {
    int length = 0;
    String first = line(in);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    byte[] body = in.readNBytes(length);
    if (!first.contains(" 200 ")) {
      throw new IOException(first + " " + new String(body, StandardCharsets.UTF_8));
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection was closed");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static String sha256(String text) throws GeneralSecurityException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
