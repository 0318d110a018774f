package dev.keyturn.domain.session.make;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.session.store.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSessionNameTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::123456789012:user/alice, alice",
    "arn:aws:iam::123456789012:user/division/team/a.b+c=d@e-f_g, a.b+c=d@e-f_g",
    "arn:aws:iam::123456789012:root, keyturn",
    "arn:aws:iam::123456789012:user/a, keyturn",
    "arn:aws:iam::123456789012:user/jos\u00e9, keyturn",
  })
  void the_users_name_as_sts_allows_it(String arn, String name) {
    assertThat(RoleSessionName.of(new Identity("123456789012", arn, "AIDAEXAMPLE")))
        .isEqualTo(name);
  }

  @Test
  void at_most_64_characters() {
    String arn = "arn:aws:iam::123456789012:user/" + "a".repeat(65);
    assertThat(RoleSessionName.of(new Identity("123456789012", arn, "AIDAEXAMPLE"))).hasSize(64);
  }

  @Test
  void nobody_known_is_keyturn() {
    assertThat(RoleSessionName.of(null)).isEqualTo("keyturn");
  }
}
