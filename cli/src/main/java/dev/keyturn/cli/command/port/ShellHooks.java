package dev.keyturn.cli.command.port;

import java.util.List;
import java.util.SequencedMap;

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
   * The hook's text.
   *
   * @param program the command line's own path, or its name to find it by
   * @param options the options of every command, by the command's name
   */
  String text(Shell shell, String program, SequencedMap<String, List<String>> options);
}
