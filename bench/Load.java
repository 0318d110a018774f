import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the endpoint of the environment as fast as it answers. Arguments: seconds, connections. */
final class Load {

  private static final int MOST = 5_000_000;

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    int connections = Integer.parseInt(arguments[1]);
    run(1, connections);
    long[] nanos = run(seconds, connections);
    Arrays.sort(nanos);
    System.out.printf(
        "%d connections: %d requests/s, median %.2f ms, p99 %.2f ms, worst %.2f ms%n",
        connections,
        nanos.length / seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  private static long[] run(int seconds, int connections) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Callable<long[]>> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(() -> client(end));
    }
    try (var threads = Executors.newFixedThreadPool(connections)) {
      List<Future<long[]>> all = threads.invokeAll(clients);
      int size = 0;
      for (Future<long[]> one : all) {
        size += one.get().length;
      }
      long[] nanos = new long[size];
      int at = 0;
      for (Future<long[]> one : all) {
        System.arraycopy(one.get(), 0, nanos, at, one.get().length);
        at += one.get().length;
      }
      return nanos;
    }
  }

  private static long[] client(long end) throws IOException {
    URI uri = URI.create(System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
    byte[] request =
        ("GET / HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nAuthorization: "
                + System.getenv("AWS_CONTAINER_AUTHORIZATION_TOKEN") + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    long[] nanos = new long[100_000];
    int count = 0;
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] buffer = new byte[8192];
      while (System.nanoTime() < end && count < MOST) {
        long start = System.nanoTime();
        out.write(request);
        readAnswer(in, buffer);
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = System.nanoTime() - start;
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    while (true) {
      int read = in.read(buffer, length, buffer.length - length);
      if (read < 0) {
        throw new IOException("the endpoint hung up");
      }
      length += read;
      String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
      int body = text.indexOf("\r\n\r\n") + 4;
      if (body >= 4) {
        if (!text.startsWith("HTTP/1.1 200")) {
          throw new IOException(text);
        }
        int name = text.toLowerCase().indexOf("content-length: ") + 16;
        int size = Integer.parseInt(text.substring(name, text.indexOf('\r', name)));
        if (length >= body + size) {
          return;
        }
      }
    }
  }
}
