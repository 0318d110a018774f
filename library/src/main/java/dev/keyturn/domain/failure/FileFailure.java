package dev.keyturn.domain.failure;

import dev.keyturn.domain.text.ShellCommand;

/** A file cannot be read or written. */
public sealed interface FileFailure extends Failure {

  /** The text of Linux and macOS in English; in other languages the general hint is used. */
  String FULL_DISK = "No space left on device";

  /** The reason why a missing file cannot be read. */
  String MISSING = "it does not exist";

  /** What makes the user's own state folder unusable, said of other users. */
  String FILLS = "may put files into it";

  /**
   * The same of root's folder and a group, as a volume in Kubernetes has them ({@code fsGroup}).
   */
  String OF_ROOT_AND_GROUP = "it belongs to root, and the group ";

  private static String parent(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "." : file.substring(0, Math.max(1, slash));
  }

  /** A file breaks a rule of its format. */
  record Broken(String file, int line, String rule, String repair) implements FileFailure {
    @Override
    public String message() {
      return file + ":" + line + ": " + rule;
    }

    @Override
    public String hint() {
      return repair;
    }
  }

  /** A file exists but cannot be read. */
  record Unreadable(String file, String why) implements FileFailure {
    @Override
    public String message() {
      return "cannot read " + file + ": " + why;
    }

    @Override
    public String hint() {
      return ShellCommand.of("ls", "-l", why.equals(MISSING) ? parent(file) : file);
    }
  }

  /** A file cannot be written, and was not changed. */
  record Unwritable(String file, String why) implements FileFailure {

    @Override
    public String message() {
      return "cannot write " + file + ": " + why + "; nothing was changed";
    }

    @Override
    public String hint() {
      String folder = parent(file);
      return why.contains(FULL_DISK)
          ? ShellCommand.of("df", "-h", folder)
          : ShellCommand.of("ls", "-ld", folder, file);
    }
  }

  /**
   * A session cannot be written to its section.
   *
   * @param section the text between the brackets
   */
  record UnwritableTarget(String profile, String section, String file, String why)
      implements FileFailure {
    @Override
    public String message() {
      return "cannot write a session to [" + section + "] in " + file + ": " + why;
    }

    @Override
    public String hint() {
      return "to keep it in Keyturn's cache only: "
          + (ShellCommand.ADD + "no-save" + ShellCommand.ELSE)
          + ShellCommand.of("keyturn", "login", profile, "--no-save");
    }
  }

  /** Keyturn can store nothing: no session, no lock, no spent code. */
  record NoStateFolder(String folder, String why) implements FileFailure {
    @Override
    public String message() {
      return "cannot use Keyturn's state folder " + folder + ": " + why;
    }

    @Override
    public String hint() {
      if (why.endsWith(FILLS)) {
        return ShellCommand.of("chmod", "go-w", folder);
      }
      if (why.startsWith(OF_ROOT_AND_GROUP)) {
        return "export KEYTURN_HOME=" + ShellCommand.of(folder + "/keyturn");
      }
      return why.contains(FULL_DISK)
          ? ShellCommand.of("df", "-h", parent(folder))
          : "for this shell alone: export KEYTURN_HOME=\"$(mktemp -d)\"";
    }
  }

  /** Another Keyturn process has had the file locked for too long. */
  record Busy(String file, long holder) implements FileFailure {
    @Override
    public String message() {
      return file + " is being changed by process " + holder + "; nothing was written";
    }

    @Override
    public String hint() {
      return "try again; to see which program that is: ps -p " + holder;
    }
  }

  /**
   * The lines of an edit were changed since, so that it cannot be undone.
   *
   * @param command which command made it, such as {@code config set}
   * @param settings what it changed
   */
  record Edited(String file, String command, String settings) implements FileFailure {
    @Override
    public String message() {
      return "in "
          + file
          + ", what '"
          + (command + "' wrote (" + settings + ") was changed since; nothing was undone");
    }

    @Override
    public String hint() {
      return "to keep " + file + " as it is, and undo older changes: keyturn undo --forget";
    }
  }

  /** A program that takes no lock changed the file at the same time. */
  record Changed(String file) implements FileFailure {
    @Override
    public String message() {
      return "another program changed " + file + " at the same time; nothing was written";
    }

    @Override
    public String hint() {
      return ShellCommand.AGAIN;
    }
  }
}
