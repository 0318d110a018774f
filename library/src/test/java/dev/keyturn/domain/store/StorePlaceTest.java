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
  void an_unknown_place_is_refused_with_the_list_of_places() {
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
  void a_kind_with_several_stores_needs_a_name(String text) {
    assertThatThrownBy(() -> StorePlace.parse(text)).hasMessageContaining("needs an address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws-files:/x", "keychain:login"})
  void a_kind_with_one_store_takes_no_name(String text) {
    assertThatThrownBy(() -> StorePlace.parse(text))
        .hasMessageContaining("must not have an address");
  }
}
