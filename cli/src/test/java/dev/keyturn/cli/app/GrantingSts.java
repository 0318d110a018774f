package dev.keyturn.cli.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyturn.cli.adapter.loopback.LimitedServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An STS that grants whatever is asked, so that a test can let time pass as it likes. */
final class GrantingSts implements AutoCloseable {

  private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(\\w+)=([^&]*)");

  private final HttpServer server;
  private final InstantSource clock;
  private int granted;

  GrantingSts(InstantSource clock) {
    this.clock = clock;
    LimitedServers.limit();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String action = parameter(body, "Action");
    String result = action.equals("GetCallerIdentity") ? identity() : credentials(body);
    byte[] xml =
        "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
            .formatted(action, result)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, xml.length);
    exchange.getResponseBody().write(xml);
    exchange.close();
  }

  private static String identity() {
    return "<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/alice</Arn>"
        + "<UserId>AIDAEXAMPLE</UserId>";
  }

  private String credentials(String body) {
    granted++;
    Duration duration = Duration.ofSeconds(Long.parseLong(parameter(body, "DurationSeconds")));
    return "<Credentials><AccessKeyId>ASIAEXAMPLE%08d</AccessKeyId>".formatted(granted)
        + "<SecretAccessKey>secret%d/EXAMPLE+KEY</SecretAccessKey>".formatted(granted)
        + "<SessionToken>token%dEXAMPLE==</SessionToken>".formatted(granted)
        + "<Expiration>"
        + clock.instant().plus(duration).truncatedTo(ChronoUnit.SECONDS)
        + "</Expiration></Credentials><AssumedRoleUser>"
        + "<Arn>arn:aws:sts::123456789012:assumed-role/admin/alice</Arn>"
        + "<AssumedRoleId>AROAEXAMPLE:alice</AssumedRoleId></AssumedRoleUser>";
  }

  private static String parameter(String body, String name) {
    Matcher parameters = PARAMETER.matcher(body);
    while (parameters.find()) {
      if (parameters.group(1).equals(name)) {
        return parameters.group(2);
      }
    }
    return "";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
