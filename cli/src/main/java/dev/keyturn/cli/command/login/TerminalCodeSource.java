package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.InstantSource;

/** Codes typed at the terminal. */
public final class TerminalCodeSource implements MfaCodeSource {

  private final Terminal terminal;
  private final InstantSource clock;
  private final boolean showsDigits;
  private final LoginLine line;

  /**
   * Asks at {@code terminal}.
   *
   * @param showsDigits whether digits are shown as they are typed
   * @param line the line to run without a terminal
   */
  public TerminalCodeSource(
      Terminal terminal, InstantSource clock, boolean showsDigits, LoginLine line) {
    this.terminal = terminal;
    this.clock = clock;
    this.showsDigits = showsDigits;
    this.line = line;
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    if (!terminal.isPresent()) {
      throw new Failure.NoTerminal(
              MfaCodeSource.missing(device, purpose, "there is no terminal to ask on"),
              line.withCode(purpose))
          .exception();
    }
    while (true) {
      String digits = typed(prompt(device, purpose, clock)).replace(" ", "");
      if (MfaCode.isCode(digits)) {
        return MfaCode.parse(digits);
      }
      terminal.show("an MFA code is six digits");
    }
  }

  /** What a person is asked; the seconds are those from now on. */
  static String prompt(MfaDevice device, String purpose, InstantSource clock) {
    long seconds = Totp.untilNext(clock.instant()).toSeconds();
    return "MFA code of " + device + " (changes in " + seconds + " s) for " + purpose + ": ";
  }

  private String typed(String prompt) {
    return showsDigits ? terminal.ask(prompt) : terminal.askSecret(prompt);
  }

  @Override
  public boolean isPresent() {
    return terminal.isPresent();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public boolean canCorrect() {
    return true;
  }

  @Override
  public void explain(String why) {
    terminal.show(why);
  }

  @Override
  public void awaitNext(Duration wait) {
    terminal.countDown("next code", wait);
  }
}
