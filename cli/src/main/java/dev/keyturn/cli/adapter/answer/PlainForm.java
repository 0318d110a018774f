package dev.keyturn.cli.adapter.answer;

import dev.keyturn.domain.environment.Variable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The command lines that the launcher may answer; {@code hot.sh} understands the same ones.
 *
 * <pre>
 * "credential-process" [ PROFILE ]
 * "env" [ PROFILE ] [ "--format" ( "sh" | "fish" ) ]
 * "status" [ PROFILE ] ( "--check" | "--short" ), in any order
 * "exec" [ PROFILE ] "--" COMMAND { ARGUMENT }
 * "login" [ PROFILE ]
 * </pre>
 *
 * @param kind the kind of answer
 * @param profile the profile; if none is typed, the variables that choose one, each after a comma
 */
record PlainForm(Kind kind, String profile) {

  /** Kinds of answers. */
  enum Kind {
    CREDENTIAL_PROCESS("credential-process"),
    ENV("env"),
    FISH("fish"),
    CHECK("check"),
    SHORT("short"),
    EXEC("exec"),
    LOGIN("login");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private static final List<Variable> CHOOSING =
      List.of(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE, Variable.KEYTURN_PROFILE);

  /** The form of {@code words}; null if the launcher does not answer them. */
  static @Nullable PlainForm of(List<String> words, UnaryOperator<String> variables) {
    if (words.isEmpty()) {
      return null;
    }
    List<String> rest = words.subList(1, words.size());
    if (words.get(0).equals("status") && rest.size() == 2 && isOption(rest.get(0))) {
      rest = List.of(rest.get(1), rest.get(0));
    }
    boolean named = !rest.isEmpty() && isName(rest.get(0));
    String profile = named ? rest.get(0) : chosen(variables);
    Kind kind = kind(words.get(0), named ? rest.subList(1, rest.size()) : rest, variables);
    boolean commas = named && profile.indexOf(',') >= 0;
    boolean code = kind == Kind.LOGIN && isNumber(profile);
    return kind == null || commas || code || !isPlain(profile)
        ? null
        : new PlainForm(kind, profile);
  }

  private static String chosen(UnaryOperator<String> variables) {
    StringBuilder chosen = new StringBuilder();
    for (Variable variable : CHOOSING) {
      chosen.append(',').append(variables.apply(variable.name()));
    }
    return chosen.toString();
  }

  private static @Nullable Kind kind(
      String command, List<String> rest, UnaryOperator<String> variables) {
    return switch (command) {
      case "credential-process" -> rest.isEmpty() ? Kind.CREDENTIAL_PROCESS : null;
      case "env" -> env(rest, variables);
      case "status" -> rest.size() == 1 ? check(rest.get(0)) : null;
      case "exec" -> isProgram(rest) ? Kind.EXEC : null;
      case "login" -> rest.isEmpty() ? Kind.LOGIN : null;
      default -> null;
    };
  }

  /** For fish only on request: Bash sets SHELL itself if the caller does not. */
  private static @Nullable Kind env(List<String> rest, UnaryOperator<String> variables) {
    if (rest.equals(List.of("--format", "fish"))) {
      return Kind.FISH;
    }
    boolean isPosix =
        rest.isEmpty()
            ? !variables.apply("SHELL").contains("fish")
            : rest.equals(List.of("--format", "sh"));
    return isPosix ? Kind.ENV : null;
  }

  private static @Nullable Kind check(String option) {
    return switch (option) {
      case "--check" -> Kind.CHECK;
      case "--short" -> Kind.SHORT;
      default -> null;
    };
  }

  private static boolean isOption(String word) {
    return check(word) != null;
  }

  private static boolean isProgram(List<String> rest) {
    return rest.size() > 1 && rest.get(0).equals("--") && isName(rest.get(1));
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && !word.startsWith("-");
  }

  /** In the place of a profile, the code for the implicit one. */
  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPlain(String profile) {
    for (int i = 0; i < profile.length(); i++) {
      char c = profile.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && ",._-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  boolean runsProgram() {
    return kind == Kind.EXEC;
  }

  /** Whether the answer changes when a session is to be renewed. */
  boolean dependsOnRenewal() {
    return switch (kind) {
      case CREDENTIAL_PROCESS, ENV, FISH, EXEC, LOGIN -> true;
      case CHECK, SHORT -> false;
    };
  }

  /** Whether the answer changes when the time left of its session does. */
  boolean dependsOnTimeLeft() {
    return switch (kind) {
      case CREDENTIAL_PROCESS, ENV, FISH, EXEC -> false;
      case CHECK, SHORT, LOGIN -> true;
    };
  }

  /** Whether the command says on standard error what to type next, and nothing else. */
  boolean saysWhatIsNext() {
    return kind == Kind.LOGIN;
  }

  /** The name of the file with the answer. */
  String fileName() {
    return kind.label + "," + profile;
  }

  /** The answer is valid for one build only. */
  String of(String build) {
    return build + " " + kind.label + " " + profile;
  }
}
