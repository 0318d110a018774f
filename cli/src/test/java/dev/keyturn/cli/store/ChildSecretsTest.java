package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore.Agents;
import dev.keyturn.cli.adapter.secretprogram.HelperStore;
import dev.keyturn.cli.app.store.KeyAgentMain;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What others see of the programs that stores start: no secret, not even of one that crashes. */
@EnabledOnOs(OS.LINUX)
class ChildSecretsTest {

  private static final String PASSPHRASE = "correct horse battery staple";
  private static final String SECRET = "wJalrXUtnFEMI";

  @TempDir private Path folder = Path.of("");

  @Test
  void the_program_of_a_place_has_no_secret_in_its_arguments_or_environment() throws IOException {
    Path seen = folder.resolve("seen");
    String script =
        "#!/bin/sh\ncat /proc/$$/cmdline /proc/$$/environ >>'%s'; cat >'%s'\n"
            .formatted(seen, folder.resolve("input"));
    Path helper = Files.writeString(folder.resolve("helper"), script);
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
    StorePlace place = StorePlace.parse("program:" + helper);

    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "KEYTURN_MFA_CODE", "123456");
    new HelperStore(place, environment).put(StoreFacts.KEY, StoreFacts.SECRET);

    assertThat(folder.resolve("input")).content().contains(SECRET);
    assertThat(seen).content().contains("helper", "store").doesNotContain(SECRET, "123456");
  }

  @Test
  void the_process_that_keeps_a_file_open_shows_no_secret_and_leaves_none_when_it_crashes()
      throws Exception {
    EncryptedFileStore store = store();
    store.put(StoreFacts.KEY, StoreFacts.SECRET);
    store.unlock(Duration.ofMinutes(15));
    ProcessHandle agent = agent();

    assertThat(shownBy(agent)).contains("KeyAgentMain").doesNotContain(SECRET, PASSPHRASE);
    assertThat(filesUnder(folder)).noneMatch(text -> text.contains(SECRET));
    assertThat(filesUnder(folder)).noneMatch(text -> text.contains(PASSPHRASE));

    new ProcessBuilder("kill", "-SEGV", Long.toString(agent.pid())).start().waitFor();
    agent.onExit().get(20, TimeUnit.SECONDS);
    String report = "hs_err_pid" + agent.pid() + ".log";
    assertThat(Path.of(report)).doesNotExist();
    assertThat(Path.of("/tmp", report)).doesNotExist();
  }

  private EncryptedFileStore store() {
    return new EncryptedFileStore(
        StorePlace.parse("encrypted-file"),
        folder.resolve("keys"),
        new Agents(folder.resolve("agents"), KeyAgentMain.command("")),
        new FileLocks(folder.resolve("state")),
        new KnownPassphrase(PASSPHRASE),
        SecureRandom::new);
  }

  private ProcessHandle agent() {
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      try {
        if (read(arguments).contains(folder.resolve("agents") + "/")) {
          return process;
        }
      } catch (IOException e) {
        // It has ended.
      }
    }
    throw new AssertionError("no agent runs");
  }

  private static String shownBy(ProcessHandle process) throws IOException {
    Path shown = Path.of("/proc", Long.toString(process.pid()));
    return read(shown.resolve("cmdline")) + read(shown.resolve("environ"));
  }

  private static List<String> filesUnder(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(read(file));
      }
    }
    return texts;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
