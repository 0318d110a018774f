package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsBuckets;
import dev.keyturn.cli.command.sandbox.DemoKeyturn;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keyturn inside itself, with another environment and home folder. */
final class OtherHome implements DemoKeyturn {

  private final Host host;

  OtherHome(Host host) {
    this.host = host;
  }

  @Override
  public int run(Map<String, String> environment, Path home, List<String> words) {
    return new CommandLineRun(host.at(environment, home)).run(words.toArray(String[]::new));
  }

  @Override
  public List<String> buckets(
      Map<String, String> environment, Path home, URI endpoint, String section) {
    Host other = host.at(environment, home);
    Section found = new Wiring(other, line -> {}).files().read().credentials(section).orElseThrow();
    Signer signer =
        new Signer(
            found.value("aws_access_key_id").orElse(""),
            Secret.of(found.value("aws_secret_access_key").orElse("")),
            found.value("aws_session_token").map(Secret::of).orElse(null));
    return new AwsBuckets(environment, host.clock()).list(endpoint, "us-east-1", signer);
  }
}
