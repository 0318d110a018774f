package dev.keyturn.adapter.aws.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

  private static final URI STS = URI.create("https://sts.eu-west-1.amazonaws.com");

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, http://proxy.example:3128",
    "proxy.example:3128, http://proxy.example:3128",
    "http://proxy.example, http://proxy.example:80",
    "http://me:secret@proxy.example, http://me:secret@proxy.example:80",
  })
  void a_proxy_as_people_write_it(String variable, URI proxy) {
    assertThat(new Proxies(Map.of("HTTPS_PROXY", variable)).of(STS)).isEqualTo(proxy);
  }

  @Test
  void lower_case_comes_first() {
    Map<String, String> both =
        Map.of("HTTPS_PROXY", "http://upper:1", "https_proxy", "http://lower:1");
    assertThat(new Proxies(both).of(STS)).isEqualTo(URI.create("http://lower:1"));
  }

  @Test
  void the_variable_for_http_is_not_for_https() {
    assertThat(new Proxies(Map.of("HTTP_PROXY", "http://proxy.example:3128")).of(STS)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "sts.eu-west-1.amazonaws.com",
        "amazonaws.com",
        ".amazonaws.com",
        "example.com, AMAZONAWS.COM"
      })
  void a_host_that_no_proxy_lists_is_called_directly(String list) {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", list);
    assertThat(new Proxies(variables).of(STS)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "naws.com", "eu-west-1", "xsts.eu-west-1.amazonaws.com"})
  void a_host_that_it_does_not_list_is_not(String list) {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", list);
    assertThat(new Proxies(variables).of(STS)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4566", "http://127.0.0.1:4566", "http://[::1]:4566"})
  void this_computer_is_never_called_through_a_proxy(URI endpoint) {
    assertThat(new Proxies(Map.of("http_proxy", "http://proxy:1")).of(endpoint)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "http://me:secret@", "http://a b:secret@proxy"})
  void an_invalid_proxy_url_is_reported_without_its_password(String variable) {
    assertThatThrownBy(() -> new Proxies(Map.of("https_proxy", variable)).of(STS))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().message()).contains("proxy").doesNotContain("secret"));
  }
}
