package dev.keyturn.cli.command.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.keyturn.cli.adapter.process.ThisComputer;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyturnChecksTest {

  @TempDir private Path folder;

  private Path here;
  private Path elsewhere;

  @BeforeEach
  void twoKeyturns() throws IOException {
    here = program(folder.resolve("here/keyturn"));
    elsewhere = program(folder.resolve("elsewhere/keyturn"));
  }

  private static Path program(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Finding finding(String program, Path... path) {
    return finding(CheckName.KEYTURN, new Encryption(Optional.empty()), program, path);
  }

  /** A setting that nobody changes. */
  private record Encryption(Optional<State> state) implements SessionEncryption {

    @Override
    public Change encrypt(StorePlace place) {
      throw new AssertionError("a check changes nothing");
    }

    @Override
    public Change decrypt() {
      throw new AssertionError("a check changes nothing");
    }

    @Override
    public Change forget() {
      throw new AssertionError("a check changes nothing");
    }

    @Override
    public List<StorePlace> unusedKeys() {
      return List.of();
    }

    @Override
    public int removeUnusedKeys() {
      throw new AssertionError("a check changes nothing");
    }
  }

  private Finding state(String folder) {
    ThisComputer computer = new ThisComputer(Map.of(), this.folder);
    Encryption encryption = new Encryption(Optional.empty());
    return new KeyturnChecks(computer, "1.2.3", "keyturn", folder, encryption)
        .of(null).stream()
            .filter(check -> check.name() == CheckName.STATE)
            .flatMap(check -> check.work().get().stream())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void a_state_folder_that_a_file_is_in_the_way_of_fails() {
    Finding finding = state(here + "/state/keyturn");
    assertThat(finding.level()).isEqualTo(Level.FAIL);
    assertThat(finding.message()).isEqualTo(here + " is not a folder, but must be one");
    assertThat(finding.hint()).isEqualTo("mv " + here + " " + here + ".old");
  }

  @Test
  void a_state_folder_at_a_link_that_leads_nowhere_fails() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
    for (Path state : List.of(link, link.resolve("state"))) {
      Finding finding = state(state.toString());
      assertThat(finding.level()).isEqualTo(Level.FAIL);
      assertThat(finding.hint()).isEqualTo("mv " + link + " " + link + ".old");
    }
  }

  @Test
  void a_state_folder_that_cannot_be_created_or_written_to_fails() throws IOException {
    Path above = Files.createDirectory(folder.resolve("above"));
    assertThat(state(above + "/a/state").level()).isEqualTo(Level.OK);
    Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(above), "root can write everywhere");
    for (Path state : List.of(above.resolve("a/state"), above)) {
      Finding finding = state(state.toString());
      assertThat(finding.level()).isEqualTo(Level.FAIL);
      assertThat(finding.message())
          .isEqualTo(
              "cannot use Keyturn's state folder " + state + ": " + above + " is not writable");
      assertThat(finding.hint()).isEqualTo("chmod u+rwx " + above);
    }
  }

  private Finding finding(
      CheckName name, SessionEncryption encryption, String program, Path... path) {
    StringBuilder folders = new StringBuilder();
    for (Path file : path) {
      folders.append(folders.isEmpty() ? "" : ":").append(file.resolveSibling(""));
    }
    ThisComputer computer = new ThisComputer(Map.of("PATH", folders.toString()), folder);
    return new KeyturnChecks(
            computer, "1.2.3", program, folder.resolve("state").toString(), encryption)
        .of(null).stream()
            .filter(check -> check.name() == name)
            .flatMap(check -> check.work().get().stream())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void the_keyturn_that_is_first_in_PATH_is_ok_and_its_version_is_said() {
    Finding finding = finding(here.toString(), here, elsewhere);
    assertThat(finding.level()).isEqualTo(Level.OK);
    assertThat(finding.message()).isEqualTo("Keyturn 1.2.3, " + here);
  }

  @Test
  void encrypted_sessions_are_mentioned_with_the_place_of_their_key() throws IOException {
    Files.createDirectory(
        folder.resolve("state"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Encryption encryption = new Encryption(Optional.of(new SessionEncryption.State("keychain")));
    assertThat(finding(CheckName.STATE, encryption, here.toString(), here).message())
        .isEqualTo(
            folder.resolve("state") + "; its sessions are encrypted, with a key in keychain");
  }

  @Test
  void another_keyturn_that_is_before_it_in_PATH_is_named() {
    Finding finding = finding(here.toString(), elsewhere, here);
    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.message())
        .isEqualTo("'keyturn' runs " + elsewhere + ", and this is " + here);
    assertThat(finding.hint()).isEqualTo("export PATH=" + folder.resolve("here") + ":\"$PATH\"");
  }

  @Test
  void that_it_is_not_in_PATH_is_worth_knowing() {
    Finding finding = finding(here.toString(), folder.resolve("empty/x"));
    assertThat(finding.level()).isEqualTo(Level.INFO);
    assertThat(finding.message()).contains(here.toString(), "not in a folder of PATH");
  }

  @Test
  void one_that_is_a_link_to_this_is_this() throws IOException {
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("keyturn"), here);
    assertThat(finding(here.toString(), links.resolve("keyturn")).level()).isEqualTo(Level.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "usr/bin/keyturn, usr/lib/keyturn/bin/keyturn",
    "Cellar/keyturn/1.2.3/bin/keyturn, Cellar/keyturn/1.2.3/libexec/bin/keyturn",
    "node_modules/keyturn/keyturn.js, node_modules/@keyturn/linux-x64/bin/keyturn",
    "node_modules/keyturn/keyturn.js,"
        + " node_modules/keyturn/node_modules/@keyturn/linux-x64/bin/keyturn"
  })
  void the_command_of_a_package_is_the_image_that_it_starts(String command, String image)
      throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path link = Files.createSymbolicLink(bin.resolve("keyturn"), program(folder.resolve(command)));
    Path self = program(folder.resolve(image));
    assertThat(finding(self.toString(), link).level()).isEqualTo(Level.OK);
    assertThat(finding(here.toString(), link).level()).isEqualTo(Level.WARN);
  }
}
