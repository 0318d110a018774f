package dev.keyturn.cli.command.help;

import dev.keyturn.domain.failure.FailureName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages about failures. */
public final class ErrorPages {

  private static final String LIST = "errors";

  private final Function<FailureName, String> markdown;

  /** Pages as {@code markdown} gives them. */
  public ErrorPages(Function<FailureName, String> markdown) {
    this.markdown = markdown;
  }

  /**
   * The page about {@code word}, which is the name of a failure, or one of AWS's error codes, or
   * {@code errors} for a list; null when it is none of these.
   */
  @Nullable String text(String word) {
    if (word.equals(LIST)) {
      return list("Failures by name. Run 'keyturn help NAME' for causes and what to type.", all());
    }
    List<ErrorPage> found = all().stream().filter(page -> isAbout(word, page)).toList();
    return switch (found.size()) {
      case 0 -> null;
      case 1 -> found.get(0).text();
      default -> list("AWS's error code " + word + " can mean one of these failures:", found);
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

  private static String list(String title, List<ErrorPage> pages) {
    Columns columns = new Columns(Columns.NARROW);
    pages.forEach(page -> columns.row(page.name().text(), page.meaning()));
    return title + "\n\n" + columns;
  }
}
