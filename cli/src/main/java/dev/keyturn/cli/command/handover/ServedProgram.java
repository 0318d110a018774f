package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.CredentialEndpoint;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.cli.command.profile.GivenCodeSource;
import dev.keyturn.cli.command.profile.SessionVariables;
import dev.keyturn.cli.command.serving.EndpointVariables;
import dev.keyturn.cli.command.serving.ProfileSettings;
import dev.keyturn.cli.command.serving.Reach;
import dev.keyturn.cli.command.serving.ServedProfiles;
import dev.keyturn.cli.command.serving.Serving;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.HandOver;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Runs {@code command}, or the user's shell when it is empty; returns the status to end with. */
  int run(PlanRequest request, FreshnessRequirement demand, List<String> command) {
    AwsConfiguration configuration = serving.files().read();
    SessionPlan plan = serving.planner().plan(configuration, request);
    if (!command.isEmpty()) {
      programs.require(command.get(0));
    }
    handOver.obtain(plan, configuration, demand, true);
    try (ThrowAwayFolder folder = folders.get();
        ServedProfiles served = serving.open(request, Reach.OWN);
        Running endpoint = endpoints.start(settings(plan), served)) {
      EnvironmentChange change = change(plan, configuration, endpoint, folder);
      return command.isEmpty() ? programs.runShell(change) : programs.run(command, change);
    }
  }

  private static Settings settings(SessionPlan plan) {
    return new Settings(0, FORM, false, false, null, plan.profile(), plan.region());
  }

  private static EnvironmentChange change(
      SessionPlan plan, AwsConfiguration configuration, Running endpoint, ThrowAwayFolder folder) {
    ProfileSettings settings = ProfileSettings.of(plan, configuration);
    Map<String, String> variables =
        EndpointVariables.of(endpoint, FORM, null, settings, configuration, folder);
    LinkedHashMap<String, String> set = new LinkedHashMap<>(variables);
    settings
        .region()
        .ifPresent(region -> {
          set.put("AWS_REGION", region);
          set.put("AWS_DEFAULT_REGION", region);
        });
    set.put(SessionVariables.PROFILE, plan.profile());
    List<String> unset = new ArrayList<>(EndpointVariables.INTERFERING);
    unset.add(GivenCodeSource.VARIABLE);
    unset.add(ProgramOutput.CHAIN);
    unset.removeAll(set.keySet());
    return new EnvironmentChange(set, unset);
  }
}
