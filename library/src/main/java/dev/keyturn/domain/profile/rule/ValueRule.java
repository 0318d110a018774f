package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.OddText;
import dev.keyturn.domain.profile.file.Placeholder;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.StsText;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values in files that AWS would refuse, before any call, so that no code is used for a
 * call that cannot succeed.
 */
final class ValueRule {

  private ValueRule() {}

  /**
   * The value of {@code setting}.
   *
   * @param profile the profile it is in
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad}, for a text that
   *     STS does not accept
   */
  static String checked(String profile, Setting setting, StsText text) {
    String value = setting.value();
    if (text.accepts(value)) {
      return value;
    }
    String cleaned = OddText.cleaned(value);
    String example = text.accepts(cleaned) ? cleaned : "VALUE";
    throw bad(
        profile,
        setting,
        why(value, text),
        "keyturn config set profile." + profile + "." + setting.name() + " " + example);
  }

  private static String why(String value, StsText text) {
    String odd = OddText.reason(value);
    if (odd != null) {
      return odd;
    }
    return Placeholder.is(value)
        ? "still has a placeholder: '" + value + "'"
        : "is not a valid " + text.label() + ": '" + value + "'; use " + text.form();
  }

  /**
   * Checks that a part of a key contains no quotes and no invisible characters; AWS checks its
   * format.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad}
   */
  static void checkKey(String profile, @Nullable Setting setting) {
    String odd = setting == null ? null : OddText.reason(setting.value());
    if (setting != null && odd != null) {
      throw bad(
          profile,
          setting,
          odd,
          "keyturn config set profile." + profile + "." + setting.name() + " -");
    }
  }

  private static RuntimeException bad(String profile, Setting setting, String why, String hint) {
    String message =
        setting.name() + " of profile '" + profile + "' " + why + " (" + setting.origin() + ")";
    return new ProfileFailure.Bad(profile, message, hint).exception();
  }
}
