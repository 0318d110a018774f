package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An AWS client; if it is not installed, its tests are skipped.
 *
 * @param program how it is run
 * @param probe the arguments that check whether it is installed
 */
record Client(List<String> program, List<String> probe) {

  static final Client AWS_CLI = new Client(List.of("/usr/bin/aws"), List.of("--version"));
  static final Client BOTO3 =
      new Client(List.of("/usr/bin/python3", "-c"), List.of("import boto3"));

  /** Version 2, which reads variables that version 3 does not know. */
  static final Client JAVASCRIPT_2 =
      new Client(List.of("/usr/bin/node", "-e"), List.of("require('" + javascript2() + "')"));

  static final Client RUBY =
      new Client(List.of("/usr/bin/ruby", "-r", "aws-sdk-core", "-e"), List.of("Aws::STS"));

  /** Where the test of the sandbox's clients has it too. */
  static Path javascript2() {
    return Path.of("../sandbox/target/javascript/node_modules/aws-sdk").toAbsolutePath();
  }

  /** Runs it and returns what it prints. */
  String run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(words));
    return Company.output(Company.start(command, environment));
  }

  /** Skips the test, or fails it where {@code KEYTURN_CLIENTS=required}. */
  void require() {
    List<String> command = new ArrayList<>(program);
    command.addAll(probe);
    try {
      Company.output(Company.start(command, System.getenv()));
    } catch (IOException e) {
      if ("required".equals(System.getenv("KEYTURN_CLIENTS"))) {
        fail(program + " is not installed: " + e.getMessage());
      }
      abort(program + " is not installed");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
