package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageLinksTest {

  private static final Path CHECKOUT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)\\s]*)\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(CHECKOUT);
        Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"))) {
      return Stream.concat(top, docs).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_of_a_page_leads_somewhere(Path page) throws IOException {
    assertThat(LINK.matcher(Files.readString(page)).results().map(found -> target(page, found)))
        .allSatisfy(PageLinksTest::leadsSomewhere);
  }

  private static String target(Path page, MatchResult found) {
    String link = found.group(1);
    return link.startsWith("#") ? page + link : page.resolveSibling(link).toString();
  }

  private static void leadsSomewhere(String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path page = Path.of(parts[0]);
    assertThat(page).exists();
    if (parts.length == 2) {
      assertThat(headings(page)).contains(parts[1]);
    }
  }

  /** The names of a page's headings, as GitHub makes them. */
  private static List<String> headings(Path page) throws IOException {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
          .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
          .toList();
    }
  }
}
