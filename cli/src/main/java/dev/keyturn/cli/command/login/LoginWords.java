package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of {@code login}: profiles, and optionally a code at the end, unless a profile is
 * called by six digits.
 *
 * @param profiles the profiles to log in, never empty
 * @param code the code as given; {@code -} to read it from standard input; empty if none was typed
 */
record LoginWords(List<ProfileChoice> profiles, String code) {

  static final Argument<String> WORDS =
      Argument.any(
          Value.PROFILE_OR_CODE,
          "Profiles, or patterns such as 'dev-*' (default: AWS_PROFILE, then default), optionally"
              + " followed by the six-digit MFA code.");

  static final ValueOption<String> CODE =
      new ValueOption<>(
          "-c, --code",
          Value.secret("CODE"),
          "MFA code of six digits; - reads it from standard input (default: KEYTURN_MFA_CODE, then"
              + " ask).");

  static LoginWords of(
      Arguments arguments, AwsConfiguration configuration, Map<String, String> environment) {
    List<String> names = new ArrayList<>(WORDS.in(arguments));
    String positional = "";
    if (!names.isEmpty() && looksLikeCode(names.get(names.size() - 1), configuration)) {
      positional = names.remove(names.size() - 1);
    }
    List<ProfileChoice> named =
        ProfileChoice.meant(ProfileChoice.typed(names, arguments), configuration);
    return new LoginWords(
        named.isEmpty() ? List.of(ProfileChoice.implicit(environment)) : named,
        code(arguments, positional));
  }

  /**
   * Fails, like commands with a single profile, if no profile was named and the default cannot be
   * planned.
   */
  void requireNamed(List<LoginTry> tries) {
    boolean isNamed = profiles.stream().anyMatch(ProfileChoice::explicit);
    Failure failure = isNamed || tries.size() != 1 ? null : tries.get(0).failure();
    if (failure != null) {
      throw failure.exception();
    }
  }

  /** The code; null when none was typed. */
  @Nullable MfaCode typed(Input input) {
    if (code.isEmpty()) {
      return null;
    }
    return MfaCode.parse(code.equals("-") ? input.line() : code);
  }

  /** The user's line without the code among its arguments; null if it has none. */
  @Nullable String withoutCode(Arguments arguments) {
    if (code.isEmpty() || code.equals("-")) {
      return null;
    }
    return CODE.in(arguments).isPresent()
        ? arguments.typed().without(CODE)
        : arguments.typed().withoutWord(code);
  }

  /**
   * Only digits, apart from spaces as apps show them: with a wrong number of digits it is a
   * mistyped code rather than a profile.
   */
  private static boolean looksLikeCode(String word, AwsConfiguration configuration) {
    boolean digits =
        !word.isBlank() && word.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ' ');
    return digits && configuration.profile(word).isEmpty();
  }

  private static String code(Arguments arguments, String positional) {
    Optional<String> option = CODE.in(arguments);
    if (option.isEmpty()) {
      return positional;
    }
    if (!positional.isEmpty()) {
      throw new Failure.Usage("the MFA code is given twice", arguments.typed().without(CODE))
          .exception();
    }
    if (option.get().isEmpty()) {
      // An empty word comes from a script whose variable is not set; it must not lead to a prompt.
      throw new Failure.Usage("--code is empty", arguments.typed().with(CODE, "CODE")).exception();
    }
    return option.get();
  }
}
