package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.cli.command.port.EnvironmentSyntax;

/** One renderer for each language. */
public final class EnvironmentFormats {

  private EnvironmentFormats() {}

  /**
   * The renderer of {@code syntax}. {@code JSON} is not a change of an environment; the caller
   * writes the credentials itself.
   */
  public static EnvironmentFormat of(EnvironmentSyntax syntax) {
    return switch (syntax) {
      case BASH, ZSH, SH -> new PosixFormat();
      case FISH -> new FishFormat();
      case POWERSHELL -> new PowerShellFormat();
      case CMD -> new CmdFormat();
      case NU -> new NuFormat();
      case DOTENV -> new DotenvFormat();
      case DOCKER -> new DockerFormat();
      case JSON -> throw new IllegalArgumentException("json");
    };
  }
}
