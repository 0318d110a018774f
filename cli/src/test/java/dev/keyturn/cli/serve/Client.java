package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client of AWS that is installed here, or not: then its tests are skipped.
 *
 * @param program how it is run
 * @param probe what it is run with to see whether it is there
 */
record Client(List<String> program, List<String> probe) {

  static final Client AWS_CLI = new Client(List.of("/usr/bin/aws"), List.of("--version"));
  static final Client BOTO3 =
      new Client(List.of("/usr/bin/python3", "-c"), List.of("import boto3"));

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
