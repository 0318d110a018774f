package dev.keyturn.cli.adapter.process;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.make.BaseCredentials;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.text.ShellCommand;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credentials from a plan's program or from the AWS CLI. */
public final class SourceCredentials implements BaseCredentials {

  /** In the answer of {@code aws --version}. */
  private static final Pattern VERSION = Pattern.compile("(?<=aws-cli/)([0-9]+)[.0-9]+");

  private final ProgramOutput programs;
  private final AwsCliCache cache;
  private final InstantSource clock;

  /**
   * From the output of {@code programs}.
   *
   * @param cache the AWS CLI's cache of sign-ins
   */
  public SourceCredentials(ProgramOutput programs, AwsCliCache cache, InstantSource clock) {
    this.programs = programs;
    this.cache = cache;
    this.clock = clock;
  }

  @Override
  public Signer of(SessionPlan plan) {
    Base base = plan.base();
    if (base instanceof Base.CredentialProcess process) {
      return ofProgram(process);
    }
    if (base instanceof SignIn signIn) {
      return Signer.of(signedIn(signIn));
    }
    throw unusable(plan, (Base.Other) base).exception();
  }

  @Override
  public SessionCredentials signedIn(SignIn base) {
    return cache.signedIn(base, clock.instant()).orElseGet(() -> exported(base));
  }

  /** The AWS CLI renews them as long as it can, and stores them. */
  private SessionCredentials exported(SignIn base) {
    String export =
        ShellCommand.of(
            "aws",
            "configure",
            "export-credentials",
            "--profile",
            base.profile(),
            "--format",
            "process");
    SettingProgram program = new SettingProgram(base.profile(), "the sign-in", export);
    try {
      return ProcessAnswer.session(programs.of(program, Map.of()), program);
    } catch (FailureException e) {
      throw Nature.stopsEverything(e.failure())
          ? e
          : new ProfileFailure.SignedOut(base.profile(), base.command(), obstacle(base))
              .exception(e);
    }
  }

  /** Why the AWS CLI of this computer cannot sign in; empty if it can. */
  private String obstacle(SignIn base) {
    SettingProgram program = new SettingProgram(base.profile(), "the AWS CLI", "aws --version");
    try {
      Matcher version = VERSION.matcher(programs.of(program, Map.of()));
      return version.find() && version.group(1).equals("1")
          ? "version " + version.group() + " of the AWS CLI cannot sign in"
          : "";
    } catch (FailureException e) {
      if (Nature.stopsEverything(e.failure())) {
        throw e;
      }
      return "the AWS CLI cannot be run here";
    }
  }

  private Signer ofProgram(Base.CredentialProcess process) {
    SettingProgram program =
        new SettingProgram(process.profile(), "credential_process", process.command());
    return ProcessAnswer.credentials(programs.of(program, Map.of()), program);
  }

  private static Failure unusable(SessionPlan plan, Base.Other other) {
    return new ProfileFailure.Bad(
        plan.profile(),
        "profile '"
            + plan.profile()
            + "' takes its credentials from "
            + other.kind()
            + ", which Keyturn does not use",
        ShellCommand.of("aws", "sts", "get-caller-identity", "--profile", other.profile()));
  }
}
