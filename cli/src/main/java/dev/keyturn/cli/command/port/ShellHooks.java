package dev.keyturn.cli.command.port;

/** The scripts that a shell sources for {@code aws_env}, completions and the prompt segment. */
public interface ShellHooks {

  /** The shells that have one. */
  enum Shell {
    /** GNU Bash. */
    BASH,
    /** The Z shell. */
    ZSH,
    /** fish. */
    FISH,
    /** PowerShell. */
    POWERSHELL
  }

  /**
   * The hook's text, including completion.
   *
   * @param program the command line's own path, or its name to find it by
   * @param table what can be completed
   */
  String hook(Shell shell, String program, String table);

  /**
   * Completion alone.
   *
   * @param table what can be completed
   */
  String completion(Shell shell, String table);
}
