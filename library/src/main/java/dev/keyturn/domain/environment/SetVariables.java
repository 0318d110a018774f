package dev.keyturn.domain.environment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that Keyturn has set in an environment, as {@link Variable#KEYTURN_SET} records
 * them with their values: a setting of the profile that was handed over is not a choice of the
 * caller, unless the caller has changed it since.
 *
 * <pre>
 * record = [ entry *( "," entry ) ]      entry = name "=" value
 * value  = *( letter | digit | one of "-_./:@+" | "%" two hexadecimal digits )      of UTF-8
 * </pre>
 */
public final class SetVariables {

  private static final String[] NONE = {};
  private static final String PLAIN = "-_./:@+";
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  private final Map<String, String> recorded;

  private SetVariables(Map<String, String> recorded) {
    this.recorded = recorded;
  }

  /** Those that {@code environment} still has as Keyturn set them. */
  public static SetVariables in(Map<String, String> environment) {
    Map<String, String> recorded = new LinkedHashMap<>();
    String record = Variable.KEYTURN_SET.in(environment);
    for (String entry : record.isEmpty() ? NONE : record.split(",", -1)) {
      int equals = entry.indexOf('=');
      String name = equals < 1 ? "" : entry.substring(0, equals);
      String value = environment.get(name);
      if (value != null && encoded(value).equals(entry.substring(equals + 1))) {
        recorded.put(name, value);
      }
    }
    return new SetVariables(recorded);
  }

  /** The names of those that are settings of a profile. */
  public List<String> settings() {
    List<String> settings = new ArrayList<>();
    for (String name : recorded.keySet()) {
      if (Variable.isSetting(name)) {
        settings.add(name);
      }
    }
    return settings;
  }

  /** Whether the credentials in the environment, or the endpoint there, are among them. */
  public boolean hasCredentials() {
    for (String name : recorded.keySet()) {
      if (marksCredentials(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the variable called {@code name}, which is not secret, distinguishes credentials. */
  public static boolean marksCredentials(String name) {
    return name.equals(Variable.AWS_ACCESS_KEY_ID.name())
        || name.equals(Variable.AWS_CONTAINER_CREDENTIALS_FULL_URI.name());
  }

  /** {@code environment} without the settings that Keyturn has set in it. */
  public static Map<String, String> without(Map<String, String> environment) {
    if (!Variable.KEYTURN_SET.isSet(environment)) {
      return environment;
    }
    return ChangedEnvironment.without(environment, in(environment).settings());
  }

  /** The record of {@code variables}. */
  public static String record(Map<String, String> variables) {
    StringBuilder record = new StringBuilder();
    variables.forEach((name, value) ->
        record.append(record.isEmpty() ? "" : ",").append(name).append('=').append(encoded(value)));
    return record.toString();
  }

  /** Escapes the characters that have a meaning in a shell, a .env file or the record itself. */
  private static String encoded(String value) {
    StringBuilder text = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (isPlain(c)) {
        text.append(c);
      } else {
        text.append('%').append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 15));
      }
    }
    return text.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
