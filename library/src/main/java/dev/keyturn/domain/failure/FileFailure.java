package dev.keyturn.domain.failure;

import dev.keyturn.domain.text.ShellCommand;

/** A file cannot be read or written. */
public sealed interface FileFailure extends Failure {

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
      return ShellCommand.of("ls", "-l", file);
    }
  }

  /** A file cannot be written, and was not changed. */
  record Unwritable(String file, String why) implements FileFailure {

    /** What Linux and macOS say in English; in another language, the other hint has to do. */
    private static final String FULL_DISK = "No space left on device";

    @Override
    public String message() {
      return "cannot write " + file + ": " + why + "; nothing was changed";
    }

    @Override
    public String hint() {
      int slash = file.lastIndexOf('/');
      String folder = slash < 0 ? "." : file.substring(0, Math.max(1, slash));
      return why.contains(FULL_DISK)
          ? ShellCommand.of("df", "-h", folder)
          : ShellCommand.of("ls", "-ld", folder, file);
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

  /** A program that takes no lock changed the file at the same time. */
  record Changed(String file) implements FileFailure {
    @Override
    public String message() {
      return "another program changed " + file + " at the same time; nothing was written";
    }

    @Override
    public String hint() {
      return "run the same command again";
    }
  }
}
