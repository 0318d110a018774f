package dev.keyturn.domain.policy.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy that may contain wildcards and policy variables. The element or operator
 * decides whether wildcards are special: {@code StringEquals} has none.
 *
 * <pre>
 * pattern  = *( "*" | "?" | variable | character )
 * variable = "${" ( "*" | "?" | "$" | key [ "," *" " "'" default "'" ] ) "}"
 * </pre>
 *
 * @param source the text as written
 * @param parts what it consists of, in order
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables
 *     and tags</a>
 */
public record TextPattern(String source, List<Part> parts) {

  /** A part of a pattern. */
  public sealed interface Part {}

  /** Literal text. */
  public record Literal(String text) implements Part {}

  /** {@code *}: any number of characters. */
  public record AnyText() implements Part {}

  /** {@code ?}: one character. */
  public record AnyCharacter() implements Part {}

  /**
   * {@code ${key}}: the value of a condition key.
   *
   * @param defaultValue the value where the request has no such key; null when there is none
   */
  public record Variable(String key, @Nullable String defaultValue) implements Part {}

  /** The pattern of a policy of this version: only the newer one has variables. */
  static TextPattern of(String source, LanguageVersion version) {
    return new TextPattern(source, new Reader(source, version.hasVariables()).parts());
  }

  /** Patterns are equal if their texts are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TextPattern that
        && source.equals(that.source)
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }

  private static final class Reader {
    private static final String SPECIAL = "*?$";

    private final String source;
    private final boolean variables;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    Reader(String source, boolean variables) {
      this.source = source;
      this.variables = variables;
    }

    List<Part> parts() {
      int next = 0;
      while (next < source.length()) {
        int close = variables && source.startsWith("${", next) ? source.indexOf('}', next) : -1;
        if (close > next + 2) {
          variable(source.substring(next + 2, close));
          next = close + 1;
        } else {
          character(source.charAt(next++));
        }
      }
      flush();
      return List.copyOf(parts);
    }

    private void character(char c) {
      switch (c) {
        case '*' -> add(new AnyText());
        case '?' -> add(new AnyCharacter());
        default -> literal.append(c);
      }
    }

    private void variable(String content) {
      if (content.length() == 1 && SPECIAL.contains(content)) {
        literal.append(content);
        return;
      }
      int comma = content.indexOf(',');
      String key = comma < 0 ? content : content.substring(0, comma);
      String fallback = comma < 0 ? null : unquoted(content.substring(comma + 1).strip());
      add(new Variable(key.strip(), fallback));
    }

    private static @Nullable String unquoted(String text) {
      boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
      return quoted ? text.substring(1, text.length() - 1) : null;
    }

    private void add(Part part) {
      flush();
      parts.add(part);
    }

    private void flush() {
      if (literal.length() > 0) {
        parts.add(new Literal(literal.toString()));
        literal.setLength(0);
      }
    }
  }
}
