package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Map;

/** {@code keyturn store encrypt-sessions}: encrypts Keyturn's session cache from now on. */
public final class EncryptSessionsCommand implements Command {

  private static final Argument<StorePlace> PLACE = PlaceValue.safer("Where the key goes: ");

  private final SessionEncryption encryption;
  private final Map<String, String> environment;
  private final Output output;

  public EncryptSessionsCommand(
      SessionEncryption encryption, Map<String, String> environment, Output output) {
    this.encryption = encryption;
    this.environment = environment;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(PLACE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.PERSON_NEEDED)
        .example(
            "keyturn store encrypt-sessions keychain",
            "encrypt kept sessions, with a new key in the keychain")
        .example(
            "keyturn store encrypt-sessions encrypted-file",
            "the same with a key that a passphrase opens");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    StorePlace place = PLACE.onlyIn(arguments);
    if (place.kind() == StorePlace.Kind.AWS_FILES) {
      throw new Failure.Usage(
              "the AWS files are not a place for the key of the session cache",
              ShellCommand.of("keyturn", "store", "encrypt-sessions", "keychain"))
          .exception();
    }
    SessionEncryption.Change change = encryption.encrypt(place);
    output.line("sessions are encrypted from now on; the key is in " + place);
    CacheText.print(change, "encrypted", output);
    if (!Variable.KEYTURN_SAVE.isSet(environment)) {
      output.note("'keyturn login' still writes session keys to the AWS files");
      output.error("hint: to keep them only in the cache: export KEYTURN_SAVE=never");
    }
    output.error("next: " + ShellCommand.of("keyturn", "store", "status"));
    return ExitCode.DONE;
  }
}
