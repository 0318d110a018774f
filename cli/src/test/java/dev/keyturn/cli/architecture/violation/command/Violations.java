package dev.keyturn.cli.architecture.violation.command;

import dev.keyturn.cli.architecture.violation.adapter.process.UsedByAnotherAdapter;
import dev.keyturn.cli.architecture.violation.app.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Each class breaks the rule in its name. */
public final class Violations {

  private Violations() {}

  record BuildsAnAdapter(UsedByAnotherAdapter adapter) {}

  record KnowsTheWiring(Wiring wiring) {}

  record UsesTheSdk(AwsCredentialsIdentity identity) {}

  static final class PrintsByItself {
    void print() {
      System.out.println();
    }
  }

  static final class ReadsTheClock {
    Instant now() {
      return Instant.now();
    }
  }

  static final class WritesAFile {
    void write(Path file) throws IOException {
      Files.writeString(file, "");
    }
  }

  static final class EndsTheJvm {
    void end() {
      Runtime.getRuntime().halt(0);
    }
  }

  static final class CodeHelper {}
}
