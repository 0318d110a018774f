package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.file.TextFiles;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.mfa.OtpAuthUri;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** {@code keyturn mfa code}: prints the present code of a seed. */
public final class MfaCodeCommand implements Command {

  private static final ValueOption<String> SEED_FILE =
      Option.file(
          "--seed-file",
          "File with the device's secret key in base32, or its otpauth:// URI; - is standard"
              + " input (default: the secret key that the profile keeps in a store).");

  private final TextFiles files;
  private final Input input;
  private final StoredSeed stored;
  private final InstantSource clock;
  private final Output output;

  public MfaCodeCommand(
      TextFiles files, Input input, StoredSeed stored, InstantSource clock, Output output) {
    this.files = files;
    this.input = input;
    this.stored = stored;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(SEED_FILE, ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn mfa code -p work", "print the code of a secret key in a store")
        .example("keyturn mfa code --seed-file seed.txt", "print the current code")
        .example("pass mfa/work | keyturn mfa code --seed-file -", "read the seed from a program");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String file = SEED_FILE.in(arguments).orElse(null);
    Totp device = file == null ? stored.device(arguments) : read(file);
    Instant now = clock.instant();
    String code = device.textAt(now);
    Duration left = device.left(now);
    output.line(
        CommonOptions.wantsJson(arguments)
            ? Json.object(to -> {
              to.writeStringProperty("code", code);
              to.writeNumberProperty("seconds_left", left.toSeconds());
            })
            : code);
    return ExitCode.DONE;
  }

  private Totp read(String file) {
    return totp(file, (file.equals("-") ? input.text() : files.read(file)).strip());
  }

  private static Totp totp(String file, String text) {
    String name = file.equals("-") ? "standard input" : file;
    if (text.isEmpty()) {
      throw broken(name, "this is neither a secret key in base32 nor an otpauth:// URI");
    }
    try {
      return OtpAuthUri.isOne(text) ? OtpAuthUri.parse(text) : Totp.ofBase32(text);
    } catch (IllegalArgumentException e) {
      String problem = String.valueOf(e.getMessage());
      throw broken(
          name,
          OtpAuthUri.isOne(text)
              ? problem
              : "this is neither a secret key in base32 nor an otpauth:// URI");
    }
  }

  private static FailureException broken(String name, String problem) {
    return new FileFailure.Broken(name, 1, problem, "see what the authenticator app exported")
        .exception();
  }
}
