package dev.keyturn.cli.command.tool;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;
import java.util.Map;

/** Another tool whose command line Keyturn understands. */
interface ForeignTool {

  /** The words that run it. */
  String name();

  /** What it does, for help. */
  String text();

  /** Its options. */
  List<ForeignOption> options();

  /** Its exit code when it fails. */
  int failed();

  /** Its exit code for a wrong command line. */
  int misused();

  /**
   * The Keyturn command for a line.
   *
   * @param files the content of the AWS files
   * @throws dev.keyturn.domain.failure.FailureException usage, when the tool would not accept the
   *     line; others when it would fail before calling AWS
   */
  Translation translate(ForeignLine line, Map<String, String> environment, AwsConfiguration files);
}
