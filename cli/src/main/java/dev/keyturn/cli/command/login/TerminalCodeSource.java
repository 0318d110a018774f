package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;

/** Codes from the person at the terminal. */
public final class TerminalCodeSource implements MfaCodeSource {

  private final Terminal terminal;
  private final LoginLine line;

  /** Asks at {@code terminal}; without one, {@code line} is the one to run. */
  public TerminalCodeSource(Terminal terminal, LoginLine line) {
    this.terminal = terminal;
    this.line = line;
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    if (!terminal.isPresent()) {
      throw new Failure.NoTerminal(
              "profile '"
                  + purpose
                  + "' needs an MFA code from "
                  + device
                  + ", but there is no terminal to ask on",
              line.withCode(purpose))
          .exception();
    }
    while (true) {
      String typed = terminal.askSecret("MFA code of " + device + " for " + purpose + ": ");
      String digits = typed.replace(" ", "");
      if (MfaCode.isCode(digits)) {
        return MfaCode.parse(digits);
      }
      terminal.show("an MFA code is six digits");
    }
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
