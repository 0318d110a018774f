package dev.keyturn.cli.transcript;

import dev.keyturn.adapter.state.FirstTimes;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.command.port.computer.Remarks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The home folder of a story: the files it begins with, and what became of them. */
public final class StoryHome {

  private static final String STATE = ".local";

  private final Path folder;
  private Map<String, String> seen;

  private StoryHome(Path folder) {
    this.folder = folder;
    this.seen = Map.of();
  }

  /** A new home folder at {@code folder}, replacing an existing one. */
  public static StoryHome create(Path folder, Map<String, String> files) {
    StoryHome home = new StoryHome(folder);
    home.removeAll();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.forEach(home::write);
    // Nearly all stories give codes as arguments; what is said about that once is a story itself.
    new FirstTimes(new StateFolder(folder.resolve(".local/state/keyturn")))
        .isFirst(Remarks.CODE_AS_ARGUMENT);
    home.seen = home.files();
    return home;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Writes a file as another program would. */
  public void write(String name, String content) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets a file's mode, such as {@code rw-------}. */
  void setMode(String name, String mode) {
    try {
      Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What another program changed is not Keyturn's doing. */
  void replace(String name, String content) {
    write(name, content);
    seen = new TreeMap<>(seen);
    seen.put(name, content);
  }

  /** Every line that changed since the last look, with the line before it; empty for none. */
  String changes() {
    Map<String, String> now = files();
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> file : now.entrySet()) {
      String before = seen.get(file.getKey());
      if (before == null) {
        text.append(file.getKey()).append(" is new, ").append(mode(file.getKey())).append('\n');
      } else if (!before.equals(file.getValue())) {
        text.append(file.getKey()).append('\n');
      }
      text.append(LineDifference.of(before == null ? "" : before, file.getValue()));
    }
    for (String name : seen.keySet()) {
      if (!now.containsKey(name)) {
        text.append(name).append(" is gone\n");
      }
    }
    seen = now;
    return text.toString();
  }

  private String mode(String name) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keyturn's own state, one text for each file, with the file's name. */
  public Map<String, String> state() {
    return under(folder.resolve(STATE));
  }

  private Map<String, String> files() {
    Map<String, String> files = under(folder);
    files.keySet().removeIf(name -> name.startsWith(STATE));
    return files;
  }

  private Map<String, String> under(Path root) {
    Map<String, String> files = new TreeMap<>();
    if (!Files.exists(root)) {
      return files;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        text(file).ifPresent(text -> files.put(name, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Empty for a file that has gone: what a command asked in the background may still be noted. */
  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void removeAll() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
