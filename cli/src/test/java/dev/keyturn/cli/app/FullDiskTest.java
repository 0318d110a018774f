package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.cli.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk with the home folder is full while a key is put somewhere else: with no room at first,
 * then with a little more, until the command can do its work. Whatever room there is, the key stays
 * usable, and the same command does the rest once there is enough.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String OLD = "correct horse";
  private static final String NEW = "battery staple";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String KEYS =
      "[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = " + SECRET + "\n";

  /** The size of a block of the disk. */
  private static final int BLOCK = 4096;

  /** More than any of these commands writes. */
  private static final int ENOUGH = 40;

  @TempDir private Path temporary;
  private Path disk;
  private Path home;
  private Path ballast;
  private boolean isMounted;
  private String passphrase = OLD;
  private Map<String, String> environment = Map.of();
  private String session = "";

  @BeforeEach
  void a_small_disk() throws IOException {
    disk = Files.createDirectory(temporary.toRealPath().resolve("disk"));
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=512k", "keyturn-test", disk.toString());
    assumeTrue(isMounted, "this user may not mount a disk");
    home = disk.resolve("home");
    StoryHome.create(
        home,
        Map.of(".aws/credentials", KEYS, ".aws/config", "[profile work]\nregion = eu-central-1\n"));
    ballast = disk.resolve("ballast");
    environment = Map.of("HOME", home.toString());
  }

  @AfterEach
  void it_is_taken_away() {
    if (isMounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Each command is a process of its own; a person types {@code lines}. */
  private Outcome keyturn(List<String> lines, String... words) {
    return new InsideTheTest(new HeldClock(NOON))
        .run(new Invocation(List.of(words), environment, home, "", lines, false));
  }

  /** Leaves so many blocks. */
  private void leave(int blocks) throws IOException {
    Files.deleteIfExists(ballast);
    long room = Files.getFileStore(disk).getUsableSpace() / BLOCK - blocks;
    try (OutputStream out = Files.newOutputStream(ballast)) {
      out.write(new byte[(int) room * BLOCK]);
    }
    assertThat(Files.getFileStore(disk).getUsableSpace()).isEqualTo((long) blocks * BLOCK);
  }

  private void theKeyIsUsable(String when) throws IOException {
    Files.deleteIfExists(ballast);
    Outcome shown = keyturn(List.of(passphrase), "store", "show", "work", "--show-secret");
    assertThat(shown.out().strip()).as("%s: %s", when, shown).isEqualTo(SECRET);
    if (!session.isEmpty()) {
      Outcome kept = keyturn(List.of(passphrase), "credential-process", "work");
      assertThat(kept.out()).as("%s: %s", when, kept).isEqualTo(session);
    }
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith(".keyturn")))
          .as(when)
          .isEmpty();
    }
  }

  /** Types the command, with more room each time, until it succeeds. */
  private void withMoreAndMoreRoom(List<String> lines, String... words) throws IOException {
    String line = String.join(" ", words);
    int blocks = 0;
    leave(blocks);
    Outcome outcome = keyturn(lines, words);
    assertThat(outcome.exit()).as("%s", outcome).isNotZero();
    while (outcome.exit() != 0) {
      String when = line + " with " + blocks + " blocks: " + outcome;
      assertThat(outcome.exit()).as(when).isEqualTo(3);
      assertThat(outcome.err()).as(when).contains("No space left on device", "hint: df -h ");
      theKeyIsUsable(when);
      assertThat(blocks).isLessThan(ENOUGH);
      leave(++blocks);
      outcome = keyturn(lines, words);
    }
  }

  /** Kept by Keyturn alone. */
  private void logIn() {
    String company = Transcript.all().stream().findFirst().orElseThrow().company();
    Path folder = temporary.resolve("aws");
    try (SandboxProcess aws =
        SandboxProcess.start(SandboxProcess.classes(), folder, company, NOON)) {
      environment =
          Map.of("HOME", home.toString(), "AWS_ENDPOINT_URL", aws.url(), "KEYTURN_SAVE", "never");
      Outcome login = keyturn(List.of(), "login", "work", "--code", aws.code("alice", 0));
      assertThat(login.exit()).as("%s", login).isZero();
    }
    session = keyturn(List.of(), "credential-process", "work").out();
    assertThat(session).contains("SessionToken");
  }

  @Test
  void sessions_are_encrypted_and_none_is_lost() throws IOException {
    logIn();
    withMoreAndMoreRoom(List.of(OLD, OLD), "store", "encrypt-sessions", "encrypted-file");
    theKeyIsUsable("with encrypted sessions");
  }

  @Test
  void a_key_goes_to_an_encrypted_file_under_another_passphrase_and_back() throws IOException {
    withMoreAndMoreRoom(List.of(OLD, OLD), "store", "move", "work", "--to", "encrypted-file", "-y");
    theKeyIsUsable("in the encrypted file");

    withMoreAndMoreRoom(List.of(OLD, NEW, NEW), "store", "change-passphrase");
    passphrase = NEW;
    theKeyIsUsable("under the other passphrase");

    withMoreAndMoreRoom(List.of(NEW), "store", "move", "work", "--to", "aws-files", "-y");
    assertThat(home.resolve(".aws/credentials")).content().isEqualTo(KEYS);
    theKeyIsUsable("in the AWS files again");
  }
}
