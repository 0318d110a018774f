package dev.keyturn.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SetVariablesTest {

  /** What no shell, {@code .env} file and {@code docker --env-file} reads in another way. */
  private static final String PLAIN = "[A-Za-z0-9_=,./:@+%-]*";

  @Property(tries = 300)
  void a_setting_is_known_again_whatever_its_value_is(@ForAll String value) {
    Map<String, String> set = Map.of("AWS_CA_BUNDLE", value, "AWS_ENDPOINT_URL_S3", "http://[::1]");
    String record = SetVariables.record(set);
    Map<String, String> environment = new HashMap<>(set);
    environment.put("KEYTURN_SET", record);
    assertThat(record).matches(PLAIN);
    assertThat(SetVariables.in(environment).settings())
        .containsExactlyInAnyOrder("AWS_CA_BUNDLE", "AWS_ENDPOINT_URL_S3");
    assertThat(SetVariables.without(environment)).containsOnlyKeys("KEYTURN_SET");
  }

  @Property(tries = 300)
  void any_other_text_in_its_place_takes_nothing_away(@ForAll String record) {
    Map<String, String> environment = Map.of("KEYTURN_SET", record, "AWS_REGION", "eu-west-1");
    assertThat(SetVariables.without(environment)).isEqualTo(environment);
  }

  @Test
  void variables_that_are_not_profile_settings_are_never_removed() {
    Map<String, String> environment =
        Map.of(
            "KEYTURN_SET",
            "PATH=/bin,AWS_ACCESS_KEY_ID=ASIA",
            "PATH",
            "/bin",
            "AWS_ACCESS_KEY_ID",
            "ASIA");
    assertThat(SetVariables.without(environment)).isEqualTo(environment);
    assertThat(SetVariables.in(environment).hasCredentials()).isTrue();
  }

  @Test
  void keys_that_the_caller_has_set_since_are_the_callers() {
    Map<String, String> environment =
        Map.of("KEYTURN_SET", "AWS_ACCESS_KEY_ID=ASIA", "AWS_ACCESS_KEY_ID", "AKIA");
    assertThat(SetVariables.in(environment).hasCredentials()).isFalse();
  }
}
