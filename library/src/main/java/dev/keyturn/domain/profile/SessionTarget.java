package dev.keyturn.domain.profile;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.SessionPlan.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which section of the credentials file takes a session, and which must never. */
public final class SessionTarget {

  /** What follows a profile's name in the profile that Keyturn makes beside it. */
  static final String DERIVED_SUFFIX = "-mfa";

  private SessionTarget() {}

  /**
   * Makes sure that writing a session to {@code section} destroys nothing and has an effect. To be
   * asked again under the file's lock, of what the files say then.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code ForbiddenTarget}, when the section
   *     holds long-term keys, or when AWS tools would not use keys written there
   */
  public static void check(AwsConfiguration files, String section) {
    Section profile = files.profile(section).orElse(null);
    if (profile == null) {
      checkName(section);
    } else {
      checkKeys(files, section);
      checkEffect(profile);
    }
  }

  private static void checkKeys(AwsConfiguration files, String name) {
    // The credentials file alone counts too: a merged profile shows one key of the two files.
    boolean precious =
        files.profile(name).filter(section -> StaticKeys.of(section).precious()).isPresent()
            || files.credentials(name).filter(s -> StaticKeys.of(s).precious()).isPresent();
    if (precious) {
      throw forbidden(
          name,
          "[" + name + "] holds long-term keys, which a session would replace",
          "keyturn login --save-as " + name + DERIVED_SUFFIX);
    }
  }

  private static void checkEffect(Section profile) {
    String name = profile.name();
    if (profile.filled("role_arn").isPresent()) {
      throw forbidden(
          name,
          "[" + name + "] has role_arn, which AWS tools would use instead of the session",
          "keyturn login --save-as " + name + DERIVED_SUFFIX);
    }
    if (SingleSignOn.isIn(profile)) {
      throw forbidden(
          name,
          "["
              + name
              + "] signs in with IAM Identity Center, which AWS tools would use instead of"
              + " the session",
          "keyturn login --save-as " + name + DERIVED_SUFFIX);
    }
    if (CredentialProcess.callsKeyturn(profile)) {
      throw forbidden(
          name,
          "["
              + name
              + "] gets its session from Keyturn by credential_process, which keys in the"
              + " file would switch off",
          "keyturn login --no-save " + name);
    }
  }

  /** Names that both the AWS SDKs and the AWS CLI can read. */
  private static void checkName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isNameCharacter(name.charAt(i))) {
        throw forbidden(
            name.replace("\n", "\\n").replace("\r", "\\r"),
            "a section of that name could not be read by all AWS tools",
            "use letters, digits and - _ / . % @ : +");
      }
    }
    if (name.isEmpty()) {
      throw forbidden(name, "a section needs a name", "keyturn login --save-as NAME");
    }
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || "-_/.%@:+".indexOf(c) >= 0;
  }

  private static RuntimeException forbidden(String section, String message, String hint) {
    return new Failure.ForbiddenTarget(section, message, hint).exception();
  }

  /** The target of {@code profile}'s session; null when no section may take it. */
  static @Nullable Target choose(
      AwsConfiguration files,
      PlanRequest request,
      String profile,
      Suffixes suffixes,
      Chain chain,
      Findings findings) {
    String saveAs = request.saveAs();
    if (saveAs != null) {
      return checked(files, saveAs, files.profile(saveAs).isEmpty(), chain);
    }
    if (files.profile(profile).filter(CredentialProcess::callsKeyturn).isPresent()) {
      findings.warn(
          "served-by-process",
          "profile '"
              + profile
              + "' gets its session from Keyturn by credential_process; no keys"
              + " are written, they would switch that off",
          null);
      return null;
    }
    return switch (chain.layout()) {
      case LONG_TERM_SUFFIX -> checked(files, profile + suffixes.shortTerm(), false, chain);
      case DEFAULT_SUFFIX, SOURCE_PROFILE -> checked(files, profile, false, chain);
      case ROLE, PLAIN, NONE -> checked(files, profile + DERIVED_SUFFIX, true, chain);
    };
  }

  private static Target checked(
      AwsConfiguration files, String section, boolean derived, Chain chain) {
    check(files, section);
    return new Target(section, derived, derived ? settings(chain) : Map.of());
  }

  private static Map<String, String> settings(Chain chain) {
    Map<String, String> settings = new LinkedHashMap<>();
    chain.setting("region").ifPresent(region -> settings.put("region", region.value()));
    chain.setting("output").ifPresent(output -> settings.put("output", output.value()));
    return settings;
  }
}
