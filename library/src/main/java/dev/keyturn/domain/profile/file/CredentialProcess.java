package dev.keyturn.domain.profile.file;

import java.util.Locale;
import java.util.Optional;

/**
 * The {@code credential_process} of a profile.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process
 *     credential provider</a>
 */
public final class CredentialProcess {

  private CredentialProcess() {}

  /** The setting, unless the command is Keyturn itself, which would call itself forever. */
  public static Optional<Setting> foreign(Section section) {
    return section.filled("credential_process").filter(process -> !isKeyturn(process.value()));
  }

  /** Whether the profile gets its credentials from Keyturn already. */
  public static boolean callsKeyturn(Section section) {
    return section
        .filled("credential_process")
        .filter(process -> isKeyturn(process.value()))
        .isPresent();
  }

  private static boolean isKeyturn(String command) {
    String program = program(command.strip());
    int start = Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1;
    return switch (program.substring(start).toLowerCase(Locale.ROOT)) {
      case "keyturn", "keyturn.exe", "keyturn.cmd", "keyturn.bat" -> true;
      default -> false;
    };
  }

  /** The first word, which may be in quotes. */
  private static String program(String command) {
    char quote = command.isEmpty() ? ' ' : command.charAt(0);
    boolean quoted = quote == '"' || quote == '\'';
    int start = quoted ? 1 : 0;
    int end = start;
    while (end < command.length()
        && (quoted ? command.charAt(end) != quote : !Character.isWhitespace(command.charAt(end)))) {
      end++;
    }
    return command.substring(start, end);
  }
}
