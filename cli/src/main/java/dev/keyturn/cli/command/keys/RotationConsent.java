package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlannedEdits;
import dev.keyturn.domain.iam.key.MoveConsent;

/** Shows what a rotation to another place changes in the AWS files, and asks for consent. */
public final class RotationConsent {

  private final PlannedEdits lines;
  private final Confirmation confirmation;

  public RotationConsent(PlannedEdits lines, Confirmation confirmation) {
    this.lines = lines;
    this.confirmation = confirmation;
  }

  MoveConsent of(Arguments arguments) {
    return (accessKeyId, to, changes) -> {
      changes.forEach(lines::show);
      return confirmation.given(
          arguments, "Replace key " + accessKeyId + " with a new one in " + to + "?");
    };
  }
}
