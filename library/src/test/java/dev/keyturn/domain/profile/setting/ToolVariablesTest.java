package dev.keyturn.domain.profile.setting;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.plan.CaBundle;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tool that gets the session of a profile gets of the profile's settings. */
class ToolVariablesTest {

  private static final String USER = "[user]\n" + KEYS;

  private static Map<String, String> variables(String config, Requests request) {
    return read(config, request).toolVariables();
  }

  private static SessionPlan read(String config, Requests request) {
    return plan(Configuration.of(config, USER), request.build());
  }

  @Test
  void a_profile_without_settings_has_no_variables() {
    assertThat(variables("", Requests.to("user"))).isEmpty();
  }

  @Test
  void region_ca_bundle_fips_and_dual_stack_are_variables() {
    String config =
        """
        [profile user]
        region = eu-west-1
        ca_bundle = /etc/proxy.pem
        use_fips_endpoint = true
        use_dualstack_endpoint = true
        """;
    assertThat(variables(config, Requests.to("user")))
        .containsExactly(
            Map.entry("AWS_REGION", "eu-west-1"),
            Map.entry("AWS_DEFAULT_REGION", "eu-west-1"),
            Map.entry("AWS_CA_BUNDLE", "/etc/proxy.pem"),
            Map.entry("AWS_USE_FIPS_ENDPOINT", "true"),
            Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "true"));
  }

  @Test
  void what_the_caller_has_set_is_left_alone_and_both_names_of_the_region_get_it() {
    String config = "[profile user]\nregion = eu-west-1\nca_bundle = /etc/proxy.pem\n";
    Requests request =
        Requests.to("user").with("AWS_DEFAULT_REGION", "us-west-2").with("AWS_CA_BUNDLE", "/own");
    assertThat(variables(config, request))
        .containsExactly(
            Map.entry("AWS_REGION", "us-west-2"), Map.entry("AWS_DEFAULT_REGION", "us-west-2"));
  }

  @Test
  void the_ca_bundle_of_a_source_profile_is_that_of_its_role() {
    String config =
        """
        [profile user]
        ca_bundle = /etc/proxy.pem
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = user
        """;
    SessionPlan plan = read(config, Requests.to("admin"));
    assertThat(plan.toolVariables()).containsExactly(Map.entry("AWS_CA_BUNDLE", "/etc/proxy.pem"));
    assertThat(plan.endpoints().caBundle()).isEqualTo(new CaBundle("/etc/proxy.pem", "/config:2"));
  }

  private static final String ENDPOINTS =
      """
      [profile user]
      endpoint_url = http://localhost:4566
      services = local
      [services local]
      s3 =
        endpoint_url = http://localhost:9000
      elastic_beanstalk =
        endpoint_url = http://localhost:9001
      dynamodb =
      """;

  @Test
  void endpoints_are_variables_of_their_services() {
    assertThat(variables(ENDPOINTS, Requests.to("user")))
        .containsExactly(
            Map.entry("AWS_ENDPOINT_URL_S3", "http://localhost:9000"),
            Map.entry("AWS_ENDPOINT_URL_ELASTIC_BEANSTALK", "http://localhost:9001"),
            Map.entry("AWS_ENDPOINT_URL", "http://localhost:4566"));
  }

  @Test
  void the_endpoint_that_the_caller_has_set_for_one_service_stays() {
    Requests request = Requests.to("user").with("AWS_ENDPOINT_URL_S3", "http://localhost:1");
    assertThat(variables(ENDPOINTS, request))
        .containsOnlyKeys("AWS_ENDPOINT_URL_ELASTIC_BEANSTALK", "AWS_ENDPOINT_URL");
  }

  /** An endpoint of one service would take precedence. */
  @Test
  void the_endpoint_that_the_caller_has_set_for_all_services_is_the_only_one() {
    Requests request = Requests.to("user").with("AWS_ENDPOINT_URL", "http://localhost:1");
    assertThat(variables(ENDPOINTS, request)).isEmpty();
  }

  @Test
  void endpoints_that_are_ignored_are_not_handed_on() {
    String config =
        ENDPOINTS.replace(
            "services = local\n", "services = local\nignore_configured_endpoint_urls = true\n");
    assertThat(variables(config, Requests.to("user")))
        .containsExactly(Map.entry("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"));
  }

  /** A tool that is given keys and no profile takes its settings from there. */
  @Test
  void endpoints_of_default_are_turned_off_for_the_session_of_another_profile() {
    String config = "[default]\nendpoint_url = http://localhost:4566\n";
    assertThat(variables(config, Requests.to("user")))
        .containsExactly(Map.entry("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"));
    assertThat(variables(config, Requests.to("user").with("AWS_ENDPOINT_URL_S3", "http://[::1]")))
        .isEmpty();
  }
}
