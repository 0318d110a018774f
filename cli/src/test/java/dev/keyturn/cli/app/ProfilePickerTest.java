package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.command.profile.ProfilePicker;
import dev.keyturn.domain.failure.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfilePickerTest {

  private static final List<String> FEW = List.of("acme-dev", "acme-prod", "home", "2");

  private static final List<String> NINETY =
      Stream.concat(
              IntStream.range(0, 45).mapToObj(i -> "dev-" + i),
              IntStream.range(0, 45).mapToObj(i -> "prod-" + i))
          .toList();

  private final HeldClock clock = new HeldClock(Instant.EPOCH);
  private List<String> screen = List.of();

  private String picked(List<String> names, String... typed) {
    ScriptedTerminal terminal = new ScriptedTerminal(List.of(typed), clock);
    try {
      return new ProfilePicker(terminal, false).pick(names);
    } finally {
      screen = terminal.screen();
    }
  }

  @Test
  void a_number_a_name_or_a_part_of_one_name_chooses() {
    assertThat(picked(FEW, "1")).isEqualTo("acme-dev");
    assertThat(picked(FEW, "home")).isEqualTo("home");
    assertThat(picked(FEW, "PROD")).isEqualTo("acme-prod");
  }

  @Test
  void a_name_that_is_a_number_is_the_name() {
    assertThat(picked(FEW, "2")).isEqualTo("2");
  }

  @Test
  void a_part_of_several_names_leaves_these_to_choose_from() {
    assertThat(picked(FEW, "acme", "2")).isEqualTo("2");
    assertThat(picked(FEW, "acme", "1")).isEqualTo("acme-dev");
    assertThat(picked(NINETY, "prod", "2")).isEqualTo("prod-1");
  }

  @Test
  void what_is_in_no_name_is_said_and_asked_for_again() {
    assertThat(picked(FEW, "nowhere", "4x", "home")).isEqualTo("home");
    assertThat(screen).anyMatch(line -> line.contains("no profile has 'nowhere' in its name"));
  }

  @Test
  void Enter_shows_all_again() {
    assertThat(picked(FEW, "acme", "", "3")).isEqualTo("home");
  }

  @Test
  void ninety_profiles_fit_a_window() {
    assertThat(picked(NINETY, "prod-44")).isEqualTo("prod-44");
    assertThat(screen).hasSizeLessThan(20).anyMatch(line -> line.contains("and 75 more"));
  }

  @Test
  void Ctrl_C_ends_it() {
    assertThatThrownBy(() -> picked(FEW, "^C")).isInstanceOf(FailureException.class);
  }
}
