package dev.keyturn.cli.command.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The reader of plain lines takes each line as the one that reads every line does. */
class ReadersTest {

  private static final Flag FORCE = Option.flag("-f, --force", "");
  private static final Flag ALL = Option.flag("--all", "");
  private static final ValueOption<String> FILE = Option.file("-o, --file", "");
  private static final RepeatedOption<String> TAG = Option.texts("-t, --tag", "TAG", "");
  private static final Argument<String> WORDS = Argument.any(Value.text("WORD"), "");
  private static final Argument<String> COMMAND = Argument.command("");

  private static final Syntax WITHOUT_COMMAND = Syntax.of(FORCE, ALL, FILE, TAG).taking(WORDS);
  private static final Syntax WITH_COMMAND = WITHOUT_COMMAND.taking(COMMAND);

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> options =
        Arbitraries.of("-f", "--force", "--all", "-o", "--file", "-t", "--tag", "--debug");
    Arbitrary<String> odd =
        Arbitraries.of(
            "--file=x",
            "--file=",
            "-ox",
            "-fo",
            "-ft",
            "--fil",
            "-x",
            "-",
            "--",
            "",
            "@x",
            "--tag=a=b",
            "'x'",
            "\"x y\"",
            "a,b",
            "-1",
            "${x}",
            "--help",
            "-h",
            "--no-color");
    Arbitrary<String> words = Arbitraries.of("x", "dev", "two words", "ä", "=", "a=b", "123456");
    return Arbitraries.frequencyOf(Tuple.of(5, options), Tuple.of(5, words), Tuple.of(1, odd))
        .list()
        .ofMaxSize(7);
  }

  @Property(tries = 3000)
  void a_plain_line_means_the_same_to_both(
      @ForAll("lines") List<String> words, @ForAll boolean withCommand) {
    Syntax syntax = withCommand ? WITH_COMMAND : WITHOUT_COMMAND;
    Line plain = PlainReader.read(syntax, words);
    Assume.that(plain != null);
    assertThat(plain).isEqualTo(read(syntax, words));
  }

  private static Line read(Syntax syntax, List<String> words) {
    return PicocliReader.read(syntax, new TypedCommand("test", syntax, words));
  }

  @Example
  void lines_as_scripts_type_them_are_plain() {
    assertThat(PlainReader.read(WITH_COMMAND, List.of("dev", "--", "aws", "--debug", "")))
        .isNotNull();
    assertThat(PlainReader.read(WITHOUT_COMMAND, List.of("dev", "--all", "-o", "x"))).isNotNull();
    assertThat(PlainReader.read(WITHOUT_COMMAND, List.of())).isNotNull();
  }
}
