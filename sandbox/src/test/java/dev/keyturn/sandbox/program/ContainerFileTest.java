package dev.keyturn.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The container file starts the program as the documentation says; no container engine is needed.
 */
class ContainerFileTest {
  private final String file = read("../packaging/docker/sandbox.Dockerfile");

  @Test
  void its_options_open_the_exposed_port_to_other_containers() throws UsageException {
    Options options = Options.parse(arguments());
    assertThat(options.place().address().isAnyLocalAddress()).isTrue();
    assertThat(options.place().port()).isEqualTo(exposed());
    assertThat(options.json()).isTrue();
  }

  @Test
  void options_after_the_image_name_replace_how_it_says_that_it_is_ready_and_nothing_else()
      throws UsageException {
    List<String> given = words("ENTRYPOINT");
    given.addAll(List.of("--session-seconds", "60"));
    Options options = Options.parse(given.subList(1, given.size()));
    assertThat(options.sessionSeconds()).isEqualTo(60);
    assertThat(options.place().port()).isEqualTo(exposed());
  }

  @Test
  void its_health_is_asked_for_at_the_exposed_port() {
    assertThat(
            Pattern.compile(
                    "^HEALTHCHECK .*/dev/tcp/127\\.0\\.0\\.1/([0-9]+)\"]$", Pattern.MULTILINE)
                .matcher(file)
                .results())
        .singleElement()
        .extracting(found -> Integer.valueOf(found.group(1)))
        .isEqualTo(exposed());
  }

  @Test
  void every_line_of_the_documentation_that_runs_it_publishes_the_exposed_port() {
    String page = read("../docs/sandbox.md");
    assertThat(
            Pattern.compile("docker run.*-p 127\\.0\\.0\\.1:[0-9]+:([0-9]+).* keyturn-sandbox")
                .matcher(page)
                .results()
                .map(found -> Integer.valueOf(found.group(1))))
        .isNotEmpty()
        .containsOnly(exposed());
  }

  private List<String> arguments() {
    List<String> all = words("ENTRYPOINT");
    all.addAll(words("CMD"));
    return all.subList(1, all.size());
  }

  private int exposed() {
    return Integer.parseInt(instruction("EXPOSE"));
  }

  private List<String> words(String instruction) {
    List<String> words = new ArrayList<>();
    for (Json word : ((Json.Arr) Json.parse(instruction(instruction))).items()) {
      words.add(((Json.Str) word).value());
    }
    return words;
  }

  private String instruction(String name) {
    MatchResult found =
        Pattern.compile("^" + name + " (.*)$", Pattern.MULTILINE)
            .matcher(file)
            .results()
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(found.group(1));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
