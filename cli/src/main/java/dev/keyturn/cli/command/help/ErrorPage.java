package dev.keyturn.cli.command.help;

import dev.keyturn.domain.failure.FailureName;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page about a failure: what it means, its causes, and what to type.
 *
 * @param name the failure
 * @param markdown the page
 */
record ErrorPage(FailureName name, String markdown) {

  private static final String AWS_SAYS = "\n## What AWS says\n";
  private static final Pattern AWS_CODE = Pattern.compile("`([A-Z][A-Za-z]+)`");

  /** What it means: the first paragraph. */
  String meaning() {
    return MarkdownText.plain(markdown.split("\n\n", 3)[1]);
  }

  /** AWS's error codes that it is about. */
  Set<String> awsCodes() {
    int start = markdown.indexOf(AWS_SAYS);
    return start < 0
        ? Set.of()
        : AWS_CODE
            .matcher(markdown.substring(start))
            .results()
            .map(code -> code.group(1))
            .collect(Collectors.toSet());
  }

  /** The page for the screen. */
  String text() {
    return MarkdownText.of(markdown);
  }
}
