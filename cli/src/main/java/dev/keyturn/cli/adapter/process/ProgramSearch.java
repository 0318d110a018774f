package dev.keyturn.cli.adapter.process;

import dev.keyturn.domain.failure.Failure;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds a program as a shell does: a name with a slash is a path, any other is looked up in the
 * folders of {@code PATH}, and on Windows with the endings of {@code PATHEXT}.
 */
final class ProgramSearch {

  private static final boolean WINDOWS = File.separatorChar == '\\';

  /** The default of execvp if {@code PATH} is missing. */
  private static final String DEFAULT_PATH = "/bin:/usr/bin";

  private ProgramSearch() {}

  /**
   * The file of {@code program}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoProgram}
   */
  static File find(String program, Map<String, String> environment) {
    boolean found = false;
    for (File file : candidates(program, environment)) {
      if (file.isFile() && file.canExecute()) {
        return file;
      }
      found |= file.exists();
    }
    throw new Failure.NoProgram(program, found).exception();
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
