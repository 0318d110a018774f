package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.code.CodeSettings;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.DeviceRule;
import dev.keyturn.domain.profile.rule.Findings;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides the sources of codes. A role inherits these settings, like the device, from its source
 * profiles.
 */
public final class CodeRule {

  private final PlanRequest request;
  private final Chain chain;
  private final Findings findings;

  public CodeRule(PlanRequest request, Chain chain, Findings findings) {
    this.request = request;
    this.chain = chain;
    this.findings = findings;
  }

  /**
   * The settings.
   *
   * @throws FailureException {@code Usage} for a variable that cannot be read, {@code
   *     ProfileFailure.Bad} for a setting
   */
  public CodeSettings choose() {
    Said process = find(ProfileSetting.MFA_PROCESS);
    // A store with the seed of one device cannot generate codes of another.
    boolean another = DeviceRule.isAnother(request, chain);
    Said account = another ? null : find(ProfileSetting.KEYTURN_MFA_YKMAN);
    return new CodeSettings(
        origins(),
        process == null ? null : process.text(),
        another ? null : seedPlace(),
        account == null ? null : account.text(),
        showsDigits());
  }

  private @Nullable List<CodeOrigin> origins() {
    if (request.prompt() != null) {
      return request.prompt();
    }
    Said said = find(ProfileSetting.KEYTURN_MFA_PROMPT);
    try {
      return said == null ? null : CodeOrigin.parse(said.text());
    } catch (FailureException e) {
      throw unreadable(said, e, "terminal,gui");
    }
  }

  private @Nullable StorePlace seedPlace() {
    Said said = find(ProfileSetting.KEYTURN_MFA_SEED);
    try {
      StorePlace place = said == null ? null : StorePlace.parse(said.text());
      if (said != null && StorePlace.AWS_FILES.equals(place)) {
        throw new Failure.Usage(
                "the AWS files cannot keep the secret key of an MFA device: every program reads"
                    + " them",
                "")
            .exception();
      }
      return place;
    } catch (FailureException e) {
      throw unreadable(said, e, "keychain");
    }
  }

  private boolean showsDigits() {
    Said said = find(ProfileSetting.KEYTURN_MFA_DIGITS);
    if (said == null || said.text().equals("hide")) {
      return false;
    }
    if (said.text().equals("show")) {
      return true;
    }
    String message = "'" + said.text() + "' is neither show nor hide";
    throw unreadable(said, new Failure.Usage(message, "").exception(), "hide");
  }

  /**
   * A setting.
   *
   * @param text its value
   * @param place the variable or the name of the setting
   * @param line the line of a file; null if it came from a variable
   */
  private record Said(String text, String place, @Nullable Setting line) {}

  private @Nullable Said find(ProfileSetting setting) {
    for (Variable variable : setting.variables()) {
      String text = variable.in(request.environment());
      if (!text.isEmpty()) {
        findings.use(setting.label(), text, variable.name());
        return new Said(text, variable.name(), null);
      }
    }
    Setting line = chain.setting(setting.label()).orElse(null);
    return line == null ? null : new Said(findings.use(line), line.name(), line);
  }

  /** With the line that makes it {@code example}. */
  private FailureException unreadable(@Nullable Said said, FailureException why, String example) {
    String message = why.failure().message();
    if (said == null) {
      return why;
    }
    String advice = why.failure().hint().isEmpty() ? "" : why.failure().hint() + ": ";
    if (said.line() == null) {
      String line = advice + "export " + ShellCommand.of(said.place() + "=" + example);
      return new Failure.Usage(said.place() + ": " + message, line).exception(why);
    }
    String setting = "profile." + chain.owner(said.line()) + "." + said.line().name();
    return new ProfileFailure.Bad(
            request.profile(),
            said.place() + " in " + said.line().origin() + ": " + message,
            advice + ShellCommand.of("keyturn", "config", "set", setting, example))
        .exception(why);
  }
}
