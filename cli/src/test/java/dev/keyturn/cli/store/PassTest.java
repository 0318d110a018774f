package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.secretprogram.PassStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real pass, with a GnuPG key that is thrown away. */
class PassTest extends StoreFacts {

  @TempDir private Path folder = Path.of("");
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makePasswordStore() throws Exception {
    RealProgram.need("pass", "gpg", "gpgconf");
    Path keys = Files.createDirectory(folder.resolve("gpg"));
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
    environment.put("PATH", Objects.requireNonNull(System.getenv("PATH")));
    environment.put("HOME", folder.toString());
    environment.put("GNUPGHOME", keys.toString());
    environment.put("PASSWORD_STORE_DIR", folder.resolve("store").toString());
    RealProgram.run(
        environment,
        "",
        "gpg",
        "--batch",
        "--quiet",
        "--passphrase",
        "",
        "--quick-generate-key",
        "alice@example.com",
        "default",
        "default",
        "never");
    RealProgram.run(environment, "", "pass", "init", "alice@example.com");
  }

  @AfterEach
  void endAgent() throws Exception {
    RealProgram.run(environment, "", "gpgconf", "--kill", "all");
  }

  @Override
  PassStore store() {
    return new PassStore(StorePlace.parse("pass:work/aws"), environment, folder);
  }

  @Test
  void a_person_finds_it_by_pass() throws Exception {
    assertThat(store().condition().state()).isEqualTo(Condition.State.EMPTY);
    store().put(KEY, SECRET);

    assertThat(
            RealProgram.run(
                environment, "", "pass", "show", "work/aws/access-key/AKIAIOSFODNN7EXAMPLE"))
        .isEqualTo("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n");
  }
}
