package dev.keyturn.adapter.child;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a program as a shell does: a name with a slash is a path, any other is looked up in the
 * folders of {@code PATH}, and on Windows with the endings of {@code PATHEXT}.
 */
public final class ProgramSearch {

  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** The default of execvp if {@code PATH} is missing. */
  private static final String DEFAULT_PATH = "/bin:/usr/bin";

  private ProgramSearch() {}

  /** The file of {@code program}; empty if there is none that can be run. */
  public static Optional<File> find(String program, Map<String, String> environment) {
    return candidates(program, environment).stream()
        .filter(file -> file.isFile() && file.canExecute())
        .findFirst();
  }

  /**
   * The same for a program that must exist.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoProgram}
   */
  public static File require(String program, Map<String, String> environment) {
    return find(program, environment).orElseThrow(() -> missing(program, environment));
  }

  private static FailureException missing(String program, Map<String, String> environment) {
    boolean found = candidates(program, environment).stream().anyMatch(File::exists);
    return new Failure.NoProgram(program, found).exception();
  }

  private static List<File> candidates(String program, Map<String, String> environment) {
    List<File> candidates = new ArrayList<>();
    for (String ending : endings(environment)) {
      if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
        candidates.add(new File(program + ending));
        continue;
      }
      for (String folder : folders(environment)) {
        // An empty entry is the current folder.
        candidates.add(new File(folder.isEmpty() ? "." : folder, program + ending));
      }
    }
    return candidates;
  }

  private static String[] folders(Map<String, String> environment) {
    return environment.getOrDefault("PATH", DEFAULT_PATH).split(File.pathSeparator, -1);
  }

  private static String[] endings(Map<String, String> environment) {
    return WINDOWS
        ? (";" + environment.getOrDefault("PATHEXT", ".EXE")).split(";", -1)
        : new String[] {""};
  }
}
