package dev.keyturn.cli.adapter.process;

import dev.keyturn.cli.command.port.WorkTrees;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks the {@code git} program. */
public final class GitWorkTrees implements WorkTrees {

  private static final int SECONDS = 10;
  private static final int NO_ANSWER = -1;

  private final Map<String, String> environment;

  /** Runs git in {@code environment}. */
  public GitWorkTrees(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public State state(String file) {
    Path real = real(Path.of(file).toAbsolutePath());
    Path folder = real.getParent();
    if (folder == null || !isInWorkTree(folder)) {
      return State.NONE;
    }
    String name = String.valueOf(real.getFileName());
    if (git(folder, "ls-files", "--error-unmatch", "--", name) == 0) {
      return State.TRACKED;
    }
    return switch (git(folder, "check-ignore", "--quiet", "--", name)) {
      case 0 -> State.IGNORED;
      case 1 -> State.NOT_IGNORED;
      default -> State.UNKNOWN;
    };
  }

  /** The file that a write would change: all links are followed, even if the file is missing. */
  private static Path real(Path path) {
    try {
      if (Files.exists(path)) {
        return path.toRealPath();
      }
      if (Files.isSymbolicLink(path)) {
        return real(path.resolveSibling(Files.readSymbolicLink(path)));
      }
      Path folder = path.getParent();
      return folder == null || !Files.exists(folder)
          ? path.normalize()
          : folder.toRealPath().resolve(path.getFileName());
    } catch (IOException e) {
      return path.normalize();
    }
  }

  private static boolean isInWorkTree(Path folder) {
    for (@Nullable Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  private int git(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    try {
      Process git = builder.start();
      git.getOutputStream().close();
      return git.waitFor(SECONDS, TimeUnit.SECONDS) ? git.exitValue() : NO_ANSWER;
    } catch (IOException e) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
