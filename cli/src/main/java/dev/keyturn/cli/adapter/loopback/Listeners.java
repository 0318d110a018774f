package dev.keyturn.cli.adapter.loopback;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Listens on the same port of 127.0.0.1 and, if available, of ::1: a client that uses {@code
 * localhost} may try either, and no other program must listen on the other one.
 */
final class Listeners implements AutoCloseable {

  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final int BACKLOG = 512;
  private static final int TRIES = 20;
  private static final int LAST_ANSWERS_SECONDS = 1;

  private final List<HttpServer> servers;
  private final ExecutorService threads;

  private Listeners(List<HttpServer> servers, ExecutorService threads) {
    this.servers = servers;
    this.threads = threads;
  }

  /** Listens on {@code port}, or on any port that is free on both addresses. */
  static Listeners bind(int port) {
    limitRequests();
    for (int i = 0; i < TRIES; i++) {
      List<HttpServer> servers = tryBind(port);
      if (!servers.isEmpty()) {
        return new Listeners(servers, Executors.newVirtualThreadPerTaskExecutor());
      }
      if (port != 0) {
        break;
      }
    }
    throw new Failure.Usage("port " + port + " is already in use", "keyturn serve --port 0")
        .exception();
  }

  /** Both, or only IPv4 without IPv6; empty if the port is in use on either. */
  private static List<HttpServer> tryBind(int port) {
    List<HttpServer> servers = new ArrayList<>();
    try {
      HttpServer first = create(IPV4, port);
      servers.add(first);
      HttpServer second = orNull(first.getAddress().getPort());
      if (second != null) {
        servers.add(second);
      }
      return servers;
    } catch (IOException e) {
      servers.forEach(server -> server.stop(0));
      return List.of();
    }
  }

  private static @Nullable HttpServer orNull(int port) throws IOException {
    try {
      return create(IPV6, port);
    } catch (BindException e) {
      String why = String.valueOf(e.getMessage());
      if (why.contains("in use")) {
        throw e;
      }
      return null;
    } catch (SocketException e) {
      return null;
    }
  }

  private static HttpServer create(byte[] address, int port) throws IOException {
    return HttpServer.create(
        new InetSocketAddress(InetAddress.getByAddress(address), port), BACKLOG);
  }

  /** The system properties that jdk.httpserver reads once, when the first server is created. */
  static void limitRequests() {
    System.setProperty("sun.net.httpserver.maxReqHeaders", "64");
    System.setProperty("sun.net.httpserver.maxReqHeaderSize", "16384");
    System.setProperty("sun.net.httpserver.maxReqTime", "5");
    System.setProperty("sun.net.httpserver.maxRspTime", "5");
    System.setProperty("sun.net.httpserver.idleInterval", "30");
    System.setProperty("sun.net.httpserver.drainAmount", "8192");
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("jdk.httpserver.maxConnections", "1024");
  }

  int port() {
    return servers.get(0).getAddress().getPort();
  }

  void start(HttpHandler handler) {
    for (HttpServer server : servers) {
      server.createContext("/", handler);
      server.setExecutor(threads);
      server.start();
    }
  }

  @Override
  public void close() {
    servers.parallelStream().forEach(server -> server.stop(LAST_ANSWERS_SECONDS));
    threads.shutdownNow();
  }
}
