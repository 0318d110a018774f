package dev.keyturn.cli.command.port;

/** What a shell sources to know {@code aws_env}, completions and the prompt's segment. */
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
   * The hook's text, completion among it.
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
