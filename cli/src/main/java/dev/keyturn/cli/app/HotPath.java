package dev.keyturn.cli.app;

import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.PlainArguments;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.status.StatusCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain forms of what scripts and prompts run all the time, understood by hand: a parser would
 * take longer to load than the answer to find. Anything unusual is left to the parser; a test holds
 * both against each other.
 *
 * <pre>
 * "credential-process" PROFILE
 * "env" [ PROFILE ] [ "--format" FORMAT ]
 * "exec" [ PROFILE ] "--" COMMAND { ARGUMENT }
 * "status" [ PROFILE ] ( "--check" | "--short" ), in any order
 * "config" ( "get" | "unset" ) KEY
 * "config" "set" KEY VALUE
 * </pre>
 */
final class HotPath {

  private HotPath() {}

  /** The outcome; null when the words are not of a plain form. */
  static @Nullable ExitStatus run(List<String> words, App app, Map<String, String> environment) {
    return switch (words.isEmpty() ? "" : words.get(0)) {
      case "credential-process" -> credentialProcess(words, app, environment);
      case "env" -> env(words, app, environment);
      case "exec" -> exec(words, app, environment);
      case "status" -> status(words, app, environment);
      case "config" -> config(words, app);
      default -> null;
    };
  }

  private static @Nullable ExitStatus credentialProcess(
      List<String> words, App app, Map<String, String> environment) {
    return words.size() == 2 && isName(words.get(1))
        ? app.credentialProcess(line -> {}).run(choice(words.get(1), environment))
        : null;
  }

  private static @Nullable ExitStatus env(
      List<String> words, App app, Map<String, String> environment) {
    boolean named = words.size() > 1 && isName(words.get(1));
    int next = named ? 2 : 1;
    String format = "";
    if (words.size() == next + 2 && words.get(next).equals("--format")) {
      format = words.get(next + 1);
      next += 2;
    }
    if (words.size() != next) {
      return null;
    }
    return app.env(line -> {}).run(choice(named ? words.get(1) : "", environment), format);
  }

  private static @Nullable ExitStatus exec(
      List<String> words, App app, Map<String, String> environment) {
    int dashes = words.indexOf("--");
    boolean named = dashes == 2 && isName(words.get(1));
    if ((dashes != 1 && !named) || !isProgram(words, dashes + 1)) {
      return null;
    }
    return app.exec(line -> {})
        .run(
            choice(named ? words.get(1) : "", environment),
            words.subList(dashes + 1, words.size()));
  }

  private static boolean isProgram(List<String> words, int position) {
    return words.size() > position && isName(words.get(position));
  }

  private static @Nullable ExitStatus status(
      List<String> words, App app, Map<String, String> environment) {
    String profile = "";
    String option = "";
    for (String word : words.subList(1, words.size())) {
      if (option.isEmpty() && (word.equals("--check") || word.equals("--short"))) {
        option = word;
      } else if (profile.isEmpty() && isName(word)) {
        profile = word;
      } else {
        return null;
      }
    }
    if (option.isEmpty()) {
      return null;
    }
    ProfileChoice choice = choice(profile, environment);
    StatusCommand status = app.status();
    return option.equals("--check") ? status.check(choice, Duration.ZERO) : status.brief(choice);
  }

  private static @Nullable ExitStatus config(List<String> words, App app) {
    String verb = words.size() > 2 ? words.get(1) : "";
    boolean isPlain =
        switch (verb) {
          case "get", "unset" -> words.size() == 3;
          case "set" -> words.size() == 4;
          default -> false;
        };
    if (!isPlain) {
      return null;
    }
    List<String> plain = words.subList(2, words.size());
    for (String word : plain) {
      if (!isName(word)) {
        return null;
      }
    }
    String name = "config ".concat(verb);
    return app.command(name, line -> {}).run(new PlainArguments(plain));
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && !word.startsWith("-");
  }

  private static ProfileChoice choice(String profile, Map<String, String> environment) {
    return profile.isEmpty()
        ? ProfileChoice.implicit(environment)
        : new ProfileChoice(profile, true);
  }
}
