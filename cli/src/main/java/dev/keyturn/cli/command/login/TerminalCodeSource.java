package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;

/** Codes from the person at the terminal. */
public final class TerminalCodeSource implements MfaCodeSource {

  private final Terminal terminal;

  /** Asks at {@code terminal}. */
  public TerminalCodeSource(Terminal terminal) {
    this.terminal = terminal;
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
              ShellCommand.of("keyturn", "login", purpose, "CODE"))
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
