package dev.keyturn.sandbox.policy.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A text of a policy with its wildcards and policy variables. Immutable. */
public final class Template {

  public enum Case {
    COUNTS,
    IGNORED
  }

  private sealed interface Part {}

  /** A wildcard or a UTF-16 unit that stands for itself. */
  private record Symbol(int symbol) implements Part {}

  private record Variable(String key, @Nullable String otherwise) implements Part {
    @Nullable String value(RequestContext context) {
      List<String> values = context.values(key);
      return values.size() == 1 ? values.get(0) : otherwise;
    }
  }

  /** {@code *}: any characters, also none. Symbols that are not wildcards are UTF-16 units. */
  private static final int ANY = -1;

  /** {@code ?}: exactly one character. */
  private static final int ONE = -2;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\$\\{(?<escaped>[*?$])}"
              + "|\\$\\{(?<key>[^{}',]+?)\\s*(?:,\\s*'(?<otherwise>[^']*)'\\s*)?}"
              + "|(?<any>\\*)|(?<one>\\?)|(?<plain>.)",
          Pattern.DOTALL);

  private final String source;
  private final List<Part> parts;

  /** The symbols of a template without variables, the same in every request. */
  private final int @Nullable [] fixed;

  private Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
    boolean varies = parts.stream().anyMatch(Variable.class::isInstance);
    this.fixed = varies ? null : symbols(parts, RequestContext.empty());
  }

  /**
   * Reads a text with variables, as the newer version of the policy language has them.
   *
   * <pre>
   * template = *( variable / "*" / "?" / character )
   * variable = "${" ( "*" / "?" / "$" ) "}"
   *          / "${" key [ "," ws "'" default "'" ] "}"
   * </pre>
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">
   *     IAM User Guide, variables and tags</a>
   */
  public static Template withVariables(String source) {
    List<Part> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      parts.add(part(token));
    }
    return new Template(source, parts);
  }

  /** Reads a text in which only {@code *} and {@code ?} mean something. */
  public static Template withoutVariables(String source) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < source.length(); i++) {
      parts.add(new Symbol(symbol(source.charAt(i))));
    }
    return new Template(source, parts);
  }

  private static Part part(Matcher token) {
    if (token.group("escaped") != null) {
      return new Symbol(token.group("escaped").charAt(0));
    }
    if (token.group("key") != null) {
      return new Variable(token.group("key"), token.group("otherwise"));
    }
    return new Symbol(symbol(token.group().charAt(0)));
  }

  private static int symbol(int unit) {
    return unit == '*' ? ANY : unit == '?' ? ONE : unit;
  }

  /** The condition keys of its variables. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Variable variable) {
        keys.add(variable.key());
      }
    }
    return keys;
  }

  public String source() {
    return source;
  }

  /** The text with variables filled in and wildcards as they are, or null without a value. */
  @Nullable String text(RequestContext context) {
    int[] symbols = symbols(context);
    if (symbols == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int symbol : symbols) {
      text.append(symbol == ANY ? '*' : symbol == ONE ? '?' : (char) symbol);
    }
    return text.toString();
  }

  /** Whether the whole text fits. A value that a variable brings in never acts as a wildcard. */
  public boolean matches(String text, RequestContext context, Case letterCase) {
    int[] symbols = symbols(context);
    return symbols != null && fits(symbols, text, letterCase);
  }

  /**
   * Whether an ARN fits part by part: a wildcard does not reach across the colons between the six
   * parts of an ARN.
   */
  boolean matchesArn(String arn, RequestContext context) {
    int[] symbols = symbols(context);
    if (symbols == null) {
      return false;
    }
    List<int[]> expected = arnParts(symbols);
    String[] actual = arn.split(":", 6);
    if (expected.size() != 6 || actual.length != 6) {
      return fits(symbols, arn, Case.COUNTS);
    }
    return IntStream.range(0, 6).allMatch(i -> fits(expected.get(i), actual[i], Case.COUNTS));
  }

  private static List<int[]> arnParts(int[] symbols) {
    List<int[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < symbols.length && parts.size() < 5; i++) {
      if (symbols[i] == ':') {
        parts.add(Arrays.copyOfRange(symbols, start, i));
        start = i + 1;
      }
    }
    parts.add(Arrays.copyOfRange(symbols, start, symbols.length));
    return parts;
  }

  private int @Nullable [] symbols(RequestContext context) {
    return fixed == null ? symbols(parts, context) : fixed;
  }

  private static int @Nullable [] symbols(List<Part> parts, RequestContext context) {
    IntStream.Builder symbols = IntStream.builder();
    for (Part part : parts) {
      if (part instanceof Variable variable) {
        String value = variable.value(context);
        if (value == null) {
          return null;
        }
        value.chars().forEach(symbols::add);
      } else if (part instanceof Symbol symbol) {
        symbols.add(symbol.symbol());
      }
    }
    return symbols.build().toArray();
  }

  /** Takes the shortest run for the last wildcard passed and lengthens it when stuck. */
  private static boolean fits(int[] symbols, String text, Case letterCase) {
    int at = 0;
    int symbol = 0;
    int resumeAt = 0;
    int resumeSymbol = -1;
    while (at < text.length()) {
      if (symbol < symbols.length && symbols[symbol] == ANY) {
        resumeSymbol = ++symbol;
        resumeAt = at;
      } else if (symbol < symbols.length && fits(symbols[symbol], text.charAt(at), letterCase)) {
        symbol++;
        at++;
      } else if (resumeSymbol >= 0) {
        symbol = resumeSymbol;
        at = ++resumeAt;
      } else {
        return false;
      }
    }
    return IntStream.range(symbol, symbols.length).allMatch(rest -> symbols[rest] == ANY);
  }

  private static boolean fits(int symbol, char unit, Case letterCase) {
    if (symbol == ONE || symbol == unit) {
      return true;
    }
    return letterCase == Case.IGNORED
        && symbol >= 0
        && Character.toLowerCase((char) symbol) == Character.toLowerCase(unit);
  }
}
