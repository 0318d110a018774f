package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.text.ShellCommand;

/** {@code keyturn store decrypt-sessions}: keeps sessions unencrypted again. */
public final class DecryptSessionsCommand implements Command {

  private static final Flag FORGET =
      Option.flag("--forget", "Remove the encrypted sessions instead, if their key is lost.");

  private final SessionEncryption encryption;
  private final Output output;

  public DecryptSessionsCommand(SessionEncryption encryption, Output output) {
    this.encryption = encryption;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FORGET);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.PERSON_NEEDED)
        .example("keyturn store decrypt-sessions", "keep sessions in plain files again")
        .example(
            "keyturn store decrypt-sessions --forget", "the same without the key; log in again");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (encryption.state().isEmpty()) {
      output.line("sessions are not encrypted");
      return ExitCode.DONE;
    }
    boolean forget = FORGET.in(arguments);
    SessionEncryption.Change change = forget ? encryption.forget() : encryption.decrypt();
    output.line("sessions are no longer encrypted");
    CacheText.print(change, "decrypted", output);
    output.error("next: " + ShellCommand.of("keyturn", "status"));
    return ExitCode.DONE;
  }
}
