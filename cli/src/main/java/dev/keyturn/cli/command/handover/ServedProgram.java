package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.CredentialEndpoint;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.cli.command.profile.SessionVariables;
import dev.keyturn.cli.command.serving.EndpointVariables;
import dev.keyturn.cli.command.serving.ProfileSettings;
import dev.keyturn.cli.command.serving.Reach;
import dev.keyturn.cli.command.serving.ServedProfiles;
import dev.keyturn.cli.command.serving.Serving;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.HandOver;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a program that takes its credentials from an endpoint of its own, which renews them and ends
 * with it: {@code keyturn exec --server}. The program's token opens its own profile only.
 */
public final class ServedProgram {

  private static final Set<Form> FORM = EnumSet.of(Form.CONTAINER);

  private final Serving serving;
  private final HandOver handOver;
  private final CredentialEndpoint endpoints;
  private final Supplier<ThrowAwayFolder> folders;
  private final Programs programs;

  /**
   * Built on services and ports.
   *
   * @param programs runs the program as a child, and waits for it
   */
  public ServedProgram(
      Serving serving,
      HandOver handOver,
      CredentialEndpoint endpoints,
      Supplier<ThrowAwayFolder> folders,
      Programs programs) {
    this.serving = serving;
    this.handOver = handOver;
    this.endpoints = endpoints;
    this.folders = folders;
    this.programs = programs;
  }

  /**
   * Runs {@code command}, or the user's shell when it is empty.
   *
   * @param environment the user's own, which the program gets changed
   * @return the status to end with
   */
  int run(
      PlanRequest request,
      FreshnessRequirement demand,
      List<String> command,
      Map<String, String> environment) {
    AwsConfiguration configuration = serving.files().read();
    SessionPlan plan = serving.planner().plan(configuration, request);
    if (!command.isEmpty()) {
      programs.require(command.get(0));
    }
    HandedCredentials first = handOver.obtain(plan, configuration, demand, true);
    try (ThrowAwayFolder folder = folders.get();
        ServedProfiles served = serving.open(request, Reach.OWN);
        Running endpoint = endpoints.start(settings(plan), served)) {
      SequencedMap<String, String> set = variables(plan, configuration, endpoint, folder);
      SessionVariables.addAbout(set, plan.profile(), first.accountId(), plan.toolVariables());
      EnvironmentChange change =
          SessionVariables.change(Handover.EXEC_SERVER, set, true, environment);
      return command.isEmpty() ? programs.runShell(change) : programs.run(command, change);
    }
  }

  private static Settings settings(SessionPlan plan) {
    return new Settings(0, FORM, false, false, null, plan.profile(), plan.region());
  }

  private static SequencedMap<String, String> variables(
      SessionPlan plan, AwsConfiguration configuration, Running endpoint, ThrowAwayFolder folder) {
    ProfileSettings settings = ProfileSettings.of(plan, configuration);
    SequencedMap<String, String> variables =
        EndpointVariables.of(endpoint, FORM, null, settings, configuration, folder);
    folder.write("boto", "");
    variables.put(Variable.BOTO_CONFIG.name(), folder.path().resolve("boto").toString());
    return variables;
  }
}
