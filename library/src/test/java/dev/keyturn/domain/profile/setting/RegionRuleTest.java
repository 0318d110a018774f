package dev.keyturn.domain.profile.setting;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.plan.SessionPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionRuleTest {

  private static final String USER = "[user]\n" + KEYS;

  private static final String ROLE =
      "[admin]\nrole_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = user\n";

  private static SessionPlan read(String config, String credentials, Requests request) {
    return plan(Configuration.of(config, credentials), request.build());
  }

  @Test
  void aws_region_comes_first_then_aws_default_region_then_the_profile() {
    String config = "[profile user]\nregion = eu-west-1\n";
    Requests both =
        Requests.to("user").with("AWS_REGION", "eu-west-2").with("AWS_DEFAULT_REGION", "eu-west-3");
    Requests fallback = Requests.to("user").with("AWS_DEFAULT_REGION", "eu-west-3");

    assertThat(read(config, USER, both).region()).isEqualTo("eu-west-2");
    assertThat(read(config, USER, fallback).region()).isEqualTo("eu-west-3");
    assertThat(read(config, USER, Requests.to("user")).region()).isEqualTo("eu-west-1");
  }

  @Test
  void what_keyturn_put_into_a_shell_for_another_profile_says_nothing_of_this_one() {
    String config = "[profile user]\nregion = eu-west-1\n";
    Requests shell =
        Requests.to("user")
            .with("KEYTURN_SET", "AWS_REGION=cn-north-1,AWS_DEFAULT_REGION=cn-north-1")
            .with("AWS_DEFAULT_REGION", "cn-north-1");

    assertThat(read(config, USER, shell.with("AWS_REGION", "cn-north-1")).region())
        .isEqualTo("eu-west-1");
    assertThat(read(config, USER, shell.with("AWS_REGION", "eu-west-2")).region())
        .isEqualTo("eu-west-2");
  }

  @Test
  void a_role_takes_its_own_before_that_of_its_source() {
    String source = "[profile user]\nregion = eu-west-1\n";
    String own = "[profile admin]\nregion = eu-west-2\n";

    assertThat(read(source + own, USER + ROLE, Requests.to("admin")).region())
        .isEqualTo("eu-west-2");
    assertThat(read(source, USER + ROLE, Requests.to("admin")).region()).isEqualTo("eu-west-1");
  }

  @Test
  void a_suffix_layout_takes_that_of_its_long_term_section() {
    String credentials = "[user-long-term]\n" + KEYS + "region = eu-west-1\n";

    assertThat(read("", credentials, Requests.to("user")).region()).isEqualTo("eu-west-1");
  }

  @Test
  void nobody_says_one_then_it_is_us_east_1() {
    SessionPlan plan = read("", USER, Requests.to("user"));

    assertThat(plan.region()).isEqualTo("us-east-1");
    assertThat(valuesOf(plan, "region")).containsExactly("us-east-1 @ default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example/",
        "us east",
        "-us",
        "us-",
        "us-east-1.evil.example",
        "us_east_1",
        "ü",
        "us-east-1\\n",
        "a123456789012345678901234567890123456789012345678901234567890123"
      })
  void what_could_lead_to_another_host_is_refused(String region) {
    Failures.badProfile(
        () -> read("", USER, Requests.to("user").with("AWS_REGION", region)),
        "is not the name of a region (AWS_REGION)");
  }
}
