package dev.keyturn.domain.profile.rule;

import static dev.keyturn.domain.profile.rule.Chain.Lifetime.LONG_TERM;
import static dev.keyturn.domain.profile.rule.Chain.Lifetime.TEMPORARY;
import static dev.keyturn.domain.profile.rule.Chain.Lifetime.UNKNOWN;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.profile.plan.StsText;
import dev.keyturn.domain.profile.rule.Chain.Lifetime;
import dev.keyturn.domain.profile.rule.Chain.Source;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credentials that a profile has without a source profile. */
final class SourceRule {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final Findings findings;

  SourceRule(AwsConfiguration files, PlanRequest request, Findings findings) {
    this.files = files;
    this.request = request;
    this.findings = findings;
  }

  /**
   * The first of these, in the order of botocore: keys in a separate section, single sign-on, keys
   * in a store that the profile names, keys in the credentials file, {@code aws login}, a process,
   * keys in the config file; else, if {@code orEnvironment}, keys in the environment.
   *
   * @throws FailureException when there are no credentials, or an id or secret is missing
   */
  Source of(Section profile, boolean orEnvironment) {
    Optional<LongTermKey.Suffixed> beside =
        LongTermKey.Suffixed.of(files, request.suffixes(), profile.name());
    if (beside.isPresent()) {
      return longTerm(beside.get().layout(), beside.get().keys(), profile);
    }
    if (SingleSignOn.isIn(profile)) {
      return signIn(new SingleSignOn(files, findings).of(profile));
    }
    StaticKeys keys = StaticKeys.of(profile);
    Optional<LongTermKey.Stored> stored = LongTermKey.Stored.in(profile);
    if (stored.isPresent() && !keys.longTerm()) {
      return longTerm(Layout.PLAIN, stored.get(), profile);
    }
    Optional<Setting> login = profile.filled("login_session");
    Optional<Setting> process = CredentialProcess.foreign(profile);
    boolean others = login.isPresent() || process.isPresent();
    if (!keys.none() && (keys.inCredentialsFile() || !others)) {
      return keys(profile);
    }
    if (login.isPresent()) {
      return signIn(new SignIn.Login(profile.name(), findings.use(login.get()).strip()));
    }
    if (process.isPresent()) {
      Base base = new Base.CredentialProcess(profile.name(), findings.use(process.get()));
      return new Source(base, UNKNOWN, Layout.NONE, device(Layout.NONE, profile, profile));
    }
    if (orEnvironment && request.variable(Variable.AWS_ACCESS_KEY_ID).isPresent()) {
      return environment(profile);
    }
    throw noCredentials(profile);
  }

  /** The profile's own long-term key. */
  Source longTerm(LongTermKey key, Section profile) {
    return longTerm(Layout.PLAIN, key, profile);
  }

  private Source keys(Section profile) {
    StaticKeys keys = StaticKeys.of(profile);
    if (!keys.session()) {
      return longTerm(Layout.PLAIN, new LongTermKey.Contained(keys), profile);
    }
    Base stored =
        new Base.StoredSession(profile.name(), keys.complete(findings), keys.token(findings));
    return new Source(stored, TEMPORARY, Layout.NONE, null);
  }

  private Source longTerm(Layout layout, LongTermKey key, Section profile) {
    Base base = key.base(findings);
    return new Source(base, LONG_TERM, layout, device(layout, key.section(), profile));
  }

  private @Nullable Setting device(Layout layout, Section keys, Section profile) {
    return DeviceSetting.of(layout, keys, profile, files.unprefixed(profile.name()));
  }

  /**
   * The source that {@code credential_source} names, ignoring case as botocore does.
   *
   * @throws FailureException when AWS does not know the source
   */
  Source named(Section profile, Setting source) {
    return switch (findings.use(source).toLowerCase(Locale.ROOT)) {
      case "environment" -> environment(profile);
      case "ec2instancemetadata" -> other("instance", profile, UNKNOWN);
      case "ecscontainer" -> other("container", profile, TEMPORARY);
      default ->
          throw ProfileProblem.of(
              profile,
              "has credential_source = " + source.value() + ", which AWS does not know",
              source.origin(),
              "use Environment, Ec2InstanceMetadata or EcsContainer");
    };
  }

  /**
   * Keys in the environment.
   *
   * @throws FailureException when they are incomplete
   */
  Source environment(Section profile) {
    String id = request.variable(Variable.AWS_ACCESS_KEY_ID).orElse("");
    Secret secret = secret(Variable.AWS_SECRET_ACCESS_KEY);
    if (id.isEmpty() || secret == null) {
      throw new ProfileFailure.Bad(
              profile.name(),
              "profile '"
                  + profile.name()
                  + "' takes its keys from the environment, where AWS_ACCESS_KEY_ID or"
                  + " AWS_SECRET_ACCESS_KEY is not set",
              "export AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...")
          .exception();
    }
    findings.use(StaticKeys.ID, id, Variable.AWS_ACCESS_KEY_ID.name());
    Secret token = secret(Variable.AWS_SESSION_TOKEN);
    Secret anyToken = token != null ? token : secret(Variable.AWS_SECURITY_TOKEN);
    Base base = new Base.Environment(new AccessKey(id, secret), anyToken);
    Lifetime lifetime = anyToken == null ? LONG_TERM : TEMPORARY;
    return new Source(base, lifetime, Layout.NONE, device(Layout.NONE, profile, profile));
  }

  private @Nullable Secret secret(Variable variable) {
    return request.variable(variable).map(Secret::of).orElse(null);
  }

  /**
   * A web identity, which includes its role.
   *
   * @throws FailureException when the role is missing
   */
  Source webIdentity(Section profile, Setting tokenFile) {
    Setting role =
        profile
            .filled("role_arn")
            .orElseThrow(() ->
                ProfileProblem.of(
                    profile,
                    "has web_identity_token_file but no role_arn",
                    tokenFile.origin(),
                    ShellCommand.of(
                        "keyturn",
                        "config",
                        "set",
                        "profile." + profile.name() + ".role_arn",
                        "ARN")));
    findings.use(role);
    ValueRule.checked(profile.name(), role, StsText.ROLE_ARN);
    findings.use(tokenFile);
    profile.filled("role_session_name").ifPresent(findings::use);
    return other("web-identity", profile, TEMPORARY);
  }

  private static Source signIn(SignIn base) {
    return new Source(base, TEMPORARY, Layout.NONE, null);
  }

  private static Source other(String kind, Section profile, Lifetime lifetime) {
    return new Source(new Base.Other(kind, profile.name()), lifetime, Layout.NONE, null);
  }

  private FailureException noCredentials(Section profile) {
    String name = profile.name();
    if (CredentialProcess.callsKeyturn(profile)) {
      return ProfileProblem.of(
          profile,
          "gets its credentials from Keyturn, and has no others that Keyturn could use",
          profile.origin(),
          "put the long-term keys into [" + name + request.suffixes().longTerm() + "]");
    }
    return ProfileProblem.of(
        profile,
        "has no credentials: neither keys nor role nor process",
        profile.origin(),
        ShellCommand.of(
            "keyturn", "config", "set", "profile." + name + ".aws_access_key_id", "ID"));
  }
}
