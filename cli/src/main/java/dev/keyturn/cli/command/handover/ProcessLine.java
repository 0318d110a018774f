package dev.keyturn.cli.command.handover;

/**
 * The command line that AWS tools run for a profile. botocore splits it as {@code shlex} does,
 * other SDKs give it to {@code sh -c} or {@code cmd /C}: it is quoted so that all of them parse it
 * in the same way.
 */
public final class ProcessLine {

  private static final String SAFE = "@%+=:,./-_";

  private final String program;
  private final boolean windows;

  /**
   * For one installation.
   *
   * @param program the absolute path of Keyturn's launcher
   * @param windows whether {@code cmd} reads the line
   */
  public ProcessLine(String program, boolean windows) {
    this.program = program;
    this.windows = windows;
  }

  /** The line for {@code profile}. */
  public String of(String profile) {
    return quoted(program) + " credential-process " + quoted(profile);
  }

  private String quoted(String word) {
    if (word.chars().allMatch(ProcessLine::isSafe)) {
      return word;
    }
    return windows ? '"' + word + '"' : "'" + word.replace("'", "'\"'\"'") + "'";
  }

  private static boolean isSafe(int c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || SAFE.indexOf(c) >= 0;
  }
}
