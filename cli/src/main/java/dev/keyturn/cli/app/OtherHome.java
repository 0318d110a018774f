package dev.keyturn.cli.app;

import dev.keyturn.cli.command.port.Keyturn;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keyturn inside itself, with another environment and home folder. */
final class OtherHome implements Keyturn {

  private final Host host;

  OtherHome(Host host) {
    this.host = host;
  }

  @Override
  public int run(Map<String, String> environment, Path home, List<String> words) {
    return app(environment, home).run(words.toArray(String[]::new));
  }

  @Override
  public List<String> buckets(
      Map<String, String> environment, Path home, URI endpoint, String section) {
    return app(environment, home).buckets(endpoint, section);
  }

  private App app(Map<String, String> environment, Path home) {
    return new App(host.at(environment, home));
  }
}
