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
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.mfa.OtpAuthUri;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** {@code keyturn mfa code}: the code that a seed gives now. */
public final class MfaCodeCommand implements Command {

  private static final ValueOption<String> SEED_FILE =
      Option.file(
          "--seed-file",
          "File with the device's secret key in base32, or its otpauth:// URI; - is standard"
              + " input.");

  private final TextFiles files;
  private final Input input;
  private final InstantSource clock;
  private final Output output;

  public MfaCodeCommand(TextFiles files, Input input, InstantSource clock, Output output) {
    this.files = files;
    this.input = input;
    this.clock = clock;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(SEED_FILE, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn mfa code --seed-file seed.txt", "print the six digits of now")
        .example("pass mfa/work | keyturn mfa code --seed-file -", "read the seed from a program");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String file = SEED_FILE.in(arguments).orElseThrow(() -> missing().exception());
    String text = file.equals("-") ? input.text() : files.read(file);
    Instant now = clock.instant();
    Totp device = totp(file, text.strip());
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

  private static Failure missing() {
    return new Failure.Usage("--seed-file is missing", "keyturn mfa code --seed-file FILE");
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
