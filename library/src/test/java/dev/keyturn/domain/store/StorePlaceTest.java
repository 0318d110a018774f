package dev.keyturn.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePlaceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-files",
        "keychain",
        "encrypted-file",
        "encrypted-file:/home/alice/keys: both",
        "pkcs11:token=Alice%20Key?module-path=/usr/lib/softhsm/libsofthsm2.so",
        "pass",
        "pass:work/aws",
        "program:docker-credential-osxkeychain"
      })
  void a_place_is_written_as_it_is_read(String text) {
    assertThat(StorePlace.parse(text).text()).isEqualTo(text);
  }

  @Test
  void what_is_no_place_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> StorePlace.parse("keyring"))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().message()).isEqualTo("'keyring' is not a place for keys");
              assertThat(e.failure().hint())
                  .isEqualTo(
                      "use one of aws-files, keychain, encrypted-file, pkcs11, pass, program");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs11", "program", "program:"})
  void of_which_there_may_be_many_one_is_named(String text) {
    assertThatThrownBy(() -> StorePlace.parse(text)).hasMessageContaining("does not say which one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws-files:/x", "keychain:login"})
  void of_which_there_is_one_none_is_named(String text) {
    assertThatThrownBy(() -> StorePlace.parse(text)).hasMessageContaining("there is only one");
  }
}
