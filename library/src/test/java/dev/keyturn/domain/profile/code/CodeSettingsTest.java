package dev.keyturn.domain.profile.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSettingsTest {

  @Test
  void where_nothing_is_set_up_a_person_is_asked_on_the_terminal_then_in_a_dialog() {
    assertThat(CodeSettings.NONE.origins()).containsExactly(CodeOrigin.TERMINAL, CodeOrigin.GUI);
    assertThat(CodeSettings.NONE.disturbsNobody()).isFalse();
  }

  @Test
  void machines_that_are_set_up_come_first() {
    CodeSettings all = all(null);
    assertThat(all.origins()).containsExactly(CodeOrigin.values());
    assertThat(all.disturbsNobody()).isTrue();
  }

  @Test
  void a_place_that_may_ask_for_a_passphrase_is_not_opened_ahead_of_time() {
    assertThat(all(CodeOrigin.parse("seed")).disturbsNobody()).isFalse();
  }

  @Test
  void what_is_not_chosen_is_not_asked() {
    CodeSettings chosen = all(CodeOrigin.parse("gui,seed"));
    assertThat(chosen.origins()).containsExactly(CodeOrigin.GUI, CodeOrigin.SEED);
    assertThat(chosen.disturbsNobody()).isFalse();
  }

  @Test
  void a_yubikey_that_no_setting_names_is_asked_if_it_is_chosen() {
    CodeSettings chosen = new CodeSettings(CodeOrigin.parse("ykman"), null, null, null, false);
    assertThat(chosen.origins()).containsExactly(CodeOrigin.YKMAN);
  }

  @Test
  void spaces_and_repetitions_in_a_list_do_not_matter() {
    assertThat(CodeOrigin.parse("terminal, gui,terminal"))
        .containsExactly(CodeOrigin.TERMINAL, CodeOrigin.GUI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gui,", "tty", "GUI"})
  void another_word_is_refused_with_the_ones_that_exist(String list) {
    assertThatThrownBy(() -> CodeOrigin.parse(list))
        .hasMessageContaining("is not a source of MFA codes");
  }

  private static CodeSettings all(@Nullable List<CodeOrigin> chosen) {
    return new CodeSettings(chosen, "program", StorePlace.parse("keychain"), "AWS:alice", false);
  }
}
