package dev.keyturn.adapter.awsfile.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens to files on a real disk when they are changed. */
@DisabledOnOs(OS.WINDOWS)
class SavingTest {

  @TempDir Path temporary;
  private Path home = Path.of("");
  private Path folder = Path.of("");
  private Path config = Path.of("");

  private final List<String> locked = new ArrayList<>();
  private final List<String> released = new ArrayList<>();

  @BeforeEach
  void set_up() throws IOException {
    home = temporary.toRealPath();
    folder = home.resolve(".aws");
    config = folder.resolve("config");
  }

  // --- new files ---------------------------------------------------------------------------------

  @Test
  void a_new_file_and_its_folder_are_their_owners_alone() throws IOException {
    setRegion("x");

    assertThat(config).hasContent("[default]\nregion = x\n");
    assertThat(mode(config)).isEqualTo("rw-------");
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void folders_of_a_folder_are_made_too() throws IOException {
    Path deep = home.resolve("a/b/c");
    files(Map.of("AWS_CONFIG_FILE", deep.toString()), this::lock).edit(FileKind.CONFIG, set("x"));

    assertThat(deep).exists();
    assertThat(mode(home.resolve("a"))).isEqualTo("rwx------");
  }

  // --- existing files
  // ------------------------------------------------------------------------------

  @Test
  void a_file_keeps_its_mode() throws IOException {
    write("[default]\n", "rw-r--r--");

    setRegion("x");

    assertThat(config).hasContent("[default]\nregion = x\n");
    assertThat(mode(config)).isEqualTo("rw-r--r--");
  }

  @Test
  void a_file_keeps_its_owner_and_group() throws IOException {
    write("[default]\n", "rw-rw----");
    assumeTrue(chown("12345", "23456"), "only the superuser can give files away");

    setRegion("x");

    assertThat(Files.getAttribute(config, "unix:uid")).isEqualTo(12345);
    assertThat(Files.getAttribute(config, "unix:gid")).isEqualTo(23456);
    assertThat(mode(config)).isEqualTo("rw-rw----");
  }

  @Test
  void a_group_that_may_do_nothing_with_the_file_does_not_matter() throws Exception {
    write("[default]\n", "rw-------");
    assumeTrue(run("chgrp", "23456", config.toString()), "only the superuser can choose a group");

    assertThat(editWithoutChown()).isZero();

    assertThat(config).hasContent("[default]\nregion = 1\n");
    assertThat(mode(config)).isEqualTo("rw-------");
  }

  @Test
  void a_group_that_may_read_the_file_is_not_taken_from_it() throws Exception {
    write("[default]\n", "rw-r-----");
    assumeTrue(run("chgrp", "23456", config.toString()), "only the superuser can choose a group");

    assertThat(editWithoutChown()).isNotZero();

    assertUntouched();
  }

  /** Sets a region in a process that may give files to nobody, and says how it ended. */
  private int editWithoutChown() throws IOException, InterruptedException {
    ProcessBuilder editor =
        new ProcessBuilder(
            "setpriv",
            "--inh-caps=-chown",
            "--bounding-set=-chown",
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            EditorMain.class.getName(),
            home.toString(),
            home.resolve("state").toString(),
            "region",
            "1",
            "1");
    assumeTrue(run("setpriv", "--version"), "setpriv is not installed");
    Process process = editor.redirectErrorStream(true).start();
    process.getOutputStream().write('\n');
    process.getOutputStream().close();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  @Test
  void nothing_is_left_beside_the_file() throws IOException {
    write("[default]\n", "rw-------");

    setRegion("x");

    assertThat(namesIn(folder)).containsExactly("config");
  }

  @Test
  void a_change_that_changes_nothing_does_not_touch_the_file() throws IOException {
    write("[default]\nregion = x", "rw-------");
    Object before = Files.readAttributes(config, "unix:ino,lastModifiedTime,ctime");

    setRegion("x");
    files().edit(FileKind.CONFIG, current -> List.of());

    assertThat(Files.readAttributes(config, "unix:ino,lastModifiedTime,ctime")).isEqualTo(before);
  }

  @Test
  void a_change_that_changes_nothing_does_not_make_a_file() {
    files().edit(FileKind.CONFIG, current -> List.of(new Change.Unset("default", "region")));

    assertThat(folder).doesNotExist();
  }

  // --- links -------------------------------------------------------------------------------------

  @Test
  void a_chain_of_symbolic_links_is_followed_and_stays() throws IOException {
    Path real = Files.createDirectory(home.resolve("dotfiles")).resolve("aws-config");
    Files.writeString(real, "[default]\n");
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve("middle"), Path.of("../dotfiles/aws-config"));
    Files.createSymbolicLink(config, Path.of("middle"));

    setRegion("x");

    assertThat(config).isSymbolicLink();
    assertThat(folder.resolve("middle")).isSymbolicLink();
    assertThat(real).hasContent("[default]\nregion = x\n");
    assertThat(namesIn(home.resolve("dotfiles"))).containsExactly("aws-config");
    assertThat(locked).containsExactly(real.toString());
  }

  @Test
  void a_symbolic_link_to_a_folder_is_followed() throws IOException {
    Files.createDirectory(home.resolve("dotfiles"));
    Files.createSymbolicLink(folder, Path.of("dotfiles"));

    setRegion("x");

    assertThat(home.resolve("dotfiles/config")).exists();
    assertThat(locked).containsExactly(home.resolve("dotfiles/config").toString());
  }

  @Test
  void a_link_to_a_missing_file_makes_that_file() throws IOException {
    Files.createDirectory(folder);
    Files.createSymbolicLink(config, home.resolve("elsewhere"));

    setRegion("x");

    assertThat(config).isSymbolicLink();
    assertThat(home.resolve("elsewhere")).hasContent("[default]\nregion = x\n");
  }

  @Test
  void links_that_lead_in_a_circle_are_refused() throws IOException {
    Files.createDirectory(folder);
    Files.createSymbolicLink(config, Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("config"));

    assertThat(refused()).hasToString("its symbolic links lead in a circle");
  }

  @Test
  void a_file_with_hard_links_is_refused_because_a_rename_would_part_them() throws IOException {
    write("[default]\n", "rw-------");
    Files.createLink(home.resolve("other"), config);

    assertThat(refused())
        .hasToString("it has several hard links, and replacing it would separate them");
    assertUntouched();
  }

  // --- what cannot be written --------------------------------------------------------------------

  @Test
  void a_read_only_file_is_refused_even_for_the_superuser() throws IOException {
    write("[default]\n", "r--------");

    assertThat(refused()).hasToString("it is read-only");
    assertUntouched();
  }

  @Test
  void a_read_only_folder_is_refused() throws IOException {
    write("[default]\n", "rw-------");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assertThat(refused()).hasToString("its folder is read-only");
      assertUntouched();
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void a_folder_in_place_of_the_file_is_refused() throws IOException {
    Files.createDirectories(config);

    assertThat(failure(this::setRegionX))
        .isEqualTo(new FileFailure.Unreadable(config.toString(), "it is a folder"));
  }

  @Test
  void a_file_in_place_of_the_folder_is_named() throws IOException {
    Files.writeString(folder, "");
    FileFailure named = new FileFailure.Unreadable(config.toString(), folder + " is not a folder");

    assertThat(failure(this::setRegionX)).isEqualTo(named);
    assertThat(failure(() -> files().read())).isEqualTo(named);
  }

  @Test
  void a_home_that_is_meant_to_have_no_files_has_none() {
    AwsFiles files = files(Map.of("HOME", "/dev/null"), this::lock);

    assertThat(files.read().profiles()).isEmpty();
  }

  @Test
  void a_check_says_what_a_change_would_and_changes_nothing() throws IOException {
    write("[default]\n", "r--------");
    assertThat(failure(() -> files().checkWritable(FileKind.CONFIG)))
        .isEqualTo(new FileFailure.Unwritable(config.toString(), "it is read-only"));

    write("[default]\n", "rw-------");
    files().checkWritable(FileKind.CONFIG);
    files().checkWritable(FileKind.CREDENTIALS);
    assertUntouched();
  }

  @Test
  void a_check_makes_no_folder() {
    files().checkWritable(FileKind.CONFIG);

    assertThat(folder).doesNotExist();
  }

  @Test
  void a_device_in_place_of_the_file_is_refused() {
    AwsFiles files = files(Map.of("AWS_CONFIG_FILE", "/dev/null"), this::lock);

    assertThat(failure(() -> files.edit(FileKind.CONFIG, set("x"))))
        .isEqualTo(new FileFailure.Unwritable("/dev/null", "it is not a regular file"));
  }

  @Test
  void a_file_that_is_too_long_for_settings_is_refused() throws IOException {
    write("", "rw-------");
    try (RandomAccessFile file = new RandomAccessFile(config.toFile(), "rw")) {
      file.setLength((64L << 20) + 1);
    }

    assertThat(failure(this::setRegionX))
        .isEqualTo(
            new FileFailure.Unreadable(
                config.toString(), "it has more than 64 MiB, too much for settings"));
    assertThat(config).hasSize((64L << 20) + 1);
  }

  @Test
  void links_that_lead_in_a_circle_cannot_be_read() throws IOException {
    Files.createDirectory(folder);
    Files.createSymbolicLink(config, Path.of("config"));

    assertThat(failure(() -> files().read()))
        .isEqualTo(
            new FileFailure.Unreadable(config.toString(), "its symbolic links lead in a circle"));
  }

  @Test
  void two_links_to_one_file_are_locked_as_one() throws IOException {
    write("[default]\n", "rw-------");
    Files.createSymbolicLink(folder.resolve("one"), Path.of("config"));
    Files.createSymbolicLink(folder.resolve("two"), config);
    for (String name : List.of("one", "two")) {
      files(Map.of("AWS_CONFIG_FILE", folder.resolve(name).toString()), this::lock)
          .edit(FileKind.CONFIG, set(name));
    }

    assertThat(locked).containsExactly(config.toString(), config.toString());
    assertThat(config).hasContent("[default]\nregion = two\n");
  }

  @Test
  @Timeout(20)
  void a_named_pipe_is_refused_since_nobody_may_ever_write_to_it() throws IOException {
    Files.createDirectories(folder);
    assumeTrue(run("mkfifo", config.toString()), "no named pipes here");

    Failure failure = failure(() -> files().read());

    assertThat(failure).isInstanceOf(FileFailure.Unreadable.class);
    assertThat(((FileFailure.Unreadable) failure).why()).startsWith("it is a named pipe");
  }

  @Test
  void a_full_disk_leaves_the_old_file_and_nothing_beside_it() throws Exception {
    Path small = Files.createDirectory(home.resolve("small"));
    assumeTrue(mount(small), "only the superuser can mount a small disk");
    try {
      Path full = Files.writeString(small.resolve("config"), "[default]\n");
      AwsFiles files = files(Map.of("AWS_CONFIG_FILE", full.toString()), this::lock);
      Files.write(small.resolve("ballast"), new byte[60 * 1024]);
      String tooMuch = "x".repeat(64 * 1024);

      assertThat(failure(() -> files.edit(FileKind.CONFIG, set(tooMuch))))
          .isEqualTo(new FileFailure.Unwritable(full.toString(), "No space left on device"));
      assertThat(full).hasContent("[default]\n");
      assertThat(namesIn(small)).containsExactlyInAnyOrder("config", "ballast");
    } finally {
      run("umount", small.toString());
    }
  }

  @Test
  void the_hint_for_a_file_that_cannot_be_written_is_a_command_that_shows_why() {
    String full = "No space left on device";

    assertThat(new FileFailure.Unwritable("/a/config", full).hint()).isEqualTo("df -h /a");
    assertThat(new FileFailure.Unwritable("/config", full).hint()).isEqualTo("df -h /");
    assertThat(new FileFailure.Unwritable("config", full).hint()).isEqualTo("df -h .");
    assertThat(new FileFailure.Unwritable("/a/config", "permission denied").hint())
        .isEqualTo("ls -ld /a /a/config");
  }

  // --- who else writes ---------------------------------------------------------------------------

  @Test
  void the_file_is_locked_by_its_real_path_while_it_is_decided_on_and_saved() throws IOException {
    write("[default]\n", "rw-------");

    files()
        .edit(
            FileKind.CONFIG,
            current -> {
              assertThat(locked).containsExactly(config.toString());
              assertThat(released).isEmpty();
              return List.of();
            });

    assertThat(released).containsExactly(config.toString());
  }

  @Test
  void what_is_decided_on_is_what_the_file_says_under_the_lock() throws IOException {
    write("[default]\n", "rw-------");
    Locks late =
        (name, wait) -> {
          write("[default]\nregion = late\n", "rw-------");
          return () -> {};
        };
    List<String> seen = new ArrayList<>();

    files(Map.of(), late)
        .edit(
            FileKind.CONFIG,
            current -> {
              seen.add(current.profile("default").orElseThrow().value("region").orElse(""));
              return List.of(new Change.Set("default", "output", "json"));
            });

    assertThat(seen).containsExactly("late");
    assertThat(config).hasContent("[default]\nregion = late\noutput = json\n");
  }

  @Test
  void a_change_made_in_the_meantime_by_a_program_that_takes_no_lock_is_not_lost()
      throws IOException {
    write("[default]\n", "rw-------");

    Failure failure =
        failure(() ->
            files()
                .edit(
                    FileKind.CONFIG,
                    current -> {
                      write("[default]\nother = 1\n", "rw-------");
                      return List.of(new Change.Set("default", "region", "x"));
                    }));

    assertThat(failure).isEqualTo(new FileFailure.Changed(config.toString()));
    assertThat(config).hasContent("[default]\nother = 1\n");
    assertThat(namesIn(folder)).containsExactly("config");
  }

  @Test
  void a_file_that_appears_in_the_meantime_is_not_lost() {
    Failure failure =
        failure(() ->
            files()
                .edit(
                    FileKind.CONFIG,
                    current -> {
                      write("[profile other]\n", "rw-------");
                      return List.of(new Change.Set("default", "region", "x"));
                    }));

    assertThat(failure).isInstanceOf(FileFailure.Changed.class);
    assertThat(config).hasContent("[profile other]\n");
  }

  @Test
  void what_a_killed_process_left_is_removed_and_what_a_living_one_writes_is_not()
      throws IOException {
    write("[default]\n", "rw-------");
    Files.writeString(folder.resolve(".config.keyturn-999999999"), "half");
    Files.writeString(folder.resolve(".config.keyturn-1"), "of a living process");
    Files.writeString(folder.resolve(".config.keyturn-note"), "of somebody else");

    setRegion("x");

    assertThat(namesIn(folder))
        .containsExactlyInAnyOrder("config", ".config.keyturn-1", ".config.keyturn-note");
  }

  @Test
  void a_broken_file_is_not_written_and_the_lock_is_freed() throws IOException {
    write("[default\n", "rw-------");

    assertThat(failure(this::setRegionX)).isInstanceOf(FileFailure.Broken.class);
    assertThat(config).hasContent("[default\n");
    assertThat(released).isEqualTo(locked);
  }

  @Test
  void values_in_another_encoding_do_not_keep_other_lines_from_being_changed() throws IOException {
    Files.createDirectory(folder);
    Files.write(config, "[default]\nname = \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    setRegion("x");

    assertThat(Files.readAllBytes(config))
        .isEqualTo("[default]\nname = \u00e9\nregion = x\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  // --- Windows -----------------------------------------------------------------------------------

  @Test
  void on_Windows_the_access_list_is_kept() throws IOException {
    FileSystem windows =
        Jimfs.newFileSystem(
            Configuration.windows().toBuilder().setAttributeViews("basic", "owner", "acl").build());
    Path file = windows.getPath("C:\\ada\\.aws\\config");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "[default]\r\n");
    AclEntry entry =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(windows.getUserPrincipalLookupService().lookupPrincipalByName("ada"))
            .setPermissions(Set.of(AclEntryPermission.READ_DATA, AclEntryPermission.WRITE_DATA))
            .build();
    Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(List.of(entry));

    new AwsFiles(Map.of("HOME", "C:\\ada"), "C:\\x", windows, this::lock)
        .edit(FileKind.CONFIG, set("x"));

    assertThat(Files.readString(file)).isEqualTo("[default]\r\nregion = x\r\n");
    assertThat(Files.getFileAttributeView(file, AclFileAttributeView.class).getAcl())
        .containsExactly(entry);
  }

  // --- the language of these tests ---------------------------------------------------------------

  private AwsFiles files() {
    return files(Map.of(), this::lock);
  }

  private AwsFiles files(Map<String, String> environment, Locks locks) {
    return new AwsFiles(environment, home.toString(), FileSystems.getDefault(), locks);
  }

  private Locks.Held lock(String name, Duration wait) {
    assertThat(wait).isEqualTo(Duration.ofSeconds(60));
    locked.add(name);
    return () -> released.add(name);
  }

  private static dev.keyturn.domain.profile.file.ProfileFiles.Edit set(String region) {
    return current -> List.of(new Change.Set("default", "region", region));
  }

  private void setRegion(String region) {
    files().edit(FileKind.CONFIG, set(region));
  }

  private void setRegionX() {
    setRegion("x");
  }

  private void write(String text, String mode) {
    try {
      Files.createDirectories(folder);
      Files.writeString(config, text);
      Files.setPosixFilePermissions(config, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String refused() {
    return ((FileFailure.Unwritable) failure(this::setRegionX)).why();
  }

  private void assertUntouched() throws IOException {
    assertThat(config).hasContent("[default]\n");
    assertThat(namesIn(folder)).containsExactly("config");
  }

  private static Failure failure(Runnable action) {
    try {
      action.run();
    } catch (FailureException e) {
      return e.failure();
    }
    throw new AssertionError("it succeeds");
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private boolean chown(String user, String group) {
    return run("chown", user + ":" + group, config.toString());
  }

  private static boolean mount(Path folder) {
    return run("mount", "-t", "tmpfs", "-o", "size=100k", "keyturn-test", folder.toString());
  }

  private static boolean run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
