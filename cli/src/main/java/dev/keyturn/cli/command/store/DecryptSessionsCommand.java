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

/** {@code keyturn store decrypt-sessions}: stores sessions unencrypted again. */
public final class DecryptSessionsCommand implements Command {

  private static final Flag FORGET =
      Option.flag("--forget", "Remove the encrypted sessions instead, if their key is lost.");

  private static final Flag UNUSED =
      Option.flag(
          "--unused-keys", "Remove only keys that no session uses; sessions are not changed.");

  private final SessionEncryption encryption;
  private final Output output;

  public DecryptSessionsCommand(SessionEncryption encryption, Output output) {
    this.encryption = encryption;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FORGET, UNUSED);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.PERSON_NEEDED)
        .example("keyturn store decrypt-sessions", "keep sessions in plain files again")
        .example(
            "keyturn store decrypt-sessions --forget", "the same without the key; log in again")
        .example(
            "keyturn store decrypt-sessions --unused-keys",
            "remove the key that --forget left, once its place can be opened");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (UNUSED.in(arguments)) {
      int removed = encryption.removeUnusedKeys();
      output.line("removed " + removed + (removed == 1 ? " unused key" : " unused keys"));
      return ExitCode.DONE;
    }
    if (encryption.state().isEmpty()) {
      output.line("sessions are not encrypted");
      CacheText.printUnused(encryption, output);
      return ExitCode.DONE;
    }
    boolean forget = FORGET.in(arguments);
    SessionEncryption.Change change = forget ? encryption.forget() : encryption.decrypt();
    output.line("sessions are no longer encrypted");
    CacheText.print(change, "decrypted", output);
    CacheText.printUnused(encryption, output);
    output.error("next: " + ShellCommand.of("keyturn", "status"));
    return ExitCode.DONE;
  }
}
