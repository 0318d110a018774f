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
  void the_file_that_an_endpoint_had_replaced_is_back_and_remembered() {
    Map<String, String> own =
        Map.of(
            "AWS_CONFIG_FILE", "/tmp/keyturn-42/config",
            "KEYTURN_ORIGINAL_AWS_CONFIG_FILE", "/home/alice/.aws/config");
    assertThat(CallerEnvironment.of(own))
        .containsEntry("AWS_CONFIG_FILE", "/home/alice/.aws/config")
        .containsKey("KEYTURN_ORIGINAL_AWS_CONFIG_FILE");
  }

  @Test
  void a_file_that_the_user_has_chosen_since_is_read() {
    Map<String, String> own =
        Map.of(
            "AWS_CONFIG_FILE", "/home/alice/other",
            "KEYTURN_ORIGINAL_AWS_CONFIG_FILE", "/home/alice/.aws/config");
    assertThat(CallerEnvironment.of(own)).isEqualTo(Map.of("AWS_CONFIG_FILE", "/home/alice/other"));
  }

  @Test
  void a_variable_that_nobody_puts_aside_is_not_replaced() {
    Map<String, String> own =
        Map.of("AWS_REGION", "us-east-1", "KEYTURN_ORIGINAL_AWS_REGION", "eu-west-1");
    assertThat(CallerEnvironment.of(own)).isEqualTo(own);
  }

  @Test
  void everything_else_stays() {
    Map<String, String> own = Map.of("HOME", "/home/alice", "LC_ALL", "C");
    assertThat(CallerEnvironment.of(own)).isEqualTo(own);
  }
}
