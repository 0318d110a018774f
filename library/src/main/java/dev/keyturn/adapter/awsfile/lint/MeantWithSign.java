package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import java.util.Set;

/**
 * Distinguishes a {@code #} or {@code ;} that may belong to a value, which the AWS CLI reads whole
 * and AWS SDKs cut off, from one that begins a comment.
 */
final class MeantWithSign {

  private static final Set<String> COMMANDS =
      Set.of("credential_process", "mfa_process", "cli_pager");
  private static final Set<String> PATHS =
      Set.of("ca_bundle", "web_identity_token_file", "cli_history");

  private MeantWithSign() {}

  /**
   * Whether the sign at the end of {@code line}'s value may belong to the value: inside quotes in a
   * command, or without a following blank in a path.
   */
  static boolean isAt(AwsFile file, LintedLine line) {
    if (!line.is(Kind.PROPERTY)) {
      return false;
    }
    String key = PropertyRules.lowerCaseKey(file, line);
    String comment = line.comment(file);
    return (COMMANDS.contains(key) && endsInQuotes(line.value(file)))
        || (PATHS.contains(key) && !isBlank(comment.charAt(Math.min(1, comment.length() - 1))));
  }

  /** Whether a quote is open at the end of {@code text}. */
  private static boolean endsInQuotes(String text) {
    char quote = 0;
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      if (quote == 0 && (letter == '"' || letter == '\'')) {
        quote = letter;
      } else if (letter == quote) {
        quote = 0;
      }
    }
    return quote != 0;
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter == '\t';
  }
}
