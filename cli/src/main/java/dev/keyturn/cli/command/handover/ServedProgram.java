package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.profile.SessionVariables;
import dev.keyturn.cli.command.serving.OpenEndpoint;
import dev.keyturn.cli.command.serving.ProfileEndpoints;
import dev.keyturn.cli.command.serving.Reach;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Runs a program with its own credential endpoint, which renews the credentials and ends with the
 * program: {@code keyturn exec --server}. The program's token gives access to its own profile only.
 */
public final class ServedProgram {

  private static final Set<Form> FORM = EnumSet.of(Form.CONTAINER);

  private final ProfileEndpoints endpoints;
  private final Programs programs;

  /**
   * Takes its collaborators.
   *
   * @param programs runs the program as a child, and waits for it
   */
  public ServedProgram(ProfileEndpoints endpoints, Programs programs) {
    this.endpoints = endpoints;
    this.programs = programs;
  }

  /**
   * Runs {@code command}, or the user's shell when it is empty.
   *
   * @param environment the user's environment, which the program gets with changes
   * @return the status to exit with
   */
  int run(
      PlanRequest asked,
      FreshnessRequirement demand,
      List<String> command,
      Map<String, String> environment) {
    PlanRequest request = endpoints.complete(asked);
    PlannedProfile profile = endpoints.plan(request);
    if (!command.isEmpty()) {
      programs.require(command.get(0));
    }
    Session first = endpoints.logIn(profile, demand);
    return endpoints.during(
        profile,
        request,
        Reach.OWN,
        settings(profile.plan()),
        endpoint -> {
          EnvironmentChange change = change(endpoint, first, environment);
          return command.isEmpty() ? programs.runShell(change) : programs.run(command, change);
        });
  }

  private static Settings settings(SessionPlan plan) {
    return new Settings(0, FORM, false, false, null, plan.profile(), plan.region());
  }

  private static EnvironmentChange change(
      OpenEndpoint endpoint, Session first, Map<String, String> environment) {
    SequencedMap<String, String> set = endpoint.variables(FORM, null);
    set.put(Variable.BOTO_CONFIG.name(), endpoint.write("boto", ""));
    SessionPlan plan = endpoint.profile().plan();
    String account = Identity.accountOf(first.identity());
    SessionVariables.addAbout(set, plan.profile(), account, plan.toolVariables());
    return SessionVariables.change(Handover.EXEC_SERVER, set, true, environment);
  }
}
