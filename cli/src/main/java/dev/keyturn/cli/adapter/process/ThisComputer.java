package dev.keyturn.cli.adapter.process;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.domain.failure.Failure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at files and programs of this computer. */
public final class ThisComputer implements Computer {

  private static final int SECONDS = 4;

  /** Enough entries to diagnose a folder. */
  private static final int MOST_FILES = 1_000;

  private static final Set<PosixFilePermission> READ =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private static final Set<PosixFilePermission> WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Map<String, String> environment;
  private final Path home;

  /** For the user with this home folder; programs run in {@code environment}. */
  public ThisComputer(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  @Override
  public String home() {
    return home.toString();
  }

  @Override
  public String description() {
    return (System.getProperty("os.name") + " " + System.getProperty("os.version") + " ")
        + (System.getProperty("os.arch") + ", Java " + System.getProperty("java.version"));
  }

  @Override
  public Optional<Found> look(String path) {
    try {
      Path file = Path.of(path);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      boolean own = Files.getOwner(file).equals(Files.getOwner(home));
      Set<PosixFilePermission> mode =
          file.getFileSystem().supportedFileAttributeViews().contains("posix")
              ? Files.getPosixFilePermissions(file)
              : Set.of();
      return Optional.of(
          new Found(
              path,
              Files.isDirectory(file),
              own,
              READ.stream().anyMatch(mode::contains),
              WRITE.stream().anyMatch(mode::contains)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Found> nearest(String path) {
    try {
      Path file = Path.of(path).toAbsolutePath();
      while (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) && file.getParent() != null) {
        file = file.getParent();
      }
      return Files.exists(file)
          ? look(file.toString())
          : Optional.of(new Found(file.toString(), false, true, false, false));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isWritable(String folder) {
    Path path = Path.of(folder);
    return Files.isWritable(path) && Files.isExecutable(path);
  }

  @Override
  public List<String> lines(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file)
          ? Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()
          : List.of();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  @Override
  public void makePrivate(String path) {
    PrivateFiles.restrict(Path.of(path));
  }

  @Override
  public boolean isInstalled(String program) {
    return ProgramSearch.find(program, environment).isPresent();
  }

  @Override
  public Optional<String> program(String name) {
    return ProgramSearch.find(name, environment).flatMap(ThisComputer::real);
  }

  private static Optional<String> real(File program) {
    try {
      return Optional.of(program.toPath().toRealPath().toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<Found> inside(String folder) {
    try (Stream<Path> paths = Files.walk(Path.of(folder), 2)) {
      return paths
          .skip(1)
          .limit(MOST_FILES)
          .flatMap(path -> look(path.toString()).stream())
          .toList();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      return List.of();
    }
  }

  @Override
  public Optional<String> answerOf(String program, List<String> words) {
    return ProgramSearch.find(program, environment).flatMap(file -> answerOf(file, words));
  }

  private Optional<String> answerOf(File program, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(program.getPath());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      try (BufferedReader answer = process.inputReader(StandardCharsets.UTF_8)) {
        return answer.lines().findFirst();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
