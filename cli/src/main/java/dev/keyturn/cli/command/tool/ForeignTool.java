package dev.keyturn.cli.command.tool;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;
import java.util.Map;

/** Another tool whose command line Keyturn understands. */
interface ForeignTool {

  /** What is typed to run it: one word, or several. */
  String name();

  /** What it does, for help. */
  String text();

  /** Its options. */
  List<ForeignOption> options();

  /** What it exits with when it fails. */
  int failed();

  /** What it exits with when its command line is wrong. */
  int misused();

  /**
   * What Keyturn is to do.
   *
   * @param files what the AWS files say
   * @throws dev.keyturn.domain.failure.FailureException usage, when the tool would not take it;
   *     others when it would fail before it asks AWS
   */
  Translation translate(ForeignLine line, Map<String, String> environment, AwsConfiguration files);
}
