package dev.keyturn;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An STS on loopback that grants everything for as long as it is asked, refuses everything, or
 * fails.
 */
final class GrantingSts implements AutoCloseable {

  private final HttpServer server;
  private final Clock clock;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger grants = new AtomicInteger();
  private volatile int status = 200;
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  GrantingSts(Clock clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was granted, without the questions who somebody is. */
  List<String> calls() {
    List<String> granting = new ArrayList<>(calls);
    granting.remove("GetCallerIdentity");
    return granting;
  }

  void refuse() {
    status = 403;
  }

  void fail() {
    status = 500;
  }

  /** From now on no call is answered, until it is closed. */
  void hang() {
    hanging = new CountDownLatch(1);
  }

  private void waitWhileHanging() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String action = parameter(body, "Action");
    calls.add(action);
    waitWhileHanging();
    String xml =
        switch (status) {
          case 200 -> grant(action, parameter(body, "DurationSeconds"));
          case 403 ->
              error(
                  "InvalidClientTokenId", "The security token included in the request is invalid.");
          default -> error("InternalFailure", "An internal error occurred.");
        };
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String error(String code, String message) {
    return "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
        .formatted(code, message);
  }

  private String grant(String action, String seconds) {
    if (action.equals("GetCallerIdentity")) {
      return result(
          action,
          "<Arn>arn:aws:iam::123456789012:user/alice</Arn><UserId>AIDAEXAMPLE</UserId>"
              + "<Account>123456789012</Account>");
    }
    String granted =
        """
        <Credentials><AccessKeyId>ASIA%012dGRANT</AccessKeyId>
        <SecretAccessKey>secretEXAMPLE</SecretAccessKey><SessionToken>tokenEXAMPLE</SessionToken>
        <Expiration>%s</Expiration></Credentials><AssumedRoleUser>
        <Arn>arn:aws:sts::123456789012:assumed-role/admin/alice</Arn>
        <AssumedRoleId>AROAEXAMPLE:alice</AssumedRoleId></AssumedRoleUser>
        """
            .formatted(
                grants.incrementAndGet(),
                clock.instant().plus(Duration.ofSeconds(Long.parseLong(seconds))));
    return result(action, granted);
  }

  private static String result(String action, String content) {
    return "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, content);
  }

  private static String parameter(String form, String name) {
    Matcher matcher = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(form);
    return matcher.find() ? matcher.group(1) : "";
  }

  @Override
  public void close() {
    hanging.countDown();
    server.stop(0);
  }
}
