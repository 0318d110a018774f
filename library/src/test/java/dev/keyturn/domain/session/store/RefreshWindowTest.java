package dev.keyturn.domain.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshWindowTest {

  private static RefreshWindow of(String value) {
    return RefreshWindow.of(Map.of("KEYTURN_RENEW_WITHIN", value));
  }

  @Test
  void nobody_wants_anything_else() {
    assertThat(RefreshWindow.of(Map.of())).isEqualTo(RefreshWindow.DEFAULT);
    assertThat(of(" ")).isEqualTo(RefreshWindow.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45m | PT45M | PT5M | PT1M",
        "45m,10m | PT45M | PT10M | PT1M",
        "1h30m, 10m, 90 | PT90M | PT10M | PT90S",
      })
  void one_to_three_durations_say_it(
      String value, Duration silent, Duration ahead, Duration least) {
    assertThat(of(value)).isEqualTo(new RefreshWindow(silent, ahead, least));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "20m,", "20m,5m,1m,1s", "0", "-5m", "20m 5m"})
  void anything_else_is_refused_with_the_name_of_the_variable(String value) {
    assertThatThrownBy(() -> of(value))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Usage.class))
        .hasMessageContaining("KEYTURN_RENEW_WITHIN is '" + value + "'");
  }
}
