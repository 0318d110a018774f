package dev.keyturn.cli.command.sandbox;

import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.iam.device.Interruptions;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The surroundings of a demonstration.
 *
 * @param environment the user's own
 * @param children starts the sandbox, and the AWS CLI if it is installed
 * @param keyturn runs Keyturn in the demonstration's home folder
 * @param folders creates that folder
 * @param interruptions remove it when the demonstration is interrupted
 */
public record DemoStage(
    Map<String, String> environment,
    Children children,
    DemoKeyturn keyturn,
    Supplier<ThrowAwayFolder> folders,
    Interruptions interruptions) {

  /** Where Keyturn's own state is in that folder. */
  public static final String STATE = "state";
}
