package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.cli.command.port.computer.Computer.Found;
import dev.keyturn.domain.edit.FileLint;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of the AWS files. */
public final class FileChecks {

  /** More of them would hide other findings. */
  private static final int SHOWN_FINDINGS = 5;

  private final ProfileFiles files;
  private final FileLint lint;
  private final Computer computer;

  public FileChecks(ProfileFiles files, FileLint lint, Computer computer) {
    this.files = files;
    this.lint = lint;
    this.computer = computer;
  }

  /**
   * The result of reading the files.
   *
   * @param configuration their content; null if they cannot be read
   * @param finding the finding about that
   */
  public record Reading(@Nullable AwsConfiguration configuration, Finding finding) {}

  /** Reads them. */
  public Reading read() {
    try {
      return new Reading(files.read(), present());
    } catch (FailureException e) {
      return new Reading(null, Finding.of(CheckName.FILES, Level.FAIL, e.failure()));
    }
  }

  private Finding present() {
    List<String> paths = files.paths();
    List<String> missing = paths.stream().filter(path -> computer.look(path).isEmpty()).toList();
    if (missing.size() == paths.size()) {
      String message = "there are no AWS files yet: " + String.join(", ", paths);
      return Finding.info(CheckName.FILES, message, "keyturn setup");
    }
    List<String> found = paths.stream().filter(path -> !missing.contains(path)).toList();
    return Finding.ok(
        CheckName.FILES,
        missing.isEmpty()
            ? String.join(", ", found)
            : String.join(", ", found) + "; " + missing.get(0) + " does not exist");
  }

  List<Check> all() {
    return List.of(
        new Check(CheckName.PERMISSIONS, this::permissions), new Check(CheckName.LINT, this::lint));
  }

  private List<Finding> permissions() {
    List<Finding> findings = new ArrayList<>();
    String config = files.paths().get(0);
    String credentials = files.paths().get(1);
    computer.look(config).ifPresent(found -> judge(found, false, findings));
    computer.look(credentials).ifPresent(found -> judge(found, true, findings));
    computer.look(folder(credentials)).ifPresent(found -> judge(found, false, findings));
    boolean exist = computer.look(config).isPresent() || computer.look(credentials).isPresent();
    return findings.isEmpty() && exist
        ? List.of(Finding.ok(CheckName.PERMISSIONS, "the AWS files are protected from other users"))
        : findings;
  }

  private static String folder(String file) {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return slash <= 0 ? file : file.substring(0, slash);
  }

  private void judge(Found found, boolean secret, List<Finding> findings) {
    String path = found.path();
    if (!found.own()) {
      findings.add(
          Finding.fail(
              CheckName.PERMISSIONS,
              path + " belongs to another user",
              "sudo chown \"$USER\" " + ShellCommand.of(path)));
    } else if (found.othersWrite() || (secret && found.othersRead())) {
      String message = "other users can " + (found.othersWrite() ? "change " : "read ") + path;
      String hint = "chmod " + (found.folder() ? "700 " : "600 ") + ShellCommand.of(path);
      Finding finding =
          found.othersWrite()
              ? Finding.fail(CheckName.PERMISSIONS, message, hint)
              : Finding.warn(CheckName.PERMISSIONS, message, hint);
      findings.add(finding.repairedBy(() -> computer.makePrivate(path)));
    }
  }

  private List<Finding> lint() {
    List<Finding> findings = new ArrayList<>();
    for (FileKind kind : List.of(FileKind.CONFIG, FileKind.CREDENTIALS)) {
      lint.lint(kind).forEach(found -> findings.add(finding(kind, found)));
    }
    if (findings.isEmpty()) {
      return List.of(
          Finding.ok(CheckName.LINT, "AWS SDKs and the AWS CLI interpret the files the same way"));
    }
    int more = findings.size() - SHOWN_FINDINGS;
    if (more <= 0) {
      return findings;
    }
    List<Finding> shown = new ArrayList<>(findings.subList(0, SHOWN_FINDINGS));
    List<Runnable> hidden =
        findings.subList(SHOWN_FINDINGS, findings.size()).stream()
            .flatMap(finding -> Stream.ofNullable(finding.repair()))
            .toList();
    Finding rest = Finding.warn(CheckName.LINT, "and " + more + " more", "keyturn config lint");
    shown.add(hidden.isEmpty() ? rest : rest.repairedBy(() -> hidden.forEach(Runnable::run)));
    return shown;
  }

  private Finding finding(FileKind kind, LintFinding found) {
    String message = found.origin() + ": " + found.rule() + ": " + found.message();
    String hint = "keyturn config lint" + (found.fix() == null ? "" : " --fix");
    Finding finding =
        found.fatalFor().isEmpty()
            ? Finding.warn(CheckName.LINT, message, hint)
            : Finding.fail(CheckName.LINT, message, hint);
    return found.fix() == null ? finding : finding.repairedBy(() -> lint.repair(kind));
  }
}
