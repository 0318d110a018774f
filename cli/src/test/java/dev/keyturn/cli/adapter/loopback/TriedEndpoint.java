package dev.keyturn.cli.adapter.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.loopback.RawHttp.Response;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.domain.credential.Secret.Reveal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An endpoint that hostile requests are sent to. Each is right in everything but the one thing, and
 * carries the token: without the rule it would be answered.
 */
final class TriedEndpoint implements AutoCloseable {

  private final Running running;
  private final RawHttp http;

  private TriedEndpoint(Running running) {
    this.running = running;
    this.http = new RawHttp(running.url());
  }

  static TriedEndpoint start(Set<Form> forms, boolean withoutToken) {
    Settings settings = new Settings(0, forms, withoutToken, false, null, "admin", "eu-west-1");
    return new TriedEndpoint(
        new LoopbackEndpoint(new SecureRandom(), Clock.systemUTC())
            .start(settings, new ServedSample()));
  }

  RawHttp http() {
    return http;
  }

  String token() {
    return running.token().reveal(Reveal.HAND_OVER);
  }

  /** With the token and, unless {@code headers} name one, the right host. */
  Response send(String line, String... headers) {
    return http.send(lines(line, headers));
  }

  /** The lines of such a request, the last of its connection. */
  List<String> lines(String line, String... headers) {
    List<String> lines = new ArrayList<>(List.of(line, "Authorization: " + token()));
    lines.addAll(List.of(headers));
    if (lines.stream().noneMatch(it -> it.startsWith("Host"))) {
      lines.add("Host: 127.0.0.1:PORT");
    }
    lines.add("Connection: close");
    return lines;
  }

  static void assertRefused(Response response, int... statuses) {
    assertThat(response.status()).isIn(Arrays.stream(statuses).boxed().toList());
    assertThat(response.body()).doesNotContain("ASIA", "Secret", "IQoJ");
  }

  @Override
  public void close() {
    running.close();
  }
}
