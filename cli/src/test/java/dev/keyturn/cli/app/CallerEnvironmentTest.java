package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerEnvironmentTest {

  @Test
  void a_variable_that_the_launcher_changed_has_the_value_of_the_caller() {
    Map<String, String> own = Map.of("LC_ALL", "C.UTF-8", "KEYTURN_ORIGINAL_LC_ALL", "de_DE@euro");
    assertThat(CallerEnvironment.of(own)).isEqualTo(Map.of("LC_ALL", "de_DE@euro"));
  }

  @Test
  void a_variable_that_the_caller_did_not_set_is_not_set() {
    Map<String, String> own = Map.of("LC_ALL", "C.UTF-8", "KEYTURN_ORIGINAL_LC_ALL", "");
    assertThat(CallerEnvironment.of(own)).isEmpty();
  }

  @Test
  void a_variable_that_the_launcher_took_away_is_back() {
    Map<String, String> own = Map.of("KEYTURN_ORIGINAL__JAVA_OPTIONS", "-Xmx1g");
    assertThat(CallerEnvironment.of(own)).isEqualTo(Map.of("_JAVA_OPTIONS", "-Xmx1g"));
  }

  @Test
  void everything_else_stays() {
    Map<String, String> own = Map.of("HOME", "/home/alice", "LC_ALL", "C");
    assertThat(CallerEnvironment.of(own)).isEqualTo(own);
  }
}
