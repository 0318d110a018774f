package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.cli.adapter.secretprogram.SecretProgram.Ended;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.make.UnattendedCodeSource;
import dev.keyturn.domain.text.ShellCommand;
import dev.keyturn.domain.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Codes of a YubiKey, through Yubico's {@code ykman}. If the account requires touch, a notice asks
 * for it as soon as {@code ykman} does.
 *
 * @see <a href="https://docs.yubico.com/software/yubikey/tools/ykman/OATH_Commands.html">ykman
 *     oath</a>
 */
public final class YkmanCodeSource extends UnattendedCodeSource {

  private static final String PROGRAM = "ykman";

  /** A YubiKey waits 15 seconds for a touch, and its password may have to be typed first. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String ERROR = "Error: ";

  private final Map<String, String> environment;
  private final SecretProgram program;
  private final @Nullable String account;
  private final Consumer<String> notices;

  /**
   * Runs {@code ykman} for each code.
   *
   * @param account the name of the device's account on the YubiKey; null for its serial number
   * @param notices takes prompts for an action
   * @param notes takes messages for the user
   * @param pause sleeps
   */
  public YkmanCodeSource(
      Map<String, String> environment,
      @Nullable String account,
      Consumer<String> notices,
      Consumer<String> notes,
      Consumer<Duration> pause) {
    super(notes, pause);
    this.environment = environment;
    this.program = new SecretProgram(environment, LONGEST);
    this.account = account;
    this.notices = notices;
  }

  @Override
  public boolean isPresent() {
    return ProgramSearch.find(PROGRAM, environment).isPresent();
  }

  /**
   * {@inheritDoc}
   *
   * @throws FailureException {@code NoMfaCode}
   */
  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    String name = account == null ? device.serialNumber() : account;
    String line = output(name, purpose).lines().findFirst().orElse("").strip();
    if (!MfaCode.isCode(line)) {
      throw noCode(purpose, "ykman did not write six digits for '" + name + "'");
    }
    return MfaCode.parse(line);
  }

  private String output(String name, String purpose) {
    File ykman =
        ProgramSearch.find(PROGRAM, environment)
            .orElseThrow(() -> noCode(purpose, "ykman is not installed"));
    try {
      Ended ended =
          program.run(
              List.of(ykman.getPath(), "oath", "accounts", "code", "--single", "--", name),
              "",
              this::passOn);
      if (ended.status() != 0) {
        throw noCode(purpose, "ykman: " + problem(ended));
      }
      return ended.output();
    } catch (IOException e) {
      throw noCode(purpose, "ykman: " + e.getMessage());
    }
  }

  /** "Touch your YubiKey..." */
  private void passOn(String line) {
    if (line.contains("ouch")) {
      notices.accept(VisibleText.line(line.strip()));
    }
  }

  /** The error that ended it follows warnings. */
  private static String problem(Ended ended) {
    return ended
        .error()
        .lines()
        .filter(line -> line.startsWith(ERROR))
        .map(line -> line.substring(ERROR.length()))
        .findFirst()
        .orElse(ended.complaint());
  }

  private static FailureException noCode(String profile, String why) {
    return new Failure.NoMfaCode(
            "no MFA code for profile '" + profile + "' from a YubiKey: " + why,
            ShellCommand.of("keyturn", "login", profile, "--prompt", "terminal"))
        .exception();
  }
}
