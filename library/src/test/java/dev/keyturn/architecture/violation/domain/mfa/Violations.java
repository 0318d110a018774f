package dev.keyturn.architecture.violation.domain.mfa;

import dev.keyturn.architecture.violation.adapter.state.UsesAnotherAdapter;
import dev.keyturn.architecture.violation.domain.session.KnownByTheRest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Each class breaks the rule in its name. */
public final class Violations {

  private Violations() {}

  record KnowsSessions(KnownByTheRest session) {}

  record UsesTheSdk(AwsCredentialsIdentity identity) {}

  record BuildsAnAdapter(UsesAnotherAdapter adapter) {}

  static final class ReadsTheClock {
    Instant now() {
      return Instant.now();
    }
  }

  static final class ReadsTheEnvironment {
    String home() {
      return System.getenv().get("HOME") + System.getProperty("user.home");
    }
  }

  static final class ReadsAFile {
    String text(Path file) throws IOException {
      return Files.readString(file);
    }
  }

  static final class WritesAFile {
    void write(Path file) throws IOException {
      Files.move(file, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static final class MakesItsOwnRandomness {
    int number() {
      return new SecureRandom().nextInt();
    }
  }

  static final class StartsAProcess {
    Process process() throws IOException {
      return new ProcessBuilder("true").start();
    }
  }

  static final class CodeHelper {}
}
