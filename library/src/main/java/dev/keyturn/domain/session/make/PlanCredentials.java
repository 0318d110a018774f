package dev.keyturn.domain.session.make;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.credential.SigningKey;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StoredSigningKey;

/**
 * The credentials a plan begins with, from files, environment and stores; other kinds are
 * delegated. Refuses to get them for a program that is run to supply them.
 */
public final class PlanCredentials implements BaseCredentials {

  private final ProgramOutput programs;
  private final SecretStores stores;
  private final BaseCredentials others;

  /**
   * Takes its collaborators.
   *
   * @param programs checks which profile this process runs for
   * @param stores the stores of keys that the files name
   * @param others gets all other credentials
   */
  public PlanCredentials(ProgramOutput programs, SecretStores stores, BaseCredentials others) {
    this.programs = programs;
    this.stores = stores;
    this.others = others;
  }

  @Override
  public Signer of(SessionPlan plan) {
    programs.checkNotWithin(plan);
    Signer there = Signer.of(plan.base());
    if (there != null) {
      return there;
    }
    return plan.base() instanceof Base.Store stored
        ? new Signer(stored.accessKeyId(), key(stored), null)
        : others.of(plan);
  }

  private SigningKey key(Base.Store stored) {
    return new StoredSigningKey(stores, stored.place(), stored.accessKeyId());
  }

  @Override
  public SessionCredentials signedIn(SignIn base) {
    programs.checkNotWithin(base.profile());
    return others.signedIn(base);
  }
}
