package dev.keyturn.cli.adapter.shell;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code docker run --env-file} reads, by its reference: a line for each variable; leading
 * blanks, empty lines and lines that begin with {@code #} are ignored; the name ends at the first
 * {@code =} and contains no blank; the value is everything after it, including quotes and blanks. A
 * name alone takes its value from docker's own environment.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/run/#env">docker run</a>
 */
final class DockerEnvFileReader {

  private DockerEnvFileReader() {}

  /**
   * The variables of {@code text}.
   *
   * @throws IllegalArgumentException where docker refuses the file
   */
  static Map<String, String> read(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : text.split("\r?\n", -1)) {
      String rest = line.replaceFirst("^[ \t]+", "");
      int equals = rest.indexOf('=');
      if (rest.isEmpty() || rest.startsWith("#") || equals < 0) {
        continue;
      }
      String name = rest.substring(0, equals);
      if (name.isEmpty() || name.contains(" ") || name.contains("\t")) {
        throw new IllegalArgumentException("variable '" + name + "' contains whitespaces");
      }
      variables.put(name, rest.substring(equals + 1));
    }
    return variables;
  }
}
