package dev.keyturn.cli.command.sandbox;

import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.environment.Effect;
import dev.keyturn.domain.environment.Handover;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the tour's commands: each is shown as typed, then run. */
final class DemoShell {

  private final DemoCompany company;
  private final ThrowAwayFolder home;
  private final Map<String, String> environment;
  private final Children children;
  private final DemoKeyturn keyturn;
  private final Output output;

  DemoShell(DemoCompany company, ThrowAwayFolder home, DemoStage stage, Output output) {
    this.company = company;
    this.home = home;
    this.environment = environment(stage.environment(), company, home);
    this.children = stage.children();
    this.keyturn = stage.keyturn();
    this.output = output;
  }

  /** The user's environment without variables of AWS and Keyturn. */
  private static Map<String, String> environment(
      Map<String, String> users, DemoCompany company, ThrowAwayFolder home) {
    Map<String, String> own = new HashMap<>(users);
    own.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("KEYTURN_"));
    Variable.with(Handover.EXEC_SERVER, Effect.REMOVES).forEach(it -> own.remove(it.name()));
    own.put("HOME", home.path().toString());
    own.put("USERPROFILE", home.path().toString());
    own.put(Variable.KEYTURN_HOME.name(), home.path().resolve(DemoStage.STATE).toString());
    own.put(Variable.AWS_ENDPOINT_URL.name(), company.url());
    own.put("AWS_PAGER", "");
    return own;
  }

  ExitCode keyturn(String... words) {
    output.line("$ keyturn " + String.join(" ", words));
    return ExitCode.of(keyturn.run(environment, home.path(), List.of(words)));
  }

  /** Uses the AWS CLI if it is installed; older versions need the endpoint as an option. */
  void listBuckets(String profile) {
    if (children.isInstalled("aws")) {
      List<String> command =
          List.of("aws", "s3", "ls", "--profile", profile, "--endpoint-url", company.url());
      output.line("$ " + String.join(" ", command));
      children.run(command, environment);
    } else {
      output.line("$ list the buckets of profile " + profile + " (the AWS CLI is not installed)");
      list(profile);
    }
  }

  private void list(String profile) {
    try {
      keyturn
          .buckets(environment, home.path(), URI.create(company.url()), profile)
          .forEach(output::line);
    } catch (FailureException e) {
      Failures.print(output, e.failure(), null, false);
    }
  }
}
