package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Optional;

/**
 * The single sign-on settings of a profile. The AWS CLI signs in with them; errors are reported
 * before that.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html">IAM
 *     Identity Center credential provider</a>
 */
final class SingleSignOn {

  private final AwsConfiguration files;
  private final Findings findings;

  SingleSignOn(AwsConfiguration files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** Whether the profile requests credentials; {@code sso_session} alone requests a token only. */
  static boolean isIn(Section section) {
    return section.filled("sso_account_id").isPresent()
        || section.filled("sso_role_name").isPresent();
  }

  /**
   * What the profile signs in to.
   *
   * @throws FailureException {@code ProfileFailure.Bad} if the settings are incomplete or
   *     contradictory
   */
  SignIn.SingleSignOn of(Section profile) {
    require(profile, profile, "sso_account_id");
    require(profile, profile, "sso_role_name");
    Optional<Setting> session = profile.filled("sso_session");
    Section home = session.isPresent() ? session(profile, session.get()) : profile;
    require(profile, home, "sso_region");
    require(profile, home, "sso_start_url");
    agree(profile, home, "sso_region");
    agree(profile, home, "sso_start_url");
    return new SignIn.SingleSignOn(
        profile.name(),
        profile.value("sso_account_id").orElse(""),
        profile.value("sso_role_name").orElse(""),
        session.map(Setting::value).orElse(null),
        home.value("sso_start_url").orElse(""));
  }

  private Section session(Section profile, Setting name) {
    Section session = files.ssoSessions().get(findings.use(name));
    if (session == null) {
      throw bad(
          profile, "names [sso-session " + name.value() + "], which does not exist", name.origin());
    }
    return session;
  }

  private void require(Section profile, Section where, String name) {
    Optional<Setting> setting = where.filled(name);
    if (setting.isEmpty()) {
      throw bad(profile, "signs in with IAM Identity Center but has no " + name, where.origin());
    }
    findings.use(setting.get());
  }

  private static void agree(Section profile, Section session, String name) {
    Optional<Setting> own = profile.filled(name);
    if (own.isPresent() && !own.map(Setting::value).equals(session.value(name))) {
      throw bad(
          profile,
          "has another " + name + " than [sso-session " + session.name() + "]",
          own.get().origin());
    }
  }

  private static FailureException bad(Section profile, String what, Origin origin) {
    return ProfileProblem.of(
        profile,
        what,
        origin,
        ShellCommand.of("aws", "configure", "sso", "--profile", profile.name()));
  }
}
