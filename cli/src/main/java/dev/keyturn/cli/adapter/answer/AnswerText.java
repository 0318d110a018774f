package dev.keyturn.cli.adapter.answer;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.environment.Variable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer: assignments in the language of POSIX shells, which {@code hot.sh} loads.
 * It is refused, by {@link Unrepeatable}, if a shell might read it differently than Java.
 */
final class AnswerText {

  /** The answer cannot be left to the launcher. */
  static final class Unrepeatable extends Exception {
    private static final long serialVersionUID = 1L;

    Unrepeatable() {
      super(null, null, false, false);
    }
  }

  /** A pipe accepts a write of this size completely or not at all. */
  private static final int LONGEST = 4_000;

  /**
   * Allowed besides letters and digits; quotes and line breaks occur in the output of {@code env}.
   */
  private static final String PRINTED = "+/=_.:,;@ \"{}()[]-%'\n";

  /** The characters of values that {@code exec} sets; no shell treats any of them as a pattern. */
  private static final String VALUE = "+/=_.:,@ -%";

  /** Characters that a shell expands in an unquoted word. */
  private static final String PATTERN = "*?[\\(";

  /** The launcher searches programs itself, and asks the shell's name for the output format. */
  private static final List<String> READ_BY_THE_LAUNCHER = List.of("PATH", "SHELL");

  private static final String KEY_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins with the conditions of the answer.
   *
   * @param about the words that ask for it, and the build that gives it
   */
  AnswerText(String about, NotedVariables variables, List<NotedFile> files, Instant until)
      throws Unrepeatable {
    assign("for", about);
    environment(variables);
    inputs(files);
    assign("until", stamp(until));
  }

  /**
   * The complete text of a printed answer.
   *
   * @param next the line on standard error; empty for none
   */
  String ofPrinted(String printed, String next) throws Unrepeatable {
    printed("answer", printed);
    printed("next", next);
    assign("end", "1");
    return text.toString();
  }

  /** The complete text of an answer that a program gets as variables. */
  String ofChange(EnvironmentChange change) throws Unrepeatable {
    change(change);
    assign("end", "1");
    return text.toString();
  }

  /** The name of the empty file with the time {@code time}. */
  static String stamp(Instant time) {
    String nanos = Integer.toString(1_000_000_000 + time.getNano());
    return time.getEpochSecond() + "." + nanos.substring(1);
  }

  private void assign(String name, String value) {
    text.append("keyturn_").append(name).append("='");
    text.append(value.replace("'", "'\\''")).append("'\n");
  }

  /** A line for each variable: empty, or an equals sign and the value. */
  private void environment(NotedVariables variables) throws Unrepeatable {
    if (variables.areAllNoted()) {
      throw new Unrepeatable();
    }
    StringBuilder now = new StringBuilder();
    StringBuilder then = new StringBuilder();
    for (Map.Entry<String, @Nullable String> variable : variables.noted().entrySet()) {
      if (!READ_BY_THE_LAUNCHER.contains(variable.getKey())) {
        now.append(expansion(variable.getKey())).append('\n');
        then.append(recorded(variable.getKey(), variable.getValue())).append('\n');
      }
    }
    text.append("keyturn_environment=\"").append(now).append("\"\n");
    assign("recorded", then.toString());
  }

  private static String expansion(String name) throws Unrepeatable {
    check(name, "_");
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      throw new Unrepeatable();
    }
    return Variable.isSecret(name)
        ? "${" + name + ":+=}${" + name + "%%[" + KEY_CHARACTERS + "]*}"
        : "${" + name + "+=}${" + name + "-}";
  }

  /**
   * For keys in the environment, only whether they are set: an answer made from them is never
   * cached. Other secrets may affect the answer.
   */
  private static String recorded(String name, @Nullable String value) throws Unrepeatable {
    if (value == null || (value.isEmpty() && Variable.isSecret(name))) {
      return "";
    }
    if (!Variable.isSecret(name)) {
      checkNoControl(value);
      return "=" + value;
    }
    boolean isOfSession =
        name.equals(Variable.AWS_SESSION_TOKEN.name())
            || name.equals(Variable.AWS_SECRET_ACCESS_KEY.name());
    if (!isOfSession || KEY_CHARACTERS.indexOf(value.charAt(0)) < 0) {
      throw new Unrepeatable();
    }
    return "=";
  }

  private void inputs(List<NotedFile> files) throws Unrepeatable {
    StringBuilder lines = new StringBuilder();
    for (NotedFile file : files) {
      lines.append(path(file.path())).append('\n');
      NotedFile.Found found = file.found();
      if (found != null) {
        lines.append(path(found.real())).append('\n');
        lines.append(stamp(found.modified())).append('\n');
      } else if (file.isMissing()) {
        lines.append("-\n-\n");
      } else {
        throw new Unrepeatable();
      }
    }
    assign("inputs", lines.toString());
  }

  private static String path(Path path) throws Unrepeatable {
    String text = path.toString();
    checkNoControl(text);
    for (int i = 0; i < text.length(); i++) {
      if (PATTERN.indexOf(text.charAt(i)) >= 0) {
        throw new Unrepeatable();
      }
    }
    if (!path.isAbsolute()) {
      throw new Unrepeatable();
    }
    return text;
  }

  private void printed(String name, String printed) throws Unrepeatable {
    check(printed, PRINTED);
    if (printed.length() > LONGEST || (!printed.isEmpty() && !printed.endsWith("\n"))) {
      throw new Unrepeatable();
    }
    assign(name, printed.isEmpty() ? "" : printed.substring(0, printed.length() - 1));
  }

  private void change(EnvironmentChange change) throws Unrepeatable {
    StringBuilder set = new StringBuilder();
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      check(variable.getKey(), "_");
      check(variable.getValue(), VALUE);
      set.append(variable.getKey()).append('=').append(variable.getValue()).append('\n');
    }
    for (String name : change.unset()) {
      check(name, "_");
    }
    assign("set", set.toString());
    assign("unset", String.join("\n", change.unset()));
  }

  /** Letters and digits of ASCII, and {@code others}. */
  private static void check(String text, String others) throws Unrepeatable {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && others.indexOf(c) < 0) {
        throw new Unrepeatable();
      }
    }
  }

  private static void checkNoControl(String text) throws Unrepeatable {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new Unrepeatable();
      }
    }
  }
}
