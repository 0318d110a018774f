package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.profile.plan.Suffixes;
import dev.keyturn.domain.text.ShellCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which section of the credentials file takes a session, and which must never. */
public final class SessionTarget {

  private SessionTarget() {}

  /**
   * Checks that writing a session to {@code section} destroys nothing and has an effect. Must be
   * checked again under the file's lock, with the content of the files at that time.
   *
   * @param profile the profile whose session it is
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.ForbiddenTarget},
   *     when the section has long-term keys, or when AWS tools would not use keys written there
   */
  public static void check(AwsConfiguration files, String profile, String section) {
    Section found = files.profile(section).orElse(null);
    if (found == null) {
      checkName(profile, section);
    } else {
      checkKeys(files, profile, section);
      checkEffect(profile, found);
    }
  }

  private static void checkKeys(AwsConfiguration files, String profile, String name) {
    // Checks the credentials file separately too: a merged profile contains the key of only one
    // file.
    boolean precious =
        files.profile(name).filter(section -> StaticKeys.of(section).precious()).isPresent()
            || files.credentials(name).filter(s -> StaticKeys.of(s).precious()).isPresent();
    if (precious) {
      throw forbidden(
          name,
          "[" + name + "] contains long-term keys; Keyturn will not overwrite them",
          elsewhere(profile, name));
    }
  }

  private static void checkEffect(String profile, Section section) {
    String name = section.name();
    if (section.filled("role_arn").isPresent()) {
      throw forbidden(
          name,
          "[" + name + "] has role_arn, which AWS tools would use instead of the session",
          elsewhere(profile, name));
    }
    if (SingleSignOn.isIn(section)) {
      throw forbidden(
          name,
          "["
              + name
              + "] signs in with IAM Identity Center, which AWS tools would use instead of"
              + " the session",
          elsewhere(profile, name));
    }
    if (section.filled("login_session").isPresent()) {
      throw forbidden(
          name,
          "[" + name + "] signs in with aws login, which keys in the file would disable",
          elsewhere(profile, name));
    }
    if (LongTermKey.Stored.in(section).isPresent()) {
      throw forbidden(
          name,
          "["
              + name
              + "] has its long-term key in a store; keys in the file would be used instead of it",
          elsewhere(profile, name));
    }
    if (CredentialProcess.callsKeyturn(section)) {
      throw forbidden(
          name,
          "["
              + name
              + "] gets its session from Keyturn by credential_process, which keys in the file"
              + " would disable",
          ShellCommand.of("keyturn", "login", profile, "--no-save"));
    }
  }

  /** Names that both the AWS SDKs and the AWS CLI can read. */
  private static void checkName(String profile, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!Section.isNameLetter(name.charAt(i))) {
        throw forbidden(
            name.replace("\n", "\\n").replace("\r", "\\r"),
            "a section of that name could not be read by all AWS tools",
            "use letters, digits and - _ / . % @ : +");
      }
    }
    if (name.isEmpty()) {
      throw forbidden(
          name,
          "a section needs a name",
          ShellCommand.of("keyturn", "login", profile, "--save-as", "NAME"));
    }
  }

  private static String elsewhere(String profile, String section) {
    return ShellCommand.of("keyturn", "login", profile, "--save-as", section + Suffixes.DERIVED);
  }

  private static RuntimeException forbidden(String section, String message, String hint) {
    return new ProfileFailure.ForbiddenTarget(section, message, hint).exception();
  }

  /** The target of {@code profile}'s session; null when no section can contain it. */
  public static @Nullable Target choose(
      AwsConfiguration files, PlanRequest request, String profile, Chain chain, Findings findings) {
    String saveAs = request.saveAs();
    boolean limited = !request.policies().isNone();
    if (saveAs != null) {
      checkLimited(limited, saveAs, section(request, profile, chain), profile);
      return checked(files, profile, saveAs, files.profile(saveAs).isEmpty(), chain);
    }
    if (limited || request.isForKeysOfEnvironment()) {
      return null;
    }
    boolean served = files.profile(profile).filter(CredentialProcess::callsKeyturn).isPresent();
    if (served && !isStillUsedBeside(files, profile, chain)) {
      if (!(chain.source().base() instanceof Base.Store)) {
        findings.warn(
            "served-by-process",
            "profile '"
                + profile
                + "' gets its session from Keyturn by credential_process; no keys are written,"
                + " because they would disable that",
            null);
      }
      return null;
    }
    String section = section(request, profile, chain);
    return checked(files, profile, section, isDerived(chain.layout()), chain);
  }

  private static String section(PlanRequest request, String profile, Chain chain) {
    return switch (chain.layout()) {
      case LONG_TERM_SUFFIX -> profile + request.suffixes().shortTerm();
      case DEFAULT_SUFFIX, SOURCE_PROFILE -> profile;
      case ROLE, PLAIN, NONE -> profile + Suffixes.DERIVED;
    };
  }

  /** Whether the section is one that Keyturn adds for the profile. */
  private static boolean isDerived(Layout layout) {
    return switch (layout) {
      case LONG_TERM_SUFFIX, DEFAULT_SUFFIX, SOURCE_PROFILE -> false;
      case ROLE, PLAIN, NONE -> true;
    };
  }

  /** A session in that section is expected to have all permissions of the profile. */
  private static void checkLimited(boolean limited, String section, String usual, String profile) {
    if (limited && section.equals(usual)) {
      throw forbidden(
          section,
          "["
              + section
              + "] takes the sessions of profile '"
              + profile
              + "' without session policies",
          ShellCommand.ADD + "save-as " + profile + "-limited");
    }
  }

  /**
   * Whether a profile whose key was moved to a store still has its session profile, so that
   * programs that use it keep working.
   */
  private static boolean isStillUsedBeside(AwsConfiguration files, String profile, Chain chain) {
    return chain.layout() == Layout.PLAIN
        && chain.source().base() instanceof Base.Store
        && files.profile(profile + Suffixes.DERIVED).isPresent();
  }

  private static Target checked(
      AwsConfiguration files, String profile, String section, boolean derived, Chain chain) {
    check(files, profile, section);
    return new Target(section, derived, derived ? settings(chain) : Map.of());
  }

  private static Map<String, String> settings(Chain chain) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (ProfileSetting setting : ProfileSetting.ofNewProfiles()) {
      chain.inFiles(setting).ifPresent(found -> settings.put(setting.label(), found.value()));
    }
    return settings;
  }
}
