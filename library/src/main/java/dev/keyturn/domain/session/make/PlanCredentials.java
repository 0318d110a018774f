package dev.keyturn.domain.session.make;

import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.TokenService.Signer;

/**
 * The credentials a plan begins with, as files and environment hold them; others are left to who
 * can get them. Nobody gets them for a program that is run to get them.
 */
public final class PlanCredentials implements BaseCredentials {

  private final ProgramOutput programs;
  private final BaseCredentials others;

  /** Built on {@code programs}, which knows for whom it runs, and {@code others}. */
  public PlanCredentials(ProgramOutput programs, BaseCredentials others) {
    this.programs = programs;
    this.others = others;
  }

  @Override
  public Signer of(SessionPlan plan) {
    programs.checkNotWithin(plan);
    Signer there = Signer.of(plan.base());
    return there == null ? others.of(plan) : there;
  }
}
