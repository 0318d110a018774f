package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code duration_seconds} of a role. */
final class DurationSetting {

  private static final String NAME = "duration_seconds";

  private final Findings findings;

  DurationSetting(Findings findings) {
    this.findings = findings;
  }

  /**
   * The duration; null if missing or not a whole number, which botocore ignores as well.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad}, for a duration
   *     that no role can have
   */
  @Nullable Duration read(Section section) {
    Optional<Setting> setting = section.filled(NAME);
    return setting.isPresent() ? parse(section, setting.get()) : null;
  }

  private @Nullable Duration parse(Section section, Setting setting) {
    String text = findings.use(setting);
    if (!isWholeNumber(text)) {
      findings.warn(
          "duration-not-a-number",
          NAME + " is '" + text + "', not a number of seconds; it is ignored, as the AWS CLI does",
          setting.origin());
      return null;
    }
    Duration duration =
        Duration.ofSeconds(text.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(text));
    if (!Durations.Range.ROLE.contains(duration)) {
      throw new ProfileFailure.Bad(
              section.name(),
              NAME
                  + " is "
                  + text
                  + ", but a role session lasts "
                  + Durations.Range.ROLE.describe()
                  + " ("
                  + setting.origin()
                  + ")",
              ShellCommand.of(
                  "keyturn", "config", "set", "profile." + section.name() + "." + NAME, "3600"))
          .exception();
    }
    return duration;
  }

  private static boolean isWholeNumber(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > start;
  }
}
