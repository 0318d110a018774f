package dev.keyturn.domain.profile.setting;

import static dev.keyturn.domain.profile.Plans.KEYS;
import static dev.keyturn.domain.profile.Plans.plan;
import static dev.keyturn.domain.profile.Plans.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Failures;
import dev.keyturn.domain.profile.Requests;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of botocore's endpoint rule sets for STS and IAM, and of its endpoint configuration. */
class EndpointRulesTest {

  private static SessionPlan dev(String settings, Requests request) {
    return plan(Configuration.of("[profile dev]\n" + settings, "[dev]\n" + KEYS), request.build());
  }

  private static Endpoints endpoints(String settings, Requests request) {
    return dev(settings, request).endpoints();
  }

  private static Endpoints in(String region, boolean fips, boolean dualStack) {
    return endpoints(
        "region = %s\nuse_fips_endpoint = %s\nuse_dualstack_endpoint = %s\n"
            .formatted(region, fips, dualStack),
        Requests.to("dev"));
  }

  private static String s3(String settings, Requests request) {
    return new SessionPlanner()
        .s3Endpoint(
            Configuration.of("[profile dev]\n" + settings, "[dev]\n" + KEYS), request.build())
        .toString();
  }

  @Nested
  class Hosts_of_aws {

    @ParameterizedTest
    @CsvSource({
      "'',           'region = eu-west-1', us-east-1.amazonaws.com",
      "[profile dev],'region = cn-north-1', cn-north-1.amazonaws.com.cn",
      "[dev],        'region = eu-west-1', eu-west-1.amazonaws.com"
    })
    void a_key_that_no_file_has_yet_is_tried_where_its_profile_would_use_it(
        String header, String setting, String host) {
      String config = header.isEmpty() ? "" : header + "\n" + setting;
      Endpoints endpoints =
          new SessionPlanner()
              .endpoints(
                  Configuration.of(config, ""),
                  Requests.to("dev").build(),
                  new AccessKey("AKIAIOSFODNN7EXAMPLE", Secret.of("secret")));
      assertThat(endpoints.sts()).hasToString("https://sts." + host);
    }

    @ParameterizedTest
    @CsvSource({
      "eu-west-1,      false, false, s3.eu-west-1.amazonaws.com",
      "us-east-1,      true,  false, s3-fips.us-east-1.amazonaws.com",
      "us-east-1,      false, true,  s3.dualstack.us-east-1.amazonaws.com",
      "us-east-1,      true,  true,  s3-fips.dualstack.us-east-1.amazonaws.com",
      "cn-north-1,     false, false, s3.cn-north-1.amazonaws.com.cn",
      "eusc-de-east-1, false, false, s3.eusc-de-east-1.amazonaws.eu"
    })
    void s3(String region, boolean fips, boolean dualStack, String host) {
      String settings =
          "region = %s\nuse_fips_endpoint = %s\nuse_dualstack_endpoint = %s\n"
              .formatted(region, fips, dualStack);
      assertThat(EndpointRulesTest.s3(settings, Requests.to("dev"))).isEqualTo("https://" + host);
    }

    @ParameterizedTest
    @CsvSource({
      "us-east-1,       false, false, sts.us-east-1.amazonaws.com",
      "eu-west-1,       false, false, sts.eu-west-1.amazonaws.com",
      "xx-new-9,        false, false, sts.xx-new-9.amazonaws.com",
      "us-east-1,       true,  false, sts-fips.us-east-1.amazonaws.com",
      "us-east-1,       false, true,  sts.us-east-1.api.aws",
      "us-east-1,       true,  true,  sts-fips.us-east-1.api.aws",
      "cn-north-1,      false, false, sts.cn-north-1.amazonaws.com.cn",
      "cn-northwest-1,  true,  false, sts-fips.cn-northwest-1.amazonaws.com.cn",
      "cn-north-1,      false, true,  sts.cn-north-1.api.amazonwebservices.com.cn",
      "us-gov-west-1,   false, false, sts.us-gov-west-1.amazonaws.com",
      "us-gov-west-1,   true,  false, sts.us-gov-west-1.amazonaws.com",
      "us-gov-east-1,   true,  true,  sts-fips.us-gov-east-1.api.aws",
      "us-iso-east-1,   false, false, sts.us-iso-east-1.c2s.ic.gov",
      "us-isob-east-1,  true,  false, sts-fips.us-isob-east-1.sc2s.sgov.gov",
      "eu-isoe-west-1,  false, false, sts.eu-isoe-west-1.cloud.adc-e.uk",
      "us-isof-south-1, false, false, sts.us-isof-south-1.csp.hci.ic.gov",
      "eusc-de-east-1,  false, false, sts.eusc-de-east-1.amazonaws.eu"
    })
    void sts(String region, boolean fips, boolean dualStack, String host) {
      Endpoints endpoints = in(region, fips, dualStack);

      assertThat(endpoints.sts()).hasToString("https://" + host);
      assertThat(endpoints.stsSigningRegion()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
      "eu-west-1,       false, false, us-east-1,       iam.amazonaws.com",
      "us-east-1,       true,  false, us-east-1,       iam-fips.amazonaws.com",
      "us-east-1,       false, true,  us-east-1,       iam.global.api.aws",
      "us-east-1,       true,  true,  us-east-1,       iam-fips.global.api.aws",
      "cn-northwest-1,  false, false, cn-north-1,      iam.cn-north-1.amazonaws.com.cn",
      "cn-north-1,      false, true,  cn-north-1,      iam.global.api.amazonwebservices.com.cn",
      "cn-north-1,      true,  false, cn-north-1,      iam-fips.amazonaws.com.cn",
      "us-gov-east-1,   false, false, us-gov-west-1,   iam.us-gov.amazonaws.com",
      "us-gov-east-1,   true,  false, us-gov-west-1,   iam.us-gov.amazonaws.com",
      "us-gov-east-1,   true,  true,  us-gov-west-1,   iam.us-gov.api.aws",
      "us-iso-west-1,   false, false, us-iso-east-1,   iam.us-iso-east-1.c2s.ic.gov",
      "us-iso-west-1,   true,  false, us-iso-east-1,   iam-fips.us-iso-east-1.c2s.ic.gov",
      "us-isob-east-1,  true,  false, us-isob-east-1,  iam-fips.us-isob-east-1.sc2s.sgov.gov",
      "us-isob-east-1,  false, true,  us-isob-east-1,  iam.api.aws.scloud",
      "eu-isoe-west-1,  false, false, eu-isoe-west-1,  iam.eu-isoe-west-1.cloud.adc-e.uk",
      "us-isof-south-1, false, false, us-isof-south-1, iam.us-isof-south-1.csp.hci.ic.gov",
      "eusc-de-east-1,  false, false, eusc-de-east-1,  iam.eusc-de-east-1.amazonaws.eu"
    })
    void iam(String region, boolean fips, boolean dualStack, String signedFor, String host) {
      Endpoints endpoints = in(region, fips, dualStack);

      assertThat(endpoints.iam()).hasToString("https://" + host);
      assertThat(endpoints.iamSigningRegion()).isEqualTo(signedFor);
    }

    @ParameterizedTest
    @CsvSource({
      "us-east-1, aws",
      "cn-north-1, aws-cn",
      "us-gov-west-1, aws-us-gov",
      "us-iso-east-1, aws-iso",
      "us-isob-east-1, aws-iso-b",
      "eu-isoe-west-1, aws-iso-e",
      "us-isof-south-1, aws-iso-f",
      "eusc-de-east-1, aws-eusc",
      "aws-cn-global, aws-cn",
      "mars-north-1, aws"
    })
    void a_region_belongs_to_a_partition(String region, String partition) {
      assertThat(dev("region = " + region, Requests.to("dev")).partition()).isEqualTo(partition);
    }

    @Test
    void the_environment_switches_fips_and_dual_stack_before_the_profile() {
      Requests request =
          Requests.to("dev")
              .with("AWS_USE_FIPS_ENDPOINT", "TRUE")
              .with("AWS_USE_DUALSTACK_ENDPOINT", "no");

      assertThat(endpoints("use_dualstack_endpoint = true\n", request).sts())
          .hasToString("https://sts-fips.us-east-1.amazonaws.com");
    }
  }

  @Nested
  class Regional_or_global {

    @Test
    void regional_is_the_default() {
      assertThat(in("us-west-2", false, false).sts())
          .hasToString("https://sts.us-west-2.amazonaws.com");
    }

    @Test
    void legacy_sends_the_old_regions_to_the_global_endpoint_signed_for_us_east_1() {
      Endpoints endpoints =
          endpoints("region = eu-west-3\nsts_regional_endpoints = legacy\n", Requests.to("dev"));

      assertThat(endpoints.sts()).hasToString("https://sts.amazonaws.com");
      assertThat(endpoints.stsSigningRegion()).isEqualTo("us-east-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ap-east-1", "cn-north-1", "us-gov-west-1"})
    void legacy_changes_nothing_for_newer_regions_and_other_partitions(String region) {
      Endpoints endpoints =
          endpoints(
              "region = " + region + "\nsts_regional_endpoints = legacy\n", Requests.to("dev"));

      assertThat(endpoints.sts().getHost()).startsWith("sts." + region + ".");
      assertThat(endpoints.stsSigningRegion()).isEqualTo(region);
    }

    @Test
    void legacy_gives_way_to_fips() {
      String settings = "sts_regional_endpoints = legacy\nuse_fips_endpoint = true\n";

      assertThat(endpoints(settings, Requests.to("dev")).sts())
          .hasToString("https://sts-fips.us-east-1.amazonaws.com");
    }

    @Test
    void the_variable_comes_before_the_profile() {
      Requests request = Requests.to("dev").with("AWS_STS_REGIONAL_ENDPOINTS", "regional");

      assertThat(endpoints("sts_regional_endpoints = legacy\n", request).sts())
          .hasToString("https://sts.us-east-1.amazonaws.com");
    }

    @Test
    void another_word_is_refused() {
      Failures.badProfile(
          () -> dev("sts_regional_endpoints = global\n", Requests.to("dev")),
          "sts_regional_endpoints is legacy or regional, not 'global'",
          "/config:2");
    }

    @Test
    void the_region_aws_global_is_the_global_endpoint() {
      Endpoints endpoints = in("aws-global", false, false);

      assertThat(endpoints.sts()).hasToString("https://sts.amazonaws.com");
      assertThat(endpoints.stsSigningRegion()).isEqualTo("us-east-1");
    }
  }

  @Nested
  class Configured {

    private static final String SERVICES =
        """
        services = local
        endpoint_url = https://profile.example
        [services local]
        sts =
          endpoint_url = https://services.example
        """;

    @Test
    void the_variable_of_the_service_comes_first() {
      Requests request =
          Requests.to("dev")
              .with("AWS_ENDPOINT_URL_STS", "https://sts.example")
              .with("AWS_ENDPOINT_URL_IAM", "https://iam.example")
              .with("AWS_ENDPOINT_URL", "https://all.example");

      Endpoints endpoints = endpoints(SERVICES, request);

      assertThat(endpoints.sts()).hasToString("https://sts.example");
      assertThat(endpoints.iam()).hasToString("https://iam.example");
    }

    @Test
    void an_endpoint_of_s3_is_looked_at_only_where_s3_is_called() {
      Requests request =
          Requests.to("dev").with("AWS_ENDPOINT_URL_S3", "http://minio.example:9000");

      assertThat(endpoints("region = eu-west-1\n", request).sts())
          .hasToString("https://sts.eu-west-1.amazonaws.com");
      assertThatExceptionOfType(FailureException.class)
          .isThrownBy(() -> EndpointRulesTest.s3("region = eu-west-1\n", request));
      assertThat(
              EndpointRulesTest.s3(
                  "region = eu-west-1\n",
                  Requests.to("dev").with("AWS_ENDPOINT_URL_S3", "https://s3.example")))
          .isEqualTo("https://s3.example");
    }

    @Test
    void then_the_variable_of_all_services() {
      Requests request = Requests.to("dev").with("AWS_ENDPOINT_URL", "https://all.example");

      assertThat(endpoints(SERVICES, request).sts()).hasToString("https://all.example");
    }

    @Test
    void then_the_services_section_then_the_profile() {
      SessionPlan plan = dev(SERVICES, Requests.to("dev"));

      assertThat(plan.endpoints().sts()).hasToString("https://services.example");
      assertThat(plan.endpoints().iam()).hasToString("https://profile.example");
      assertThat(valuesOf(plan, "endpoint_url"))
          .containsExactly(
              "https://services.example @ /config:6", "https://profile.example @ /config:3");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "sts =\nendpoint_url = http://localhost:1",
          "endpoint_url = http://localhost:1",
          "sts = endpoint_url = http://localhost:1",
          "sts = http://localhost:1",
          "sts =\n  endpont_url = http://localhost:1",
          "stss =\n  endpoint_url = http://localhost:1",
        })
    void a_services_section_that_names_no_endpoint_by_mistake_is_refused_with_its_line(
        String lines) {
      Failures.badProfile(
          () -> dev("services = local\n[services local]\n" + lines, Requests.to("dev")),
          "[services local]: ",
          lines.startsWith("sts =\n") ? "(/config:5)" : "(/config:4)");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "sts =",
          "ses =\n  endpoint_url = http://localhost:1",
          "s3 =\n  endpoint_url = http://localhost:1",
          "sts =\n  other = http://localhost:1",
        })
    void a_services_section_of_other_services_leaves_the_endpoint_to_AWS(String lines) {
      assertThat(
              dev("services = local\n[services local]\n" + lines, Requests.to("dev"))
                  .endpoints()
                  .sts())
          .hasToString("https://sts.us-east-1.amazonaws.com");
    }

    @Test
    void a_services_section_that_does_not_exist_is_refused() {
      Failures.badProfile(
          () -> dev("services = nowhere\n", Requests.to("dev")),
          "there is no section [services nowhere] (/config:2)");
    }

    @Test
    void a_blank_variable_counts_as_unset() {
      Requests request = Requests.to("dev").with("AWS_ENDPOINT_URL", " ");

      assertThat(endpoints("endpoint_url = https://profile.example\n", request).sts())
          .hasToString("https://profile.example");
    }

    @Test
    void all_are_ignored_on_wish() {
      String settings = "endpoint_url = https://profile.example\n";
      Requests byVariable = Requests.to("dev").with("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
      String byProfile = settings + "ignore_configured_endpoint_urls = true\n";

      assertThat(endpoints(settings, byVariable).sts())
          .hasToString("https://sts.us-east-1.amazonaws.com");
      assertThat(endpoints(byProfile, Requests.to("dev")).sts())
          .hasToString("https://sts.us-east-1.amazonaws.com");
    }

    @Test
    void requests_are_signed_for_the_profiles_region() {
      String settings = "endpoint_url = https://profile.example\nregion = eu-west-1\n";

      assertThat(endpoints(settings, Requests.to("dev")).stsSigningRegion()).isEqualTo("eu-west-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"use_fips_endpoint", "use_dualstack_endpoint"})
    void cannot_be_combined_with_fips_or_dual_stack(String name) {
      Failures.badProfile(
          () ->
              dev(
                  "endpoint_url = https://profile.example\n" + name + " = true\n",
                  Requests.to("dev")),
          "a custom endpoint cannot be combined with");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "profile.example",
          "ftp://profile.example",
          "https://",
          "https:///path",
          "http://a b",
          "file:///etc/passwd",
          "https:profile.example",
          "http://127.1",
          "http://1270.0.0.1"
        })
    void must_be_a_url(String url) {
      Failures.badProfile(
          () -> dev("endpoint_url = " + url + "\n", Requests.to("dev")),
          "is not an http or https URL (/config:2)");
    }
  }

  @Nested
  class A_user_or_password {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://user:s3cretpw@sts.example",
          "https://user:s3cretpw@under_scored",
          "https://user:s3cret/pw@sts.example",
          "http://127.0.0.1@sts.example"
        })
    void is_refused_and_not_repeated(String url) {
      Runnable planning = () -> dev("", Requests.to("dev").with("AWS_ENDPOINT_URL", url));

      Failures.badProfile(planning, "cannot contain a user name or a password (AWS_ENDPOINT_URL)");
      assertThat(Failures.of(planning).message()).doesNotContain("@", "s3cret");
    }
  }

  @Nested
  class Plain_http {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://127.0.0.1:4566",
          "http://127.1.2.3",
          "http://localhost:80",
          "http://LOCALHOST",
          "http://[::1]:8080",
          "HTTP://127.0.0.1"
        })
    void is_allowed_on_loopback(String url) {
      assertThat(endpoints("endpoint_url = " + url + "\n", Requests.to("dev")).sts())
          .hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://sts.example",
          "http://localhost.example",
          "http://127.0.0.1.example",
          "http://128.0.0.1",
          "http://0.0.0.0",
          "http://[::2]"
        })
    void is_refused_everywhere_else(String url) {
      Failures.check(
          () -> dev("endpoint_url = " + url + "\n", Requests.to("dev")),
          ProfileFailure.PlainHttp.class);
    }

    @Test
    void is_allowed_everywhere_on_wish() {
      assertThat(
              endpoints("endpoint_url = http://sts.example\n", Requests.to("dev").allowHttp())
                  .sts())
          .hasToString("http://sts.example");
    }
  }
}
