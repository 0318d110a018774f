package dev.keyturn.adapter.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {

  private static final String KIND = "sessions";

  @TempDir private Path temporary = Path.of("");
  private Path root = Path.of("");
  private StateFolder folder = new StateFolder(root);

  @BeforeEach
  void startWithoutAFolder() {
    root = temporary.resolve("state").resolve("keyturn");
    folder = new StateFolder(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "a=b=c",
        "two\nlines",
        "carriage\r\nreturn",
        "back\\slash \\n \\\\",
        "key=other\nkeyturn 1",
        "josé ☂ \uD83D\uDE00",
        " blanks ",
      })
  void any_text_survives_as_value_and_as_key(String text) {
    folder.write(KIND, text, Map.of("value", text));
    assertThat(folder.read(KIND, text)).contains(Map.of("key", text, "value", text));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_folder_into_which_all_users_may_put_files_is_neither_read_nor_written()
      throws IOException {
    folder.write(KIND, "key", Map.of("value", "ours"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));

    StateFolder open = new StateFolder(root);
    List<ThrowingCallable> uses =
        List.of(
            () -> open.read(KIND, "key").isPresent(),
            () -> open.readAll(KIND).isEmpty(),
            () -> open.write(KIND, "other", Map.of()),
            () -> new FileLocks(root).acquire("key", Duration.ZERO).close());
    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use)
          .isInstanceOfSatisfying(
              FailureException.class,
              e ->
                  assertThat(e.failure())
                      .isEqualTo(
                          new FileFailure.NoStateFolder(
                              root.toString(), "all users may put files into it")));
    }
    assertThat(root.resolve("locks")).doesNotExist();
  }

  /** A superuser may write everywhere. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_state_folder_in_a_read_only_home_is_named_as_such() throws IOException {
    Path home = Files.createDirectories(root.resolveSibling("home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(home)).isFalse();
    StateFolder there = new StateFolder(home.resolve("keyturn"));

    assertThatThrownBy(() -> there.write(KIND, "key", Map.of()))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(
                        new FileFailure.NoStateFolder(
                            home.resolve("keyturn").toString(), "permission denied")));
  }

  @Test
  void a_line_break_in_a_value_adds_no_field() {
    folder.write(KIND, "key", Map.of("value", "x\nsecret_access_key=stolen"));
    assertThat(folder.read(KIND, "key").orElseThrow()).containsOnlyKeys("key", "value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "keyturn 2\nkey=key\n", "keyturn 1", "keyturn 1\nkey=another\n", "\0\0\0\0"})
  void a_broken_record_counts_as_missing(String content) throws IOException {
    folder.write(KIND, "key", Map.of("value", "text"));
    Files.writeString(folder.file(KIND, "key"), content);
    assertThat(folder.read(KIND, "key")).isEmpty();
  }

  @Test
  void the_leftover_of_a_killed_process_is_ignored_and_deleted_after_an_hour() throws IOException {
    folder.write(KIND, "key", Map.of("value", "new"));
    Path leftover = folder.file(KIND, "key").resolveSibling(".1-1");
    Files.writeString(leftover, "keyturn 1\nkey=key\nvalue=old\n");
    Instant written = Files.getLastModifiedTime(leftover).toInstant();

    assertThat(folder.readAll(KIND)).extracting(fields -> fields.get("value")).containsOnly("new");
    folder.removeAll(KIND, written.plusSeconds(3600), fields -> "old".equals(fields.get("value")));
    assertThat(leftover).exists();
    folder.removeAll(KIND, written.plusSeconds(3601), fields -> "old".equals(fields.get("value")));
    assertThat(leftover).doesNotExist();
    assertThat(folder.read(KIND, "key")).isPresent();
  }

  @Test
  void a_record_without_its_key_is_removed_like_any_other() throws IOException {
    folder.write(KIND, "key", Map.of("value", "old"));
    Files.writeString(folder.file(KIND, "key"), "keyturn 1\nvalue=old\n");
    folder.removeAll(KIND, Instant.EPOCH, fields -> "old".equals(fields.get("value")));
    assertThat(folder.file(KIND, "key")).doesNotExist();
  }

  @Test
  void a_record_with_invalid_utf_8_counts_as_missing() throws IOException {
    folder.write(KIND, "key", Map.of("value", "text"));
    Files.write(folder.file(KIND, "key"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(folder.read(KIND, "key")).isEmpty();
  }

  @Test
  void only_the_owner_can_read() throws IOException {
    folder.write(KIND, "key", Map.of("value", "text"));
    assertThat(mode(root)).isEqualTo("rwx------");
    assertThat(mode(root.resolve(KIND))).isEqualTo("rwx------");
    assertThat(mode(folder.file(KIND, "key"))).isEqualTo("rw-------");
  }

  @Test
  void a_file_name_reveals_nothing_about_its_key() {
    assertThat(folder.file(KIND, "AKIAIOSFODNN7EXAMPLE").getFileName().toString())
        .matches("[0-9a-f]{1,16}");
  }

  @Test
  void writers_at_once_leave_one_whole_record_and_nothing_else() throws IOException {
    String filling = "x".repeat(10_000);
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> folder.write(KIND, "key", Map.of("value", i + filling, "again", i + filling)));
    Map<String, String> record = folder.read(KIND, "key").orElseThrow();
    assertThat(record.get("value")).endsWith(filling).isEqualTo(record.get("again"));
    try (Stream<Path> files = Files.list(root.resolve(KIND))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_reader_never_sees_half_a_record() {
    folder.write(KIND, "key", record(0));
    List<Boolean> whole =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> {
              if (i % 4 == 0) {
                folder.write(KIND, "key", record(i));
              }
              return folder.read(KIND, "key").filter(it -> it.size() == 3).isPresent();
            })
            .toList();
    assertThat(whole).doesNotContain(false);
  }

  private static Map<String, String> record(int number) {
    return Map.of("first", "a".repeat(number * 50), "last", Integer.toString(number));
  }

  @Test
  void removing_reports_whether_a_record_existed() {
    folder.write(KIND, "key", Map.of());
    assertThat(folder.remove(KIND, "key")).isTrue();
    assertThat(folder.remove(KIND, "key")).isFalse();
  }

  @Test
  void removing_all_counts_them_and_leaves_other_kinds() {
    folder.write(KIND, "one", Map.of());
    folder.write(KIND, "two", Map.of());
    folder.write("keys", "three", Map.of());
    assertThat(folder.removeAll(KIND)).isEqualTo(2);
    assertThat(folder.read("keys", "three")).isPresent();
    assertThat(folder.removeAll("no-such-kind")).isZero();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
