package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.cli.command.port.EnvironmentSyntax;
import java.util.function.Function;

/**
 * The formats of {@code env}.
 *
 * @param own the format of the user's shell
 * @param formats the renderers
 */
public record ShellFormats(
    EnvironmentSyntax own, Function<EnvironmentSyntax, EnvironmentFormat> formats) {

  String render(EnvironmentSyntax syntax, EnvironmentChange change) {
    return formats.apply(syntax).render(change);
  }
}
