package dev.keyturn.sandbox.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * Accepts connections and answers their requests, one thread per connection, and cuts off clients
 * that are too slow to send a request or to take its answer. Safe for use by several threads.
 */
public final class HttpServer implements Closeable {
  private static final int MAX_CONNECTIONS = 1024;
  private static final int MAX_WATCH_MILLIS = 1000;
  private static final int AFTER_FAILURE_MILLIS = 10;

  /** Answers a request; called by many threads at once. */
  @FunctionalInterface
  public interface Handler {
    Response answer(Request request);
  }

  private final ServerSocket listener;
  private final Handler handler;
  private final Clock clock;
  private final Patience patience;
  private final Map<Socket, Deadline> connections = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, MAX_CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpServer::daemon);

  private HttpServer(ServerSocket listener, Handler handler, Clock clock, Patience patience) {
    this.listener = listener;
    this.handler = handler;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Listens on a socket and accepts requests from now on.
   *
   * @param listener bound; its kind decides whether TLS is spoken
   * @throws IOException when the listener is closed
   */
  public static HttpServer start(ServerSocket listener, Handler handler, Clock clock)
      throws IOException {
    return start(listener, handler, clock, Patience.USUAL);
  }

  static HttpServer start(ServerSocket listener, Handler handler, Clock clock, Patience patience)
      throws IOException {
    HttpServer server = new HttpServer(listener, handler, clock, patience);
    listener.setSoTimeout(server.watchMillis());
    daemon(server::accept).start();
    return server;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Stops immediately and aborts requests in progress. */
  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
    for (Socket connection : connections.keySet()) {
      connection.close();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox-http");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits for connections, and enforces the deadlines of open ones. */
  private void accept() {
    long watched = System.nanoTime();
    while (!listener.isClosed()) {
      try {
        handOver(listener.accept());
      } catch (SocketTimeoutException e) {
        // No new connection; time to enforce the deadlines.
      } catch (IOException e) {
        // No more files may be open, or the client is gone already: connections that end make room.
        pause();
      }
      if (System.nanoTime() - watched >= watchMillis() * 1_000_000L) {
        cutOffTheSlow();
        watched = System.nanoTime();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(AFTER_FAILURE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int watchMillis() {
    return (int) Math.max(1, Math.min(MAX_WATCH_MILLIS, patience.grace().toMillis() / 10));
  }

  /** Closing a TLS connection can wait for its writer, so another thread does it. */
  private void cutOffTheSlow() {
    connections.forEach((socket, deadline) -> {
      if (deadline.hasPassed()) {
        deadline.suspend();
        daemon(() -> cutOff(socket)).start();
      }
    });
  }

  private static void cutOff(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
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
    Deadline deadline = new Deadline(patience, System::nanoTime);
    connections.put(socket, deadline);
    try (socket;
        InputStream in =
            new BufferedInputStream(new ReceivedBytes(socket.getInputStream(), deadline));
        OutputStream out = socket.getOutputStream()) {
      if (listener.isClosed()) {
        return;
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) patience.idle().toMillis());
      converse(socket, in, out, deadline);
    } catch (IOException e) {
      // The client disconnected or was cut off; the error cannot be reported.
    } finally {
      connections.remove(socket);
    }
  }

  private void converse(Socket socket, InputStream in, OutputStream out, Deadline deadline)
      throws IOException {
    boolean secure = socket instanceof SSLSocket;
    Request.Peer peer = new Request.Peer(socket.getInetAddress().getHostAddress(), secure);
    RequestReader reader = new RequestReader(in, out, peer);
    ResponseWriter writer = new ResponseWriter(out, clock);
    try {
      for (Request request = reader.next(); request != null; request = reader.next()) {
        if (!exchange(socket, writer, request, deadline)) {
          if (request.isTooLarge()) {
            discard(socket, in, deadline);
          }
          return;
        }
        deadline.awaitRequest();
      }
    } catch (BadRequestException e) {
      deadline.offer(0);
      writer.write(
          Response.of(400, "text/plain; charset=utf-8", e.getMessage() + "\n"), false, false);
    }
  }

  /**
   * Reads the body that was refused before it was read: the system would reset the connection of a
   * client that is still sending, and with it the answer. Over TLS 1.2 a half-closed connection
   * would do that too.
   */
  private static void discard(Socket socket, InputStream in, Deadline deadline) throws IOException {
    deadline.awaitRequest();
    if (!(socket instanceof SSLSocket)) {
      socket.shutdownOutput();
    }
    in.transferTo(OutputStream.nullOutputStream());
  }

  private boolean exchange(Socket socket, ResponseWriter writer, Request request, Deadline deadline)
      throws IOException {
    deadline.suspend();
    Response response = handler.answer(request);
    if (response.delivery() == Response.Delivery.CUT) {
      socket.setSoLinger(true, 0);
      return false;
    }
    deadline.offer(response.body().length);
    boolean keep = request.keepsConnection();
    writer.write(response, request.method().equals("HEAD"), keep);
    return keep;
  }
}
