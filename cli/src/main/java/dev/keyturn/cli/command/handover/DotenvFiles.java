package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.DotenvMerge;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.WorkTrees;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.text.ShellCommand;

/** Writes variables to {@code .env} files, and keeps these out of version control. */
public final class DotenvFiles {

  private final WorkTrees workTrees;
  private final DotenvMerge dotenv;
  private final Output output;

  public DotenvFiles(WorkTrees workTrees, DotenvMerge dotenv, Output output) {
    this.workTrees = workTrees;
    this.dotenv = dotenv;
    this.output = output;
  }

  /**
   * Checks that the file cannot be committed by accident.
   *
   * @throws dev.keyturn.domain.failure.FailureException if git does not ignore it, unless that is
   *     {@code allowed}
   */
  void checkIgnored(String file, boolean allowed) {
    if (allowed) {
      return;
    }
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String folder = file.substring(0, file.length() - name.length());
    String ignore =
        "echo " + ShellCommand.quoted("/" + name) + " >> " + ShellCommand.of(folder + ".gitignore");
    switch (workTrees.state(file)) {
      case NONE, IGNORED -> {}
      case TRACKED ->
          throw refused(
              file, "git tracks it", "git rm --cached " + ShellCommand.of(file) + " && " + ignore);
      case NOT_IGNORED -> throw refused(file, "git does not ignore it", ignore);
      case UNKNOWN -> throw refused(file, "git could not check whether it is ignored", ignore);
    }
  }

  private static RuntimeException refused(String file, String why, String repair) {
    return new ProfileFailure.ForbiddenTarget(
            file,
            file
                + " would contain keys inside a git work tree, and "
                + why
                + "; nothing was written",
            repair + "; or if you are sure: " + ShellCommand.ADD + "allow-tracked")
        .exception();
  }

  /**
   * Merges {@code change} into {@code file}, which need not exist, and reports who could read it.
   */
  void merge(String file, EnvironmentChange change, boolean keepMode) {
    boolean holdsKeys = !change.set().isEmpty();
    boolean open = dotenv.merge(file, change, keepMode || !holdsKeys);
    if (open && holdsKeys && keepMode) {
      output.note("other users can read " + file + ", which now contains keys");
      output.error("hint: chmod 600 " + ShellCommand.of(file));
    } else if (open && holdsKeys) {
      output.note("other users could read " + file + "; now only you can (mode 600)");
    }
  }
}
