package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.adapter.keychain.KeychainStore;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStore.Condition;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * KeePassXC as the keychain, with a database whose root group it shows to the programs of the
 * desktop session. It runs without a screen, and one serves all tests.
 */
@Timeout(60)
@TestMethodOrder(OrderAnnotation.class)
class KeePassXcTest extends StoreFacts {

  /** Nobody can unlock it again. */
  private static final int LAST = Integer.MAX_VALUE;

  private static final String PASSWORD = "correct horse";

  /** A database is exposed by the UUID of a group in its custom data. */
  private static final String DATABASE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <KeePassFile>
        <Meta>
          <DatabaseName>Keys</DatabaseName>
          <CustomData>
            <Item>
              <Key>FDO_SECRETS_EXPOSED_GROUP</Key>
              <Value>{6c6f2f4a-1111-4222-8333-944455556666}</Value>
            </Item>
          </CustomData>
        </Meta>
        <Root>
          <Group><UUID>bG8vShERQiKDM5REVVVmZg==</UUID><Name>Root</Name></Group>
        </Root>
      </KeePassFile>
      """;

  private static final String SETTINGS =
      """
      [General]
      ConfigVersion=2
      UpdateCheckMessageShown=true
      [FdoSecrets]
      Enabled=true
      ConfirmAccessItem=false
      ConfirmDeleteItem=false
      ShowNotification=false
      [GUI]
      CheckForUpdates=false
      """;

  @TempDir private static Path folder;

  private static Path database;
  private static DesktopSession session;
  private static Process program;

  @BeforeAll
  static void start() throws Exception {
    RealProgram.need("keepassxc", "keepassxc-cli");
    session = DesktopSession.start(folder);
    database = folder.resolve("keys.kdbx");
    String xml = Files.writeString(folder.resolve("keys.xml"), DATABASE).toString();
    RealProgram.run(
        session.environment(),
        PASSWORD + "\n" + PASSWORD + "\n",
        "keepassxc-cli",
        "import",
        "--set-password",
        "--decryption-time",
        "100",
        xml,
        database.toString());
    program = open();
    session.awaitKeychain();
    KeychainStore store = new KeychainStore(session.environment(), () -> true);
    while (store.condition().state() != Condition.State.OPEN) {
      Thread.sleep(100);
    }
  }

  private static Process open() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "keepassxc",
                "--config",
                Files.writeString(folder.resolve("keepassxc.ini"), SETTINGS).toString(),
                "--localconfig",
                folder.resolve("local.ini").toString(),
                "--pw-stdin",
                database.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().putAll(session.environment());
    builder.environment().putAll(Map.of("QT_QPA_PLATFORM", "offscreen", "LC_ALL", "C.UTF-8"));
    // It looks there for another instance of its user.
    builder.environment().put("TMPDIR", folder.toString());
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return process;
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (program != null) {
      program.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
    if (session != null) {
      session.end();
    }
  }

  /** It saves in the background. */
  private static void awaitSaved(ItemName name) throws Exception {
    String shown = "";
    for (int i = 0; i < 100 && !shown.contains(name.text()); i++) {
      Thread.sleep(100);
      String file = database.toString();
      String password = PASSWORD + "\n";
      shown =
          RealProgram.run(session.environment(), password, "keepassxc-cli", "ls", "--quiet", file);
    }
    assertThat(shown).contains("Keyturn: " + name.text());
  }

  @Override
  KeychainStore store() {
    return new KeychainStore(session.environment(), () -> true);
  }

  @Test
  void a_key_is_in_the_database_encrypted() throws Exception {
    store().put(KEY, SECRET);

    assertThat(store().condition().state()).isEqualTo(Condition.State.OPEN);
    awaitSaved(KEY);
    assertThat(Files.readString(database, StandardCharsets.ISO_8859_1)).doesNotContain("wJalr");
  }

  @Test
  @Order(LAST)
  void a_locked_database_is_locked_and_not_without_the_key() throws Exception {
    store().put(KEY, SECRET);
    awaitSaved(KEY);
    store().lock();

    assertThat(store().condition().state()).isEqualTo(Condition.State.LOCKED);
    KeychainStore silent = new KeychainStore(session.environment(), () -> false);
    assertThatThrownBy(() -> silent.get(KEY))
        .hasMessage("the keychain is locked: a running endpoint cannot show a dialog");
  }
}
