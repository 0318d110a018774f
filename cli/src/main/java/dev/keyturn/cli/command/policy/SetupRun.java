package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.setup.AccountSetup;
import dev.keyturn.domain.iam.setup.AccountSetup.Applied;
import dev.keyturn.domain.iam.setup.Administrator;
import dev.keyturn.domain.iam.setup.KeyHandover;
import dev.keyturn.domain.iam.setup.SetupPlan;
import dev.keyturn.domain.iam.setup.SetupRequest;
import dev.keyturn.domain.iam.setup.Step;
import dev.keyturn.domain.policy.template.TemplateValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code policy apply} and {@code user setup} have in common: plan, question, change. */
public final class SetupRun {

  private static final Applied NOTHING = new Applied(List.of(), List.of(), null);

  static final Flag DRY_RUN =
      Option.flag("--dry-run", "Show what would be changed; change nothing.");

  static final ValueOption<String> CSV_FOLDER =
      Option.folder(
          "--csv-folder",
          "Folder for the files with new access keys (default: the current folder).");

  private final SetupPlan plan;
  private final AccountSetup setup;
  private final Function<String, KeyHandover> handovers;
  private final Confirmation confirmation;
  private final SetupReport report;

  /**
   * Takes its collaborators.
   *
   * @param handovers by folder, what takes new access keys
   */
  public SetupRun(
      SetupPlan plan,
      AccountSetup setup,
      Function<String, KeyHandover> handovers,
      Confirmation confirmation,
      SetupReport report) {
    this.plan = plan;
    this.setup = setup;
    this.handovers = handovers;
    this.confirmation = confirmation;
    this.report = report;
  }

  ExitCode run(Arguments arguments, Administrator administrator, List<SetupRequest> requests) {
    boolean asJson = CommonOptions.wantsJson(arguments);
    KeyHandover handover = handovers.apply(folder(arguments));
    Map<Step, TemplateValues> steps = steps(administrator, requests, handover);
    SetupReport.Shown shown = report.shown(steps);
    boolean isChange = steps.keySet().stream().anyMatch(Step::isChange);
    boolean isWanted = isChange && !DRY_RUN.in(arguments);
    if (!asJson) {
      report.print(shown);
    } else if (isWanted && !Confirmation.YES.in(arguments)) {
      throw new Failure.Usage(
              "with --output json, the changes need --yes; --dry-run shows them",
              arguments.typed().with(Confirmation.YES))
          .exception();
    }
    if (isWanted && !confirmation.given(arguments, question(shown))) {
      report.printKept();
      return ExitCode.NO;
    }
    Applied applied =
        isWanted ? setup.apply(administrator, List.copyOf(steps.keySet()), handover) : NOTHING;
    Failure failure = applied.failure();
    if (asJson) {
      report.printJson(shown, isWanted && failure == null, applied);
    } else if (failure != null) {
      report.printPart(applied, arguments.typed().without());
    } else {
      report.printDone(isWanted, applied.keys());
    }
    if (failure != null) {
      throw failure.exception();
    }
    if (isWanted && !asJson && applied.keys().isEmpty()) {
      report.printCheck(arguments, requests.get(0).values());
    }
    return ExitCode.DONE;
  }

  private static String question(SetupReport.Shown shown) {
    return shown.isWider()
        ? "Make these changes, which allow more than now?"
        : "Make these changes?";
  }

  private static String folder(Arguments arguments) {
    return arguments.takes(CSV_FOLDER) ? CSV_FOLDER.in(arguments, "") : "";
  }

  /** Each once, with the values of its request: users may share a role. */
  private Map<Step, TemplateValues> steps(
      Administrator administrator, List<SetupRequest> requests, KeyHandover handover) {
    Map<Step, TemplateValues> steps = new LinkedHashMap<>();
    for (SetupRequest request : requests) {
      for (Step step : plan.of(administrator, request, handover)) {
        steps.putIfAbsent(step, request.values());
      }
    }
    return steps;
  }
}
