package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.port.CredentialEndpoint;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens credential endpoints of profiles. */
public final class ProfileEndpoints {

  private final ProfileCredentials profiles;
  private final Supplier<ProfileCredentials> silent;
  private final Supplier<Renewal> renewals;
  private final CredentialEndpoint endpoints;
  private final Supplier<ThrowAwayFolder> folders;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param profiles asks a person for codes, before an endpoint opens
   * @param silent asks nobody; created when an endpoint opens
   * @param renewals when sessions are renewed; created when an endpoint opens
   * @param notes takes messages for the user
   */
  public ProfileEndpoints(
      ProfileCredentials profiles,
      Supplier<ProfileCredentials> silent,
      Supplier<Renewal> renewals,
      CredentialEndpoint endpoints,
      Supplier<ThrowAwayFolder> folders,
      Consumer<String> notes) {
    this.profiles = profiles;
    this.silent = silent;
    this.renewals = renewals;
    this.endpoints = endpoints;
    this.folders = folders;
    this.notes = notes;
  }

  /** As {@link ProfileCredentials#complete}. */
  public PlanRequest complete(PlanRequest request) {
    return profiles.complete(request);
  }

  /** The profile of {@code request}. */
  public PlannedProfile plan(PlanRequest request) {
    return profiles.plan(request);
  }

  /** The session of {@code profile}, for which a person may be asked now. */
  public Session logIn(PlannedProfile profile, FreshnessRequirement demand) {
    return profiles.session(profile, demand);
  }

  /**
   * Serves a profile while {@code use} runs.
   *
   * @param profile the profile of {@code request}
   * @param reach what else the endpoint's token gives access to
   * @return the result of {@code use}
   */
  public <T> T during(
      PlannedProfile profile,
      PlanRequest request,
      Reach reach,
      Settings settings,
      Function<OpenEndpoint, T> use) {
    Renewal renewal = renewals.get();
    ProfileCredentials nobody = silent.get();
    try (ThrowAwayFolder folder = folders.get();
        ServedProfiles served =
            new ServedProfiles(
                asked -> new SilentSource(nobody, asked, renewal.window()),
                request,
                reach,
                renewal,
                notes);
        Running running = endpoints.start(settings, served)) {
      return use.apply(new OpenEndpoint(profile, running, folder));
    }
  }
}
