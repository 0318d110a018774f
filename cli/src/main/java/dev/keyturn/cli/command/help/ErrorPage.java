package dev.keyturn.cli.command.help;

import dev.keyturn.domain.failure.FailureName;
import java.util.Arrays;
import java.util.Locale;
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

  private static final Pattern AWS_MESSAGE = Pattern.compile("\"([^\"]+)\"");

  /** What it means: the first paragraph. */
  String meaning() {
    return MarkdownText.plain(markdown.split("\n\n", 3)[1]);
  }

  /** AWS's error codes that it covers. */
  Set<String> awsCodes() {
    return AWS_CODE
        .matcher(awsSays())
        .results()
        .map(code -> code.group(1))
        .collect(Collectors.toSet());
  }

  /** Whether {@code words}, in lower case, occur in one of AWS's messages for it. */
  boolean isSaid(String words) {
    return AWS_MESSAGE
        .matcher(awsSays().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .results()
        .map(message -> message.group(1))
        .anyMatch(message -> message.contains(words) || isMessage(message, words));
  }

  /** Whether {@code words} contain all of {@code message} except its dots. */
  private static boolean isMessage(String message, String words) {
    return Arrays.stream(message.split("[.]{3}", -1)).map(String::strip).allMatch(words::contains);
  }

  private String awsSays() {
    int start = markdown.indexOf(AWS_SAYS);
    return start < 0 ? "" : markdown.substring(start);
  }

  /** The page as text, in lines of at most {@code columns}. */
  String text(int columns) {
    return MarkdownText.of(markdown, columns);
  }
}
