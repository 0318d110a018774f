package dev.keyturn.adapter.awsfile;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Files as people, tools and accidents write them. */
public final class GeneratedFiles extends DomainContextBase {

  /** Text of an AWS file that may have any mistake. */
  public record AnyText(String text) {}

  /** Text of an AWS file that has sections and properties in many forms and no mistake. */
  public record SoundText(String text) {}

  private static final Arbitrary<String> HEADERS =
      Arbitraries.of(
          "[default]",
          "[profile default]",
          "[profile a]",
          "[profile a]",
          "[ profile\tb ] # c",
          "[profile b];c",
          "[a]",
          "[b]",
          "[sso-session a]",
          "[services a]",
          "[profile a b]",
          "[profilea]",
          "[]",
          "[DEFAULT]");

  private static final Arbitrary<String> PROPERTIES =
      Arbitraries.of(
          "region = x",
          "region=y",
          "region  =  z  ",
          "output = json # c",
          "output = j;son",
          "output = json\t;",
          "a=b=c",
          "empty =",
          "empty = # c",
          "in valid = x",
          "name = \u00e9\uD83D\uDE02");

  private static final Arbitrary<String> BETWEEN =
      Arbitraries.of("", " \t", "# comment", ";region = x", "#[default]", "#");

  private static final Arbitrary<String> INDENTED =
      Arbitraries.of("  x = 1", "\tregion = 2", "    y=3 # c", " [default] = 4", " caf\u00e9 = 5");

  private static final Arbitrary<String> CONTINUED =
      Arbitraries.of("  more", " # more", "\t[default]", " x = 1", "  ; more ");

  private static final Arbitrary<String> MISTAKES =
      Arbitraries.of(
          "[profile a",
          "[default] x",
          "key : value",
          "= value",
          "key",
          " indented",
          " = x",
          "\uFEFF",
          "\u0000");

  private static final Arbitrary<String> LINE_ENDINGS = Arbitraries.of("\n", "\n", "\r\n", "\r");

  @Provide
  public Arbitrary<AnyText> anyText() {
    Arbitrary<String> line =
        Arbitraries.oneOf(HEADERS, PROPERTIES, PROPERTIES, BETWEEN, INDENTED, CONTINUED, MISTAKES);
    return file(line).map(AnyText::new);
  }

  @Provide
  public Arbitrary<SoundText> soundText() {
    Arbitrary<String> block =
        Combinators.combine(
                Arbitraries.of("s3 =", "S3=", "empty = # c"), INDENTED.list().ofMaxSize(3))
            .as(GeneratedFiles::lines);
    Arbitrary<String> continued =
        Combinators.combine(Arbitraries.of("b = 1", "region = x"), CONTINUED.list().ofMaxSize(2))
            .as(GeneratedFiles::lines);
    Arbitrary<String> body = Arbitraries.oneOf(PROPERTIES, BETWEEN, block, continued);
    Arbitrary<String> section =
        Combinators.combine(HEADERS, body.list().ofMaxSize(5)).as(GeneratedFiles::lines);
    Arbitrary<List<String>> sections = section.list().ofMaxSize(5);
    return Combinators.combine(BETWEEN, sections, LINE_ENDINGS, Arbitraries.of(true, false))
        .as((top, rest, ending, ended) ->
            new SoundText(
                (top + "\n" + String.join("\n", rest) + (ended ? "\n" : ""))
                    .replace("\n", ending)));
  }

  private static Arbitrary<String> file(Arbitrary<String> line) {
    Arbitrary<String> ended = Combinators.combine(line, LINE_ENDINGS).as(String::concat);
    return Combinators.combine(Arbitraries.of("", "", "\uFEFF"), ended.list().ofMaxSize(12), line)
        .as((start, lines, last) -> start + String.join("", lines) + last);
  }

  private static String lines(String first, List<String> rest) {
    return rest.isEmpty() ? first : first + "\n" + String.join("\n", rest);
  }
}
