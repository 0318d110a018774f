package dev.keyturn.domain.profile.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

  private static final List<String> NAMES = List.of("account1", "account2", "Prod", "dev");

  @ParameterizedTest
  @CsvSource({
    "acount1, account1",
    "accout2, account2",
    "acconut1, account1",
    "prod, Prod",
    "deb, dev",
    "account11, account1"
  })
  void forgives_some_typing_mistakes(String typed, String meant) {
    assertThat(NearestName.of(typed, NAMES)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "xyz", "account1234567", ""})
  void finds_nothing_in_quite_another_name(String typed) {
    assertThat(NearestName.of(typed, NAMES)).isNull();
  }

  @Test
  void finds_nothing_among_no_names() {
    assertThat(NearestName.of("dev", List.of())).isNull();
  }
}
