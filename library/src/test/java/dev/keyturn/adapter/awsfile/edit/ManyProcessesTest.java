package dev.keyturn.adapter.awsfile.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many processes edit one file, and some are killed. The system properties {@code
 * keyturn.processes} and {@code keyturn.kills} set how many; {@code docs/internals/files.md} says
 * what was seen with 200 and 500.
 */
class ManyProcessesTest {

  private static final int PROCESSES = Integer.getInteger("keyturn.processes", 20);
  private static final int KILLS = Integer.getInteger("keyturn.kills", 25);

  /** So many values each process has for itself. */
  private static final long ROUND = 1_000_000;

  /** So long that a file that was written half would be seen. */
  private static final String FILLER = "# filler\n".repeat(2_000) + "[default]\n";

  @TempDir Path home;

  @Test
  void every_setting_is_written_and_no_reader_sees_half_a_file() throws Exception {
    writeConfig();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> polled = CompletableFuture.supplyAsync(() -> poll(done));
    List<Process> editors = new ArrayList<>();
    for (int index = 0; index < PROCESSES; index++) {
      editors.add(start("key" + index, 1, 3));
    }
    for (Process editor : editors) {
      editor.getOutputStream().write('\n');
      editor.getOutputStream().flush();
    }
    for (Process editor : editors) {
      assertThat(editor.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(editor.exitValue()).isZero();
    }
    done.set(true);

    assertThat(polled.get(1, TimeUnit.MINUTES)).isPositive();
    var settings = files().read().profile("default").orElseThrow().settings();
    assertThat(settings).hasSize(PROCESSES);
    assertThat(settings.values()).allMatch(setting -> setting.value().equals("3"));
    assertThat(namesInFolder()).containsExactly("config");
    assertThat(journal()).hasSize(3 * PROCESSES);
    assertThat(home().undoable()).hasSize(EditJournal.KEPT);
  }

  @Test
  void a_process_killed_at_any_moment_leaves_the_old_file_or_the_new_and_blocks_nobody()
      throws Exception {
    writeConfig();
    Random random = new Random(20261121);
    for (int kill = 0; kill < KILLS; kill++) {
      Process editor = start("key", kill * ROUND, (kill + 1) * ROUND - 1);
      editor.getOutputStream().write('\n');
      editor.getOutputStream().flush();
      Thread.sleep(random.nextInt(60));
      editor.destroyForcibly().waitFor();

      assertThat(Files.readString(config())).startsWith(FILLER).endsWith("\n");
      assertThat(files().read().profile("default")).isPresent();
      assertThatUndoKnowsTheLastEdit();
    }
    files().edit(FileKind.CONFIG, current -> List.of(new Change.Set("default", "last", "edit")));

    assertThat(Files.readString(config())).endsWith("last = edit\n");
    assertThat(namesInFolder()).containsExactly("config");
  }

  /** What undo offers first is what the file says, and undoing and redoing it works. */
  private void assertThatUndoKnowsTheLastEdit() throws IOException {
    List<AppliedEdit> edits = home().undoable();
    String[] lines = Files.readString(config()).split("\n", -1);
    String last = lines[lines.length - 2];
    if (last.equals("[default]")) {
      assertThat(edits).isEmpty();
      return;
    }
    List<Hunk> hunks = edits.get(0).edit().hunks();
    assertThat(hunks.get(hunks.size() - 1).after()).isEqualTo(last + "\n");
    home().undo().preview(edits.get(0));
    assertThat(journal()).last().asString().contains("[default] key");
  }

  /** Reads the file again and again; says how often. */
  private int poll(AtomicBoolean done) {
    int times = 0;
    while (!done.get()) {
      try {
        String text = Files.readString(config());
        assertThat(text).startsWith(FILLER).endsWith("\n");
        times++;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return times;
  }

  private Process start(String key, long first, long last) throws IOException {
    Process editor =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                EditorMain.class.getName(),
                home.toString(),
                home.resolve("state").toString(),
                key,
                Long.toString(first),
                Long.toString(last))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(editor.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    return editor;
  }

  private AwsFiles files() {
    Locks locks = new FileLocks(home.resolve("state"));
    return new AwsFiles(
        Map.of("HOME", home.toString()), home.toString(), FileSystems.getDefault(), locks);
  }

  private EditedHome home() {
    return EditorMain.home(home.toString(), home.resolve("state"));
  }

  private List<String> journal() throws IOException {
    return Files.readAllLines(home.resolve("state/journal"));
  }

  private void writeConfig() throws IOException {
    Files.createDirectories(config().resolveSibling(""));
    Files.writeString(config(), FILLER);
  }

  private Path config() {
    return home.resolve(".aws/config");
  }

  private List<String> namesInFolder() throws IOException {
    try (var files = Files.list(home.resolve(".aws"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
