package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.TextPattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gives variables their values. A value stands for itself: a wildcard in a tag matches only itself.
 * A variable of a key that the request does not have, or has with several values, and without a
 * default, has none; then the text matches nothing, which a negated operator takes for a match.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables
 *     and tags</a>
 */
final class Substitution {

  /** How many colons an ARN has before its resource, which may contain more. */
  private static final int RESOURCE_COLON = 5;

  private final RequestContext context;

  Substitution(RequestContext context) {
    this.context = context;
  }

  /** The text with no wildcards: {@code *} and {@code ?} stand for themselves; null: no value. */
  @Nullable String text(TextPattern pattern) {
    return substitute(pattern, "*", "?");
  }

  /** The text with wildcards; null: a variable has no value. */
  @Nullable Glob glob(TextPattern pattern) {
    String text = substitute(pattern, String.valueOf(Glob.ANY), String.valueOf(Glob.ONE));
    return text == null ? null : new Glob(text);
  }

  /** An action, in lower case. */
  @Nullable Glob action(TextPattern pattern) {
    String text = substitute(pattern, String.valueOf(Glob.ANY), String.valueOf(Glob.ONE));
    return text == null ? null : new Glob(text.toLowerCase(Locale.ROOT));
  }

  /**
   * A resource: wildcards match within one segment of the ARN, but for a {@code *} at the end of a
   * segment, which goes on beyond the colon. What an ARN lacks of its six segments is anything.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Using
   *     wildcards in resource ARNs</a>
   */
  @Nullable Glob resource(TextPattern pattern) {
    StringBuilder text = segments(pattern);
    if (text == null) {
      return null;
    }
    for (int colons = colons(text); colons < RESOURCE_COLON; colons++) {
      text.append(':').append(Glob.ANY_WITHIN_SEGMENT);
    }
    for (int i = 0; i < text.length(); i++) {
      boolean last = i + 1 == text.length() || text.charAt(i + 1) == ':';
      if (last && text.charAt(i) == Glob.ANY_WITHIN_SEGMENT) {
        text.setCharAt(i, Glob.ANY);
      }
    }
    return new Glob(text.toString());
  }

  /** An ARN of a condition: each of its six segments is matched by itself. */
  @Nullable Glob arn(TextPattern pattern) {
    StringBuilder text = segments(pattern);
    if (text == null) {
      return null;
    }
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      colons += c == ':' ? 1 : 0;
      if (colons >= RESOURCE_COLON) {
        text.setCharAt(i, Glob.acrossSegments(c));
      }
    }
    return new Glob(text.toString());
  }

  private @Nullable StringBuilder segments(TextPattern pattern) {
    String text =
        substitute(
            pattern,
            String.valueOf(Glob.ANY_WITHIN_SEGMENT),
            String.valueOf(Glob.ONE_WITHIN_SEGMENT));
    return text == null ? null : new StringBuilder(text);
  }

  private static int colons(CharSequence text) {
    return (int) text.chars().filter(c -> c == ':').count();
  }

  private @Nullable String substitute(TextPattern pattern, String anyText, String anyCharacter) {
    StringBuilder text = new StringBuilder();
    for (TextPattern.Part part : pattern.parts()) {
      String value = value(part, anyText, anyCharacter);
      if (value == null) {
        return null;
      }
      text.append(value);
    }
    return text.toString();
  }

  private @Nullable String value(TextPattern.Part part, String anyText, String anyCharacter) {
    if (part instanceof TextPattern.Literal literal) {
      return literal.text();
    }
    if (part instanceof TextPattern.Variable variable) {
      List<String> values = context.values(variable.key());
      return values.size() == 1 ? values.get(0) : variable.defaultValue();
    }
    return part instanceof TextPattern.AnyText ? anyText : anyCharacter;
  }
}
