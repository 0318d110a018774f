package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.adapter.keychain.KeychainStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GNOME Keyring on a bus of its own. */
class KeychainTest extends StoreFacts {

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private DesktopSession session;

  @BeforeEach
  void startSession() throws Exception {
    session = DesktopSession.start(folder);
  }

  @AfterEach
  void endSession() throws InterruptedException {
    session.end();
  }

  @Override
  KeychainStore store() throws Exception {
    session.startKeyring();
    return new KeychainStore(session.environment(), () -> true);
  }

  @Test
  void other_programs_of_the_desktop_find_it() throws Exception {
    store().put(KEY, SECRET);

    assertThat(
            RealProgram.run(
                session.environment(),
                "",
                "secret-tool",
                "lookup",
                "application",
                "keyturn",
                "item",
                KEY.text()))
        .isEqualTo("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    Path keyring = folder.resolve(Path.of("data", "keyrings", "login.keyring"));
    assertThat(new String(Files.readAllBytes(keyring), StandardCharsets.ISO_8859_1))
        .doesNotContain("wJalr");
  }

  @Test
  void what_is_in_a_locked_keychain_is_listed_and_not_read() throws Exception {
    store().put(KEY, SECRET);
    store().lock();

    assertThat(store().condition().state()).isEqualTo(Condition.State.LOCKED);
    assertThat(store().names()).containsExactly(KEY);
    assertThatThrownBy(() -> store().get(KEY))
        .hasMessage("the keychain is locked: its dialog was not answered");
  }

  @Test
  void where_requests_are_answered_it_shows_no_dialog() throws Exception {
    store().put(KEY, SECRET);
    KeychainStore silent = new KeychainStore(session.environment(), () -> false);
    assertThat(silent.get(KEY).readable()).isEqualTo(SECRET);

    store().lock();

    assertThatThrownBy(() -> silent.get(KEY))
        .hasMessage("the keychain is locked: a running endpoint cannot show a dialog");
  }

  @Test
  void an_open_keychain_is_open_for_all() throws Exception {
    assertThat(store().condition().state()).isEqualTo(Condition.State.OPEN);
    assertThat(store().unlock(Duration.ofHours(1))).as("it locks itself").isFalse();
  }

  @Test
  void a_session_without_a_keychain_says_what_to_install() {
    assertThatThrownBy(() -> new KeychainStore(session.environment(), () -> true).names())
        .hasMessageContaining("no keychain service is running in this desktop session");
  }

  @Test
  void a_session_without_a_keychain_leaves_no_connection_open() throws Exception {
    KeychainStore absent = new KeychainStore(session.environment(), () -> true);
    absent.condition();
    long before = openFiles();
    for (int i = 0; i < 10; i++) {
      assertThat(absent.condition().state()).isEqualTo(Condition.State.UNAVAILABLE);
    }
    assertThat(openFiles()).isLessThan(before + 10);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix:path=/run/%zz", "unix:path=/run/%2", "unix:path=%00"})
  void an_invalid_bus_address_is_reported(String address) {
    KeychainStore store =
        new KeychainStore(Map.of("DBUS_SESSION_BUS_ADDRESS", address), () -> true);
    assertThat(store.condition().state()).isEqualTo(Condition.State.UNAVAILABLE);
    assertThatThrownBy(() -> store.get(KEY))
        .hasMessage("cannot use the keychain: DBUS_SESSION_BUS_ADDRESS is not a valid address");
  }

  @Test
  void without_a_desktop_session_nothing_is_waited_for() {
    assertThatThrownBy(() -> new KeychainStore(Map.of(), () -> true).get(KEY))
        .hasMessageContaining("DBUS_SESSION_BUS_ADDRESS is not set");
    assertThat(StorePlace.parse("keychain").text()).isEqualTo("keychain");
  }
}
