package dev.keyturn.domain.profile;

import static dev.keyturn.domain.profile.Chain.Lifetime.LONG_TERM;
import static dev.keyturn.domain.profile.Chain.Lifetime.TEMPORARY;
import static dev.keyturn.domain.profile.Chain.Lifetime.UNKNOWN;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.Chain.Lifetime;
import dev.keyturn.domain.profile.Chain.Role;
import dev.keyturn.domain.profile.Chain.Source;
import dev.keyturn.domain.profile.SessionPlan.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a profile to the credentials it rests on. One walk, one thread.
 *
 * <p>At each profile the first of these that it has decides, in the order of botocore and the AWS
 * SDKs, with the layouts that AWS does not know in between:
 *
 * <ol>
 *   <li>of a profile that another one names: its own long-term keys
 *   <li>{@code web_identity_token_file} with {@code role_arn}
 *   <li>{@code role_arn} with {@code source_profile} or {@code credential_source}
 *   <li>{@code source_profile} alone: the source's credentials (layout C)
 *   <li>{@code [X-long-term]} (layout B), {@code [X-default]} (layout A)
 *   <li>single sign-on
 *   <li>keys in the credentials file, {@code credential_process}, keys in the config file
 *   <li>of the profile asked for: keys in the environment
 * </ol>
 */
final class ChainWalk {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final Suffixes suffixes;
  private final Findings findings;
  private final List<String> path = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  ChainWalk(AwsConfiguration files, PlanRequest request, Suffixes suffixes, Findings findings) {
    this.files = files;
    this.request = request;
    this.suffixes = suffixes;
    this.findings = findings;
  }

  /**
   * Walks from {@code profile}.
   *
   * @throws FailureException when the way is broken, or ends at no credentials
   */
  Chain from(String profile) {
    Source source = follow(profile);
    return new Chain(layout(profile, source), source, List.copyOf(roles), List.copyOf(sections));
  }

  private Layout layout(String profile, Source source) {
    if (!roles.isEmpty() && roles.get(roles.size() - 1).profile().equals(profile)) {
      return Layout.ROLE;
    }
    return path.size() > 1 ? Layout.SOURCE_PROFILE : source.layout();
  }

  private Source follow(String name) {
    path.add(name);
    Section section = enter(name);
    if (path.size() > 1 && StaticKeys.of(section).longTerm()) {
      return ownKeys(section);
    }
    Optional<Setting> role = section.filled("role_arn");
    if (section.filled("web_identity_token_file").isPresent()) {
      return webIdentity(section, role);
    }
    if (role.isPresent()) {
      return throughRole(section, role.get());
    }
    Optional<Setting> source = section.filled("source_profile");
    return source.isPresent() && !source.get().value().equals(name)
        ? throughSource(section, source.get())
        : end(section);
  }

  /** The merged profile, with the unprefixed section of its name as a place to look after it. */
  private Section enter(String name) {
    Optional<Section> unprefixed = files.unprefixed(name);
    Section section = files.profile(name).orElseGet(() -> nothing(name));
    sections.add(section);
    unprefixed.ifPresent(sections::add);
    return section;
  }

  /** In layouts A and B the section of the session itself may be missing before the first login. */
  private Section nothing(String name) {
    return new Section(
        name, new Origin(FileKind.CREDENTIALS, files.credentialsFile(), 1), Map.of());
  }

  // --- roles -----------------------------------------------------------------------------------

  private Source throughRole(Section section, Setting arn) {
    Optional<Setting> source = section.filled("source_profile");
    Optional<Setting> credentialSource = section.filled("credential_source");
    if (source.isPresent() && credentialSource.isPresent()) {
      throw bad(
          section,
          "has both source_profile and credential_source",
          credentialSource.get().origin(),
          "keyturn config unset profile." + section.name() + ".credential_source");
    }
    if (source.isEmpty() && credentialSource.isEmpty()) {
      throw bad(
          section,
          "has role_arn but no source_profile",
          arn.origin(),
          "keyturn config set profile." + section.name() + ".source_profile NAME");
    }
    Role role = role(section, arn);
    Source found =
        source.isPresent()
            ? roleSource(section, source.get())
            : named(section, credentialSource.orElseThrow());
    roles.add(role);
    return found;
  }

  private Source roleSource(Section section, Setting source) {
    return source.value().equals(section.name())
        ? ownSource(section, source)
        : throughSource(section, source);
  }

  /** A role whose source is its own profile: whatever the profile has besides the role. */
  private Source ownSource(Section section, Setting source) {
    findings.use(source);
    boolean hasKeys =
        !StaticKeys.of(section).none()
            || beside(section.name(), suffixes.longTerm()) != null
            || beside(section.name(), Suffixes.DEFAULT) != null;
    if (!hasKeys) {
      throw new Failure.SourceLoop(List.of(section.name(), section.name())).exception();
    }
    return end(section);
  }

  private Role role(Section section, Setting arn) {
    return new Role(
        section.name(),
        findings.use(arn),
        arn.origin().toString(),
        used(section, "role_session_name"),
        used(section, "external_id"),
        null,
        List.of(),
        section.filled("mfa_serial").orElse(null),
        new DurationSetting(findings).read(section),
        false);
  }

  private @Nullable String used(Section section, String name) {
    return section.filled(name).map(findings::use).orElse(null);
  }

  private Source throughSource(Section section, Setting source) {
    String name = findings.use(source);
    if (path.contains(name)) {
      List<String> loop = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
      loop.add(name);
      throw new Failure.SourceLoop(List.copyOf(loop)).exception();
    }
    if (files.profile(name).isEmpty()
        && beside(name, suffixes.longTerm()) == null
        && beside(name, Suffixes.DEFAULT) == null) {
      throw new Failure.UnknownSource(section.name(), name, source.origin().toString()).exception();
    }
    return follow(name);
  }

  // --- sources that a setting names ------------------------------------------------------------

  private Source named(Section section, Setting source) {
    return switch (findings.use(source).toLowerCase(Locale.ROOT)) {
      case "environment" -> environment(section);
      case "ec2instancemetadata" -> other("instance", section, UNKNOWN);
      case "ecscontainer" -> other("container", section, TEMPORARY);
      default ->
          throw bad(
              section,
              "has credential_source = " + source.value() + ", which AWS does not know",
              source.origin(),
              "use Environment, Ec2InstanceMetadata or EcsContainer");
    };
  }

  private Source environment(Section section) {
    if (!hasEnvironmentKeys()) {
      throw new Failure.BadProfile(
              section.name(),
              "profile '"
                  + section.name()
                  + "' takes its keys from the environment, where AWS_ACCESS_KEY_ID or"
                  + " AWS_SECRET_ACCESS_KEY is not set",
              "export AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...")
          .exception();
    }
    findings.use(
        StaticKeys.ID, request.variable("AWS_ACCESS_KEY_ID").orElseThrow(), "AWS_ACCESS_KEY_ID");
    boolean session =
        request
            .variable("AWS_SESSION_TOKEN")
            .or(() -> request.variable("AWS_SECURITY_TOKEN"))
            .isPresent();
    Lifetime lifetime = session ? TEMPORARY : LONG_TERM;
    return new Source(new Base.Environment(), lifetime, Layout.NONE, device(section));
  }

  private boolean hasEnvironmentKeys() {
    return request.variable("AWS_ACCESS_KEY_ID").isPresent()
        && request.variable("AWS_SECRET_ACCESS_KEY").isPresent();
  }

  private Source webIdentity(Section section, Optional<Setting> role) {
    Setting file = section.filled("web_identity_token_file").orElseThrow();
    if (role.isEmpty()) {
      throw bad(
          section,
          "has web_identity_token_file but no role_arn",
          file.origin(),
          "keyturn config set profile." + section.name() + ".role_arn ARN");
    }
    findings.use(role.get());
    findings.use(file);
    used(section, "role_session_name");
    return other("web-identity", section, TEMPORARY);
  }

  private static Source other(String kind, Section section, Lifetime lifetime) {
    return new Source(new Base.Other(kind, section.name()), lifetime, Layout.NONE, null);
  }

  // --- what a profile has itself ---------------------------------------------------------------

  private Source end(Section section) {
    StaticKeys longTerm = beside(section.name(), suffixes.longTerm());
    if (longTerm != null) {
      return keysBeside(section, longTerm, Layout.LONG_TERM_SUFFIX);
    }
    StaticKeys beside = beside(section.name(), Suffixes.DEFAULT);
    if (beside != null) {
      return keysBeside(section, beside, Layout.DEFAULT_SUFFIX);
    }
    if (SingleSignOn.isIn(section)) {
      new SingleSignOn(files, findings).check(section);
      return other("sso", section, TEMPORARY);
    }
    StaticKeys own = StaticKeys.of(section);
    Optional<Setting> process = CredentialProcess.foreign(section);
    if (!own.none() && (own.inCredentialsFile() || process.isEmpty())) {
      return ownKeys(section);
    }
    if (process.isPresent()) {
      String command = findings.use(process.get());
      Base base = new Base.CredentialProcess(section.name(), command);
      return new Source(base, UNKNOWN, Layout.NONE, device(section));
    }
    if (path.size() == 1 && hasEnvironmentKeys()) {
      return environment(section);
    }
    throw noCredentials(section);
  }

  /** The long-term keys in {@code [name + suffix]}, if they are there. */
  private @Nullable StaticKeys beside(String name, String suffix) {
    return files
        .profile(name + suffix)
        .map(StaticKeys::of)
        .filter(StaticKeys::longTerm)
        .orElse(null);
  }

  private Source keysBeside(Section section, StaticKeys keys, Layout layout) {
    sections.add(keys.section());
    if (layout == Layout.LONG_TERM_SUFFIX && section.filled("role_arn").isEmpty()) {
      assumeRoleOfAwsMfa(keys.section());
    }
    return new Source(
        new Base.Keys(keys.section().name(), keys.complete(findings)),
        LONG_TERM,
        layout,
        DeviceSetting.of(layout, keys.section(), section, files.unprefixed(section.name())));
  }

  /** aws-mfa's own key for a role, in the section with the long-term keys. */
  private void assumeRoleOfAwsMfa(Section keys) {
    Optional<Setting> arn = keys.filled("assume_role");
    if (path.size() == 1 && request.roleArn() == null && arn.isPresent()) {
      String place = arn.get().origin().toString();
      String role = findings.use(arn.get());
      roles.add(new Role(keys.name(), role, place, null, null, null, List.of(), null, null, true));
    }
  }

  private Source ownKeys(Section section) {
    StaticKeys keys = StaticKeys.of(section);
    if (keys.session()) {
      Base base =
          new Base.StoredSession(section.name(), keys.complete(findings), keys.token(findings));
      return new Source(base, TEMPORARY, Layout.NONE, null);
    }
    return new Source(
        new Base.Keys(section.name(), keys.complete(findings)),
        LONG_TERM,
        Layout.PLAIN,
        device(section));
  }

  private @Nullable Setting device(Section section) {
    return DeviceSetting.of(Layout.PLAIN, section, section, files.unprefixed(section.name()));
  }

  private FailureException noCredentials(Section section) {
    String name = section.name();
    if (CredentialProcess.callsKeyturn(section)) {
      return bad(
          section,
          "gets its credentials from Keyturn, which finds no others in it",
          section.origin(),
          "put the long-term keys into [" + name + suffixes.longTerm() + "]");
    }
    return bad(
        section,
        "has no credentials: neither keys nor role nor process",
        section.origin(),
        "keyturn config set profile." + name + ".aws_access_key_id ID");
  }

  private static FailureException bad(Section section, String what, Origin origin, String hint) {
    return new Failure.BadProfile(
            section.name(), "profile '" + section.name() + "' " + what + " (" + origin + ")", hint)
        .exception();
  }
}
