package dev.keyturn.app;

import dev.keyturn.command.ExitCode;
import dev.keyturn.command.ProfileChoice;
import dev.keyturn.command.StatusCommand;
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
 * "status" [ PROFILE ] ( "--check" | "--short" ), in any order
 * </pre>
 */
final class HotPath {

  private HotPath() {}

  /** The outcome; null when the words are not of a plain form. */
  static @Nullable ExitCode run(List<String> words, App app, Map<String, String> environment) {
    if (words.isEmpty() || !words.get(0).equals("status")) {
      return null;
    }
    String profile = "";
    String option = "";
    for (String word : words.subList(1, words.size())) {
      if (option.isEmpty() && (word.equals("--check") || word.equals("--short"))) {
        option = word;
      } else if (profile.isEmpty() && !word.isEmpty() && !word.startsWith("-")) {
        profile = word;
      } else {
        return null;
      }
    }
    if (option.isEmpty()) {
      return null;
    }
    ProfileChoice choice =
        profile.isEmpty() ? ProfileChoice.implicit(environment) : new ProfileChoice(profile, true);
    StatusCommand status = app.status();
    return option.equals("--check") ? status.check(choice, Duration.ZERO) : status.brief(choice);
  }
}
