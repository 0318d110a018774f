package dev.keyturn.sandbox.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * Accepts connections and answers their requests, one thread per connection. Safe for use by
 * several threads.
 */
public final class HttpServer implements Closeable {
  private static final int MAX_CONNECTIONS = 1024;
  private static final int IDLE_MILLIS = 60_000;

  /** Answers a request; called by many threads at once. */
  @FunctionalInterface
  public interface Handler {
    Response answer(Request request);
  }

  private final ServerSocket listener;
  private final Handler handler;
  private final Clock clock;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, MAX_CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpServer::daemon);

  private HttpServer(ServerSocket listener, Handler handler, Clock clock) {
    this.listener = listener;
    this.handler = handler;
    this.clock = clock;
  }

  /**
   * Listens on a loopback socket and accepts requests from now on.
   *
   * @param listener bound; its kind decides whether TLS is spoken
   */
  public static HttpServer start(ServerSocket listener, Handler handler, Clock clock) {
    HttpServer server = new HttpServer(listener, handler, clock);
    daemon(server::accept).start();
    return server;
  }

  /** The address {@code 127.0.0.1}, whatever the machine calls itself. */
  public static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Stops at once: requests under way are cut. */
  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox-http");
    thread.setDaemon(true);
    return thread;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        handOver(listener.accept());
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
  }

  private void handOver(Socket connection) throws IOException {
    try {
      threads.execute(() -> serve(connection));
    } catch (RejectedExecutionException e) {
      connection.close();
    }
  }

  private void serve(Socket socket) {
    connections.add(socket);
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      converse(socket, in, out);
    } catch (IOException e) {
      // The client went away or was cut off; there is nobody left to tell.
    } finally {
      connections.remove(socket);
    }
  }

  private void converse(Socket socket, InputStream in, OutputStream out) throws IOException {
    boolean secure = socket instanceof SSLSocket;
    Request.Peer peer = new Request.Peer(socket.getInetAddress().getHostAddress(), secure);
    RequestReader reader = new RequestReader(in, out, peer);
    ResponseWriter writer = new ResponseWriter(out, clock);
    try {
      for (Request request = reader.next(); request != null; request = reader.next()) {
        if (!exchange(socket, writer, request)) {
          return;
        }
      }
    } catch (BadRequestException e) {
      writer.write(
          Response.of(400, "text/plain; charset=utf-8", e.getMessage() + "\n"), false, false);
    }
  }

  private boolean exchange(Socket socket, ResponseWriter writer, Request request)
      throws IOException {
    Response response = handler.answer(request);
    if (response.delivery() == Response.Delivery.CUT) {
      socket.setSoLinger(true, 0);
      return false;
    }
    boolean keep = request.keepsConnection();
    writer.write(response, request.method().equals("HEAD"), keep);
    return keep;
  }
}
