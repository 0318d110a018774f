package dev.keyturn.adapter.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForegroundGroupTest {

  @ParameterizedTest
  @CsvSource({
    "42 (java) S 7 42 7 34816 42 4194304 1, true",
    "42 (java) S 7 42 7 34816 7 4194304 1, false",
    "42 (java) S 7 42 7 0 -1 4194304 1, false",
    "42 (a) S 7 1 (b) R 7 42 7 34816 42 4194304 1, true",
  })
  void it_is_the_group_of_this_process_or_not(String stat, boolean own) {
    assertThat(ForegroundGroup.isOwn(stat)).isEqualTo(own);
  }
}
