package dev.keyturn.cli.command.login;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import java.util.Map;

/** The user's setting whether sessions are written to AWS files at all. */
final class SaveSetting {

  private SaveSetting() {}

  /**
   * Whether no section is written.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} for an impossible value
   */
  static boolean isNever(Map<String, String> environment) {
    String setting = Variable.KEYTURN_SAVE.in(environment);
    if (!setting.isEmpty() && !setting.equals("never")) {
      throw new Failure.Usage(
              "KEYTURN_SAVE is '" + setting + "'; the only valid value is never",
              "unset KEYTURN_SAVE")
          .exception();
    }
    return !setting.isEmpty();
  }
}
