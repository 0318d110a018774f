package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.key.KeyPlace;
import dev.keyturn.domain.iam.key.KeyRotation.Rotated;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Reports which keys were replaced, and what remains to be done. */
public final class RotationReport {

  /**
   * One rotation of several.
   *
   * @param rotated the result; null if it failed or was declined
   * @param failure why it failed; null if it did not
   */
  record Try(String profile, @Nullable Rotated rotated, @Nullable Failure failure) {

    static Try of(String profile, Supplier<Optional<Rotated>> rotation) {
      try {
        return new Try(profile, rotation.get().orElse(null), null);
      } catch (FailureException e) {
        if (e.failure().name() == FailureName.INTERRUPTED) {
          throw e;
        }
        return new Try(profile, null, e.failure().concerning(profile));
      }
    }

    /** Whether the person declined it. */
    boolean isDeclined() {
      return rotated == null && failure == null;
    }
  }

  private final Output output;

  /** Writes to {@code output}. */
  public RotationReport(Output output) {
    this.output = output;
  }

  void print(List<Try> tries, Arguments arguments) {
    boolean asJson = CommonOptions.wantsJson(arguments);
    if (asJson) {
      output.line(json(tries, arguments.typed()));
    }
    for (Try one : tries) {
      Rotated rotated = one.rotated();
      Failure failure = one.failure();
      if (rotated != null && !asJson) {
        output.text(text(one.profile(), rotated));
      }
      if (failure != null && !asJson) {
        Failures.print(output, failure, arguments.typed(), false);
      }
      if (one.isDeclined()) {
        output.note("nothing was changed");
      }
    }
  }

  /** Says that there is nothing to do. */
  void nothing() {
    output.note("no profile has an access key of its own");
  }

  private static String text(String profile, Rotated rotated) {
    StringBuilder text = new StringBuilder();
    text.append(profile).append(": access key ").append(rotated.old());
    text.append(" is replaced by ").append(rotated.key()).append('\n');
    for (KeyPlace place : rotated.places()) {
      text.append("  in ").append(where(place)).append('\n');
    }
    text.append(old(profile, rotated)).append('\n');
    if (rotated.sessions() > 0) {
      text.append("sessions stay valid: no new MFA code is needed\n");
    }
    return text.toString();
  }

  private static String where(KeyPlace place) {
    String section = "[" + place.place().section() + "]";
    return place.store() == null
        ? place.place().file() + " " + section
        : place.store() + ", as " + section + " in " + place.place().file() + " says";
  }

  private static String old(String profile, Rotated rotated) {
    return rotated.isDeleted()
        ? rotated.old() + " is deleted"
        : (rotated.old() + " is inactive; once nothing uses it: ")
            + ShellCommand.of("keyturn", "keys", "delete", rotated.old(), "-p", profile);
  }

  private static String json(List<Try> tries, TypedCommand typed) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("rotations");
      for (Try one : tries) {
        Rotated rotated = one.rotated();
        if (rotated != null) {
          rotation(to, one.profile(), rotated);
        }
      }
      to.writeEndArray();
      to.writeArrayPropertyStart("failures");
      for (Try one : tries) {
        Failure failure = one.failure();
        if (failure != null) {
          to.writeStartObject();
          to.writeStringProperty("profile", one.profile());
          Failures.write(to, failure, typed);
          to.writeEndObject();
        }
      }
      to.writeEndArray();
    });
  }

  private static void rotation(JsonGenerator to, String profile, Rotated rotated) {
    to.writeStartObject();
    to.writeStringProperty("profile", profile);
    to.writeStringProperty("user", rotated.user());
    to.writeStringProperty("old_access_key_id", rotated.old());
    to.writeBooleanProperty("old_deleted", rotated.isDeleted());
    to.writeStringProperty("access_key_id", rotated.key());
    to.writeNumberProperty("sessions_kept", rotated.sessions());
    KeyPlaceJson.write(to, rotated.places());
    to.writeEndObject();
  }
}
