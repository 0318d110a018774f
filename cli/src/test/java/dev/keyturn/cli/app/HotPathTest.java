package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.domain.failure.FailureException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that are understood by hand mean what the parser takes them for. */
class HotPathTest {

  /** Changes nothing, and is not among what is understood by hand. */
  private static final String LEFT_TO_THE_PARSER = "--no-color";

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void two_profiles_with_a_session() {
    String session =
        """
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = secretEXAMPLE
        aws_session_token = tokenEXAMPLE
        expiration = 2026-11-21 14:00:00
        """;
    String keys =
        """
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """;
    String credentials =
        "[default-long-term]\n" + keys + "[account1-long-term]\n" + keys + "[account1]\n" + session;
    home =
        StoryHome.create(folder.resolve("home"), Map.of(".aws/credentials", credentials)).folder();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status --check",
        "status --short",
        "status account1 --check",
        "status --check account1",
        "status account1 --short",
        "status --short account1",
        "status acount1 --short",
        "status no-such-thing --check",
        "credential-process",
        "credential-process account1",
        "credential-process acount1",
        "env",
        "env account1",
        "env account1 --format fish",
        "env --format json",
        "env acount1",
        "env account1 --format csh",
        "config get profile.account1.region",
        "config get account1.region",
        "config get aws_access_key_id",
        "config set profile.account1.region eu-central-1",
        "config set region eu-central-1",
        "config set profile.account1.s3.addressing_style path",
        "config set profile.account1.bad=key value",
        "config set profile.account1.note @/etc/hosts",
        "config unset profile.account1.region",
        "config unset profile.account1.output",
      })
  void a_plain_line_is_understood_by_hand_as_by_the_parser(String line) {
    List<String> words = List.of(line.split(" "));
    List<String> parsed = new ArrayList<>(words);
    parsed.add(LEFT_TO_THE_PARSER);
    assertThat(isPlain(words)).isTrue();
    assertThat(isPlain(parsed)).isFalse();
    for (String profile : List.of("", "account1", "acount1")) {
      assertThat(run(words, profile)).isEqualTo(run(parsed, profile));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "status account1",
        "status --check --short",
        "status --check --check",
        "status --check --min-remaining 2h",
        "status --check one two",
        "status --check -p account1",
        "status --check --output json",
        "status --check --help",
        "credential-process --help",
        "credential-process account1 --min-remaining 2h",
        "credential-process one two",
        "credential-process -p account1",
        "env --unset",
        "env account1 --format",
        "env account1 --format sh --format fish",
        "env account1 --file .env",
        "exec account1",
        "exec account1 true",
        "exec --debug -- true",
        "exec account1 --",
        "exec account1 -- -c",
        "config get",
        "config set region",
        "config set region -",
        "config get --output json region",
        "config get -p account1 region",
        "config set --section default region eu-central-1",
        "config get --help",
        "config dump",
        "config where",
        "config",
        "login account1",
        "--debug status --check",
      })
  void anything_unusual_is_left_to_the_parser(String line) {
    assertThat(isPlain(List.of(line.split(" ")))).isFalse();
  }

  /** Whether it is understood by hand, whatever comes of it. */
  private boolean isPlain(List<String> words) {
    try {
      return HotPath.run(words, new App(host()), Map.of("AWS_PROFILE", "account1")) != null;
    } catch (FailureException e) {
      return true;
    }
  }

  private Host host() {
    HeldClock clock = new HeldClock(NOON);
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new InsideTheTest(clock)
        .host(
            call(List.of(), "account1"),
            new StandardStreams(nowhere, nowhere),
            new ScriptedTerminal(List.of(), clock));
  }

  private Outcome run(List<String> words, String profile) {
    return new InsideTheTest(new HeldClock(NOON)).run(call(words, profile));
  }

  private Invocation call(List<String> words, String profile) {
    return new Invocation(words, Map.of("AWS_PROFILE", profile), home, "", List.of(), false);
  }
}
