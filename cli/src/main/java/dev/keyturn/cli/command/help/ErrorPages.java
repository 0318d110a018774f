package dev.keyturn.cli.command.help;

import dev.keyturn.domain.failure.FailureName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages about failures. */
public final class ErrorPages {

  private static final String LIST = "errors";

  /** Fewer letters occur in too many messages. */
  private static final int SHORTEST = 10;

  /** As the AWS CLI prints them: {@code An error occurred (ExpiredToken) when calling …}. */
  private static final Pattern CODE = Pattern.compile("[(]([A-Za-z]+)[)]");

  private final Function<FailureName, String> markdown;

  /** Pages from {@code markdown}. */
  public ErrorPages(Function<FailureName, String> markdown) {
    this.markdown = markdown;
  }

  /**
   * The page about {@code word}: the name of a failure, one of AWS's error codes, or {@code errors}
   * for a list; null for any other word.
   */
  @Nullable String text(String word, int columns) {
    return word.equals(LIST)
        ? list(
            "Failures by name. Run 'keyturn help NAME' for causes and what to type.",
            all(),
            columns)
        : about(word, all().stream().filter(page -> isAbout(word, page)).toList(), columns);
  }

  /** The page about an AWS message that contains {@code words}, or is contained in them. */
  @Nullable String saying(String words, int columns) {
    String small = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    List<ErrorPage> found =
        small.length() < SHORTEST
            ? List.of()
            : all().stream().filter(page -> page.isSaid(small)).toList();
    Matcher code = CODE.matcher(words);
    return found.isEmpty() && code.find()
        ? text(code.group(1), columns)
        : about(words, found, columns);
  }

  private static @Nullable String about(String what, List<ErrorPage> found, int columns) {
    return switch (found.size()) {
      case 0 -> null;
      case 1 -> found.get(0).text(columns);
      default -> list("'" + what + "' can mean one of these failures:", found, columns);
    };
  }

  private static boolean isAbout(String word, ErrorPage page) {
    return page.name().text().equals(word) || page.awsCodes().contains(word);
  }

  private List<ErrorPage> all() {
    return Arrays.stream(FailureName.values())
        .map(name -> new ErrorPage(name, markdown.apply(name)))
        .toList();
  }

  private static String list(String title, List<ErrorPage> pages, int width) {
    Columns columns = new Columns(Columns.NARROW, width);
    pages.forEach(page -> columns.row(page.name().text(), page.meaning()));
    return title + "\n\n" + columns;
  }
}
