package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.TextPattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Replaces variables by their values. A value is literal: a wildcard in a tag matches only itself.
 * If the request does not have the key, or has several values for it, and the variable has no
 * default, the text matches nothing; a negated operator treats that as a match.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables
 *     and tags</a>
 */
final class Substitution {

  /** How many colons precede the resource of an ARN, which may contain more. */
  private static final int RESOURCE_COLON = 5;

  private final RequestContext context;

  Substitution(RequestContext context) {
    this.context = context;
  }

  /**
   * The text without wildcards: {@code *} and {@code ?} are literal; null if a variable has no
   * value.
   */
  @Nullable String text(TextPattern pattern) {
    return substitute(pattern, "*", "?");
  }

  /** The text with wildcards; null if a variable has no value. */
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
   * A resource: wildcards match within one segment of the ARN, except for a {@code *} at the end of
   * a segment, which also matches beyond the colon. Missing segments match anything.
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

  /** An ARN in a condition: each of its six segments is matched separately. */
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
