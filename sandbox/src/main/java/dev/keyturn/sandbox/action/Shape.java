package dev.keyturn.sandbox.action;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What AWS's service model says of one parameter: required, bounds, pattern, choices. Bounds are
 * lengths for text and values for numbers. The texts of violations are AWS's own; STS shows the
 * value in them, IAM does not.
 */
public record Shape(
    String name,
    boolean number,
    boolean required,
    long min,
    long max,
    @Nullable Pattern pattern,
    List<String> choices,
    boolean quoted,
    Characters characters) {

  /** The characters of a text, where IAM checks them after all constraints. */
  public enum Characters {
    ANY("", ""),
    NAME("[\\w+=,.@-]+", "alphanumeric characters and/or the following: +=,.@_-"),
    DOCUMENT("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]*", "printable ASCII characters");

    private final Pattern pattern;
    private final String text;

    Characters(String regex, String text) {
      this.pattern = Pattern.compile(regex);
      this.text = text;
    }
  }

  /** A text of any length. */
  public static Shape text(String name) {
    return new Shape(name, false, false, 0, Long.MAX_VALUE, null, List.of(), true, Characters.ANY);
  }

  /** A whole number of any size. */
  public static Shape number(String name) {
    return new Shape(
        name, true, false, Long.MIN_VALUE, Long.MAX_VALUE, null, List.of(), true, Characters.ANY);
  }

  public Shape must() {
    return new Shape(name, number, true, min, max, pattern, choices, quoted, characters);
  }

  /** Bounds, both included: of the length for text, of the value for a number. */
  public Shape between(long least, long most) {
    return new Shape(name, number, required, least, most, pattern, choices, quoted, characters);
  }

  /** The pattern exactly as the service model prints it; messages quote it. */
  public Shape matching(String regex) {
    Pattern compiled = Pattern.compile(regex);
    return new Shape(name, number, required, min, max, compiled, choices, quoted, characters);
  }

  /** One of these words; messages list them in this order. */
  public Shape oneOf(String... words) {
    return new Shape(name, number, required, min, max, pattern, List.of(words), quoted, characters);
  }

  /** The same with messages that do not contain the value. */
  public Shape unquoted() {
    return new Shape(name, number, required, min, max, pattern, choices, false, characters);
  }

  /** The same with these characters only. */
  public Shape of(Characters allowed) {
    return new Shape(name, number, required, min, max, pattern, choices, quoted, allowed);
  }

  /**
   * Passes for a value with the characters that IAM accepts.
   *
   * @throws AwsError ValidationError
   * @see <a href="https://github.com/shashankprasanna/torchserve-examples/issues/7">AWS's answer
   *     for a name</a>
   * @see <a href="https://github.com/versity/versitygw">Versity S3 Gateway, whose tests have the
   *     answer for a document</a>
   */
  void requireCharacters(@Nullable String value) {
    if (value != null
        && characters != Characters.ANY
        && !characters.pattern.matcher(value).matches()) {
      throw AwsError.validation(
          "The specified value for "
              + member()
              + " is invalid. It must contain only "
              + characters.text
              + (characters == Characters.DOCUMENT ? "." : ""));
    }
  }

  /** The constraints this value violates, in AWS's words; empty if it is valid. */
  List<String> violations(@Nullable String value) {
    if (value == null) {
      return required ? List.of(violation("null", "not be null")) : List.of();
    }
    List<String> found = new ArrayList<>();
    long size = number ? asNumber(value) : value.codePointCount(0, value.length());
    String measure = number ? "have value " : "have length ";
    String shown = "'" + value + "'";
    if (size > max) {
      found.add(violation(shown, measure + "less than or equal to " + max));
    }
    if (size < min) {
      found.add(violation(shown, measure + "greater than or equal to " + min));
    }
    if (!choices.isEmpty() && !choices.contains(value)) {
      found.add(violation(shown, "satisfy enum value set: " + choices));
    }
    if (pattern != null && !pattern.matcher(value).matches()) {
      found.add(violation(shown, "satisfy regular expression pattern: " + pattern.pattern()));
    }
    return found;
  }

  private String violation(String shown, String constraint) {
    return (quoted ? "Value " + shown + " at '" : "Value at '")
        + member()
        + "' failed to satisfy constraint: Member must "
        + constraint;
  }

  private String member() {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private long asNumber(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new AwsError(
          400, "MalformedInput", "Invalid value for parameter " + name + ": not a whole number");
    }
  }
}
