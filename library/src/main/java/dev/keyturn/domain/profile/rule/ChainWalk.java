package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.NearestName;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.profile.plan.StsText;
import dev.keyturn.domain.profile.rule.Chain.Role;
import dev.keyturn.domain.profile.rule.Chain.Source;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a profile to its source credentials. Used once, by one thread.
 *
 * <p>At each profile, the first of these that it has decides, in the order of botocore and the AWS
 * SDKs, with Keyturn's additional layouts in between:
 *
 * <ol>
 *   <li>for a source profile: its own long-term keys
 *   <li>{@code web_identity_token_file} with {@code role_arn}
 *   <li>{@code role_arn} with {@code source_profile} or {@code credential_source}
 *   <li>{@code source_profile} alone: the source's credentials (layout C)
 *   <li>its own credentials, by {@link SourceRule}
 * </ol>
 */
public final class ChainWalk {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final Findings findings;
  private final SourceRule sources;
  private final List<String> path = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  public ChainWalk(AwsConfiguration files, PlanRequest request, Findings findings) {
    this.files = files;
    this.request = request;
    this.findings = findings;
    this.sources = new SourceRule(files, request, findings);
  }

  /**
   * Walks from {@code profile}.
   *
   * @throws dev.keyturn.domain.failure.FailureException when the chain is broken, or ends without
   *     credentials
   */
  public Chain from(String profile) {
    if (request.isForKeysOfEnvironment()) {
      return new EnvironmentRule(files, request, findings).chain(profile);
    }
    Source source = follow(profile);
    Layout layout = layout(profile, source);
    keysBeside(source).ifPresent(this::addKeysBeside);
    return new Chain(layout, source, List.copyOf(roles), List.copyOf(sections));
  }

  private Layout layout(String profile, Source source) {
    boolean ownRole = !roles.isEmpty() && roles.get(roles.size() - 1).profile().equals(profile);
    if (ownRole) {
      return Layout.ROLE;
    }
    return path.size() > 1 ? Layout.SOURCE_PROFILE : source.layout();
  }

  private Source follow(String name) {
    path.add(name);
    Section profile = enter(name);
    Optional<LongTermKey> own = LongTermKey.of(profile);
    if (path.size() > 1 && own.isPresent()) {
      return sources.longTerm(own.get(), profile);
    }
    Optional<Setting> webIdentity = profile.filled("web_identity_token_file");
    if (webIdentity.isPresent()) {
      return sources.webIdentity(profile, webIdentity.get());
    }
    Optional<Setting> role = profile.filled("role_arn");
    if (role.isPresent()) {
      return throughRole(profile, role.get());
    }
    Optional<Setting> source = profile.filled("source_profile");
    return source.isPresent() && !source.get().value().equals(name)
        ? throughSource(profile, source.get())
        : sources.of(profile, path.size() == 1);
  }

  /** The merged profile, with the unprefixed section of its name as a place to look after it. */
  private Section enter(String name) {
    Section profile = files.profile(name).orElseGet(() -> nothing(name));
    sections.add(profile);
    files.unprefixed(name).ifPresent(sections::add);
    return profile;
  }

  /**
   * In the -default and -long-term layouts, the section for the session may be missing before the
   * first login.
   */
  private Section nothing(String name) {
    return new Section(
        name, new Origin(FileKind.CREDENTIALS, files.credentialsFile(), 1), Map.of());
  }

  // --- roles -----------------------------------------------------------------------------------

  private Source throughRole(Section profile, Setting arn) {
    Role role = role(profile, arn);
    Optional<Setting> source = profile.filled("source_profile");
    Optional<Setting> named = profile.filled("credential_source");
    if (source.isPresent() && named.isPresent()) {
      throw ProfileProblem.of(
          profile,
          "has both source_profile and credential_source",
          named.get().origin(),
          ShellCommand.of(
              "keyturn", "config", "unset", "profile." + profile.name() + ".credential_source"));
    }
    Source found =
        source.isPresent()
            ? sourceOfRole(profile, source.get())
            : sources.named(profile, named.orElseThrow(() -> noSource(profile, arn)));
    roles.add(role);
    return found;
  }

  private static RuntimeException noSource(Section profile, Setting arn) {
    return ProfileProblem.of(
        profile,
        "has role_arn but no source_profile",
        arn.origin(),
        ShellCommand.of(
            "keyturn", "config", "set", "profile." + profile.name() + ".source_profile", "NAME"));
  }

  private Role role(Section profile, Setting arn) {
    return new Role(
        profile.name(),
        used(profile, arn, StsText.ROLE_ARN),
        arn.origin().toString(),
        new RoleParameters(
            used(profile, "role_session_name", StsText.ROLE_SESSION_NAME),
            used(profile, "external_id", StsText.EXTERNAL_ID),
            null,
            List.of(),
            SessionPolicies.NONE),
        profile.given("mfa_serial").orElse(null),
        new DurationSetting(findings).read(profile),
        false);
  }

  private @Nullable String used(Section profile, String name, StsText text) {
    return profile.filled(name).map(setting -> used(profile, setting, text)).orElse(null);
  }

  private String used(Section profile, Setting setting, StsText text) {
    findings.use(setting);
    return ValueRule.checked(profile.name(), setting, text);
  }

  /** A role may name its own profile as the source, if that also contains keys. */
  private Source sourceOfRole(Section profile, Setting source) {
    String name = profile.name();
    if (!source.value().equals(name)) {
      return throughSource(profile, source);
    }
    findings.use(source);
    boolean keys = !StaticKeys.of(profile).none() || LongTermKey.isIn(profile);
    if (!keys && LongTermKey.Suffixed.of(files, request.suffixes(), name).isEmpty()) {
      throw new ProfileFailure.SourceLoop(List.of(name, name)).exception();
    }
    return sources.of(profile, false);
  }

  private Source throughSource(Section profile, Setting source) {
    String name = findings.use(source);
    if (path.contains(name)) {
      List<String> loop = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
      loop.add(name);
      throw new ProfileFailure.SourceLoop(List.copyOf(loop)).exception();
    }
    if (files.profile(name).isEmpty()
        && LongTermKey.Suffixed.of(files, request.suffixes(), name).isEmpty()) {
      List<String> others = new ArrayList<>(files.profiles().keySet());
      others.removeAll(path);
      String nearest = NearestName.of(name, others);
      String place = source.origin().toString();
      throw new ProfileFailure.UnknownSource(profile.name(), name, place, nearest).exception();
    }
    return follow(name);
  }

  // --- keys beside the profile -----------------------------------------------------------------

  private Optional<Section> keysBeside(Source source) {
    String section = source.base().profile();
    boolean beside =
        source.layout() == Layout.LONG_TERM_SUFFIX || source.layout() == Layout.DEFAULT_SUFFIX;
    return beside && section != null ? files.profile(section) : Optional.empty();
  }

  private void addKeysBeside(Section keys) {
    sections.add(keys);
    Optional<Setting> role = keys.filled("assume_role");
    boolean alone = path.size() == 1 && roles.isEmpty();
    if (alone && role.isPresent() && request.roleArn() == null) {
      addRoleOfAwsMfa(keys, role.get());
    }
  }

  /** aws-mfa's own setting for a role, which it assumes with the code for any duration. */
  private void addRoleOfAwsMfa(Section keys, Setting role) {
    String place = role.origin().toString();
    String arn = used(keys, role, StsText.ROLE_ARN);
    roles.add(new Role(keys.name(), arn, place, RoleParameters.NONE, null, null, true));
  }
}
