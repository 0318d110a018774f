package dev.keyturn.cli.adapter.process;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SettingProgram;
import dev.keyturn.domain.session.make.BaseCredentials;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.util.Map;

/** The credentials that a plan's program gives. */
public final class SourceCredentials implements BaseCredentials {

  private final ProgramOutput programs;

  /** Of programs that {@code programs} runs. */
  public SourceCredentials(ProgramOutput programs) {
    this.programs = programs;
  }

  @Override
  public Signer of(SessionPlan plan) {
    Base base = plan.base();
    if (base instanceof Base.CredentialProcess process) {
      return ofProgram(process);
    }
    throw unusable(plan, (Base.Other) base).exception();
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
        other.kind().equals("sso")
            ? "aws sso login --profile " + other.profile()
            : "aws sts get-caller-identity --profile " + other.profile());
  }
}
