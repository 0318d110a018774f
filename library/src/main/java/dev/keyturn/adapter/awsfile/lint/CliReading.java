package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.lint.CliLine.Kind;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.text.CommandWords;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads line by line as Python's {@code configparser} does, and names profiles as botocore does:
 *
 * <pre>
 * Line         = Blank* | Blank* Comment | Continuation | Blank* Header | Blank* Option
 * Comment      = ("#" | ";") anything
 * Continuation = a line that is indented deeper than the option above
 * Header       = "[" Text "]" anything, Text as long as possible
 * Option       = [Key] Blank* ("=" | ":") Blank* [Value]
 * Blank        = any white space of Unicode
 * </pre>
 *
 * An option's value that begins on the next line is a nested block, each line with a {@code =}. Not
 * thread-safe.
 *
 * @see <a href="https://docs.python.org/3/library/configparser.html">configparser</a>
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/configloader.py">{@code
 *     configloader}</a>
 */
final class CliReading {

  private boolean inSection;
  private boolean inOption;
  private boolean inBlock;
  private int indent;

  /** The next line, without its ending. */
  CliLine next(String line) {
    int start = firstLetter(line);
    if (start == line.length()) {
      return inOption ? CliLine.BLANK_IN_VALUE : CliLine.NOTHING;
    }
    if (line.charAt(start) == '#' || line.charAt(start) == ';') {
      return CliLine.NOTHING;
    }
    String text = trim(line);
    if (inOption && start > indent) {
      boolean broken = inBlock && !isBlockOfPairs(text);
      return broken ? CliLine.BROKEN : new CliLine(Kind.CONTINUATION, "", text);
    }
    indent = start;
    inOption = false;
    return isHeader(text) ? header(text) : option(text);
  }

  /** In a block each line needs a {@code =}, and Python knows more line endings there. */
  static boolean isBlockOfPairs(String text) {
    int start = 0;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || isLineEndInBlock(text.charAt(end))) {
        String line = trim(text.substring(start, end));
        if (!line.isEmpty() && line.indexOf('=') < 0) {
          return false;
        }
        start = end + 1;
      }
    }
    return true;
  }

  /** As Python's {@code str.splitlines}. */
  static boolean isLineEndInBlock(char letter) {
    return (letter >= '\n' && letter <= '\r')
        || (letter >= '\u001c' && letter <= '\u001e')
        || letter == '\u0085'
        || letter == '\u2028'
        || letter == '\u2029';
  }

  private static boolean isHeader(String text) {
    return text.charAt(0) == '[' && text.lastIndexOf(']') > 1;
  }

  private CliLine header(String text) {
    inSection = true;
    return new CliLine(Kind.HEADER, "", text.substring(1, text.lastIndexOf(']')));
  }

  private CliLine option(String text) {
    int sign = firstOf(text, '=', ':');
    if (!inSection || sign <= 0) {
      return CliLine.BROKEN;
    }
    String value = trim(text.substring(sign + 1));
    inOption = true;
    inBlock = value.isEmpty();
    return new CliLine(Kind.OPTION, trim(text.substring(0, sign)).toLowerCase(Locale.ROOT), value);
  }

  private static int firstOf(String text, char one, char other) {
    int first = text.indexOf(one);
    int second = text.indexOf(other);
    return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
  }

  /**
   * The section that a header begins, as {@code TYPE NAME}.
   *
   * @param text what {@link #next} says of the header
   * @return null for a section that is not a profile, a single sign-on session or a services
   *     section
   */
  static @Nullable String section(FileKind kind, String text) {
    if (kind == FileKind.CREDENTIALS || text.equals("default")) {
      return "profile " + text;
    }
    for (String type : List.of("profile", "sso-session", "services")) {
      if (text.startsWith(type)) {
        String name = secondOfTwo(text);
        return name == null ? null : type + " " + name;
      }
    }
    return null;
  }

  private static @Nullable String secondOfTwo(String text) {
    try {
      List<String> words = CommandWords.split(text, false);
      return words.size() == 2 ? words.get(1) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String trim(String text) {
    int to = text.length();
    while (to > 0 && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(Math.min(firstLetter(text), to), to);
  }

  private static int firstLetter(String text) {
    int index = 0;
    while (index < text.length() && isSpace(text.charAt(index))) {
      index++;
    }
    return index;
  }

  /** As Python's {@code str.isspace}. */
  static boolean isSpace(char letter) {
    return letter < '\u0080'
        ? (letter >= '\t' && letter <= '\r') || (letter >= '\u001c' && letter <= ' ')
        : letter == '\u0085' || Character.isSpaceChar(letter);
  }
}
