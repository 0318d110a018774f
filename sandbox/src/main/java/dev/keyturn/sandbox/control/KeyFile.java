package dev.keyturn.sandbox.control;

import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.StateFileException;

/**
 * The CSV file of an access key, with the column {@code User Name} that {@code aws configure
 * import} requires.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/configure/import.html">AWS CLI
 *     command reference, configure import</a>
 */
final class KeyFile {
  private static final String HEADER = "User Name,Access key ID,Secret access key\r\n";

  private KeyFile() {}

  /** The user's first active key. A name of AWS may have a comma, but no quote. */
  static String of(User user) {
    AccessKey key =
        user.accessKeys().stream()
            .filter(AccessKey::active)
            .findFirst()
            .orElseThrow(
                () -> new StateFileException("user " + user.name() + " has no active access key"));
    String name = user.name().contains(",") ? '"' + user.name() + '"' : user.name();
    return HEADER + name + "," + key.id() + "," + key.secret() + "\r\n";
  }
}
