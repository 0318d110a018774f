package dev.keyturn.domain.edit;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A setting as a user names it.
 *
 * @param group {@code profile}, or the name of a section of the config file that is not a profile
 * @param profile the profile's name; empty for another section
 * @param key the key; of a nested setting, {@code parent.child}
 */
public record SettingName(String group, String profile, String key) {

  private static final String PROFILE = "profile";
  private static final String ACCESS_KEY_ID = "aws_access_key_id";

  /** The keys whose values are secret. */
  public static final List<String> SECRETS =
      List.of("aws_secret_access_key", "aws_session_token", "aws_security_token");

  /**
   * Reads a name.
   *
   * <pre>
   * Name = "profile." NAME "." Key | "default." Key | ("plugins." | "preview.") KEY | Key
   * Key  = KEY ["." KEY]
   * </pre>
   *
   * A key alone is a setting of {@code current}. A profile's name may have dots: the longest one
   * that exists is meant, else the part up to the first dot, as the AWS CLI has it.
   *
   * @param current the profile meant where none is named
   * @param exists whether there is a profile of a name
   * @param usage how to write a name, shown when it has no key
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} for a profile without a key
   */
  public static SettingName parse(
      String text, String current, Predicate<String> exists, String usage) {
    int dot = text.indexOf('.');
    String first = dot < 0 ? "" : text.substring(0, dot);
    String rest = text.substring(dot + 1);
    return switch (first) {
      case PROFILE -> ofProfile(rest, text, exists, usage);
      case "default" -> new SettingName(PROFILE, "default", rest);
      case "plugins", "preview" -> new SettingName(first, "", rest);
      default -> new SettingName(PROFILE, current, text);
    };
  }

  private static SettingName ofProfile(
      String rest, String text, Predicate<String> exists, String usage) {
    int first = rest.indexOf('.');
    if (first < 0) {
      throw new Failure.Usage("'" + text + "' names a profile and no key", usage).exception();
    }
    int end = first;
    if (rest.indexOf('.', first + 1) >= 0) {
      for (int dot = rest.lastIndexOf('.'); dot > first && end == first; ) {
        if (exists.test(rest.substring(0, dot))) {
          end = dot;
        }
        dot = rest.lastIndexOf('.', dot - 1);
      }
    }
    return new SettingName(PROFILE, rest.substring(0, end), rest.substring(end + 1));
  }

  /** The text between the brackets of its section in a file. */
  public String section(FileKind kind) {
    return kind == FileKind.CREDENTIALS && !profile.isEmpty() ? profile : configSection();
  }

  private String configSection() {
    if (profile.isEmpty()) {
      return group;
    }
    return profile.equals("default") ? profile : PROFILE + " " + profile;
  }

  /** Whether it is one of the keys that AWS tools keep in the credentials file. */
  boolean isCredential() {
    return isCredential(key);
  }

  /** Whether AWS tools keep a key of that name in the credentials file. */
  public static boolean isCredential(String key) {
    return isSecret(key) || key.equalsIgnoreCase(ACCESS_KEY_ID);
  }

  /** Whether the value of a key of that name is secret. */
  public static boolean isSecret(String key) {
    return SECRETS.contains(key.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code value} of a key of that name is, or may be, secret. */
  public static boolean isSecret(String key, String value) {
    return isSecret(key) || (key.equalsIgnoreCase(ACCESS_KEY_ID) && AccessKey.mayBeSecret(value));
  }
}
