package dev.keyturn.domain.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebConsoleTest {

  private static SessionPlan plan(String region) {
    return Plans.plan(
        Configuration.of("[profile dev]\nregion = " + region, "[dev]\n" + Plans.KEYS), "dev");
  }

  private static WebConsole site(String region, String signIn) {
    return WebConsole.of(plan(region), Map.of("AWS_ENDPOINT_URL_SIGNIN", signIn));
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, signin.aws.amazon.com, console.aws.amazon.com",
    "cn-north-1, signin.amazonaws.cn, console.amazonaws.cn",
    "us-gov-west-1, signin.amazonaws-us-gov.com, console.amazonaws-us-gov.com",
    "eusc-de-east-1, signin.amazonaws-eusc.eu, console.amazonaws-eusc.eu"
  })
  void each_partition_has_its_own(String region, String signIn, String console) {
    WebConsole site = site(region, "");
    assertThat(site.signIn()).hasToString("https://" + signIn + "/federation");
    assertThat(site.page("s3", region))
        .hasToString("https://" + console + "/s3/home?region=" + region);
  }

  @Test
  void a_region_of_another_partition_is_refused() {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> site("eu-west-1", "").page("s3", "cn-north-1"))
        .satisfies(e -> {
          assertThat(e.failure().message()).contains("cn-north-1 is in partition aws-cn");
          assertThat(e.failure().hint()).isEqualTo("keyturn console dev --region eu-west-1");
        });
    assertThat(site("eu-west-1", "").page("s3", "ap-south-1")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1"})
  void what_is_not_public_is_asked_for(String region) {
    assertThatThrownBy(() -> site(region, "")).hasMessageContaining("is not public");
    WebConsole site = site(region, "https://signin.example");
    assertThat(site.signIn()).hasToString("https://signin.example/federation");
    assertThatThrownBy(() -> site.page("s3", region)).hasMessageContaining("is not public");
    assertThat(site.signInUrl("t", URI.create("https://console.example/")))
        .startsWith("https://signin.example/federation?Action=login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://signin.example",
        "http://127.evil.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example"
      })
  void session_keys_are_not_sent_over_plain_http(String signIn) {
    assertThatThrownBy(() -> site("eu-west-1", signIn)).hasMessageContaining("http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:4566", "http://localhost:4566", "http://[::1]:4566"})
  void plain_http_is_accepted_on_this_machine(String signIn) {
    assertThat(site("eu-west-1", signIn).signIn()).hasToString(signIn + "/federation");
  }

  @Test
  void the_token_and_the_page_are_encoded() {
    assertThat(site("eu-west-1", "").signInUrl("a+b&c=d", URI.create("https://x.example/?a=b&c#d")))
        .isEqualTo(
            "https://signin.aws.amazon.com/federation?Action=login&Issuer=keyturn"
                + "&Destination=https%3A%2F%2Fx.example%2F%3Fa%3Db%26c%23d&SigninToken=a%2Bb%26c%3Dd");
  }
}
