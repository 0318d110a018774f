package dev.keyturn.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are kept, and never taken for one another. */
class SigningKeyTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final Claim.Scope SCOPE = scope("20150830", "us-east-1", "iam");

  @Test
  void the_key_of_a_scope_is_derived_once() {
    SigningKey first = SigningKey.of(SECRET, SCOPE);
    assertThat(SigningKey.of(SECRET, scope("20150830", "us-east-1", "iam"))).isSameAs(first);
  }

  @ParameterizedTest
  @CsvSource({
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEX,20150830,us-east-1,iam",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY,20150831,us-east-1,iam",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY,20150830,us-east-2,iam",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY,20150830,us-east-1,sts"
  })
  void another_secret_day_region_or_service_has_another_key(
      String secret, String date, String region, String service) {
    String signature = SigningKey.of(SECRET, SCOPE).sign("text");
    assertThat(SigningKey.of(secret, scope(date, region, service)).sign("text"))
        .isNotEqualTo(signature);
  }

  @Test
  void more_scopes_than_are_kept_get_their_own_keys_all_the_same() {
    String before = SigningKey.of(SECRET, SCOPE).sign("text");
    Set<String> signatures = new HashSet<>();
    for (int i = 0; i < 3 * SigningKey.MOST_KEPT; i++) {
      signatures.add(SigningKey.of(SECRET, scope("20150830", "us-east-" + i, "s3")).sign("text"));
    }
    assertThat(signatures).hasSize(3 * SigningKey.MOST_KEPT);
    assertThat(SigningKey.of(SECRET, SCOPE).sign("text")).isEqualTo(before);
  }

  private static Claim.Scope scope(String date, String region, String service) {
    return new Claim.Scope(date, region, service, "aws4_request");
  }
}
