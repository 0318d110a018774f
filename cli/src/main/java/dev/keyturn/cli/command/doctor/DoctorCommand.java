package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.doctor.check.Finding;
import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.profile.LastingEdits;
import dev.keyturn.cli.command.profile.ProfileChoice;
import java.util.List;
import java.util.Map;

/** {@code keyturn doctor}: reports what is wrong here, why, and how to repair it. */
public final class DoctorCommand implements Command {

  private static final Argument<String> PROFILES =
      Argument.any(
          Value.PROFILE,
          "Profiles, or patterns such as 'dev-*' (default: AWS_PROFILE, then default).");

  private static final Flag FIX =
      Option.flag(
          "--fix", "Repair what is safe to repair; keyturn undo undoes changes of AWS files.");

  private static final Flag OFFLINE =
      Option.flag("--offline", "Skip the checks that need a network.");

  private static final Flag REPORT =
      Option.flag(
          "--report",
          "Mask account IDs, ARNs, key IDs, profile names, serial numbers and the home folder, for"
              + " an issue.");

  private final Map<String, String> environment;
  private final Examination examination;
  private final LastingEdits lasting;
  private final DoctorOutput output;

  /** Takes its collaborators. */
  public DoctorCommand(
      Map<String, String> environment,
      Examination examination,
      LastingEdits lasting,
      DoctorOutput output) {
    this.environment = environment;
    this.examination = examination;
    this.lasting = lasting;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FIX, OFFLINE, REPORT, ProfileChoice.OPTIONS, CommonOptions.OUTPUT)
        .taking(PROFILES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO)
        .example("keyturn doctor account1", "check this computer and a profile")
        .example("keyturn doctor --fix", "also repair what can be repaired safely")
        .example("keyturn doctor --report", "print a report to paste into an issue");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<ProfileChoice> profiles = profiles(arguments);
    boolean offline = OFFLINE.in(arguments);
    boolean masked = REPORT.in(arguments);
    Examined examined = examined(profiles, offline);
    List<Finding> repairable = FIX.in(arguments) ? repairable(examined) : List.of();
    if (!repairable.isEmpty()) {
      Examined before = examined;
      List<String> made = lasting.of(() -> repair(repairable, before, masked));
      made.forEach(sentence -> output.note(before, sentence, masked));
      examined = examined(profiles, offline);
    }
    output.print(examined, masked, arguments);
    return examined.hasProblem() ? ExitCode.NO : ExitCode.DONE;
  }

  private Examined examined(List<ProfileChoice> profiles, boolean offline) {
    Examined examined = examination.of(profiles, offline, output::progress);
    output.progress("");
    return examined;
  }

  private List<ProfileChoice> profiles(Arguments arguments) {
    List<String> typed = ProfileChoice.typed(PROFILES.in(arguments), arguments);
    return typed.isEmpty()
        ? List.of(ProfileChoice.implicit(environment))
        : ProfileChoice.each(typed);
  }

  private static List<Finding> repairable(Examined examined) {
    return examined.groups().stream()
        .flatMap(group -> group.findings().stream())
        .filter(finding -> finding.repair() != null)
        .toList();
  }

  private void repair(List<Finding> repairable, Examined examined, boolean masked) {
    for (Finding finding : repairable) {
      finding.runRepair();
      output.note(examined, "repaired: " + finding.message(), masked);
    }
  }
}
