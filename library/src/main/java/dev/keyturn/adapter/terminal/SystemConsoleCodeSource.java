package dev.keyturn.adapter.terminal;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import java.io.Console;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** MFA codes typed at the console of this JVM, if it has one. */
public final class SystemConsoleCodeSource implements MfaCodeSource {

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    Console console = terminal();
    if (console == null) {
      throw new Failure.NoTerminal(
              MfaCodeSource.missing(device, purpose, "there is no console to ask on"),
              ShellCommand.of("keyturn", "login", purpose)
                  + ", or give the program a source of codes")
          .exception();
    }
    while (true) {
      char[] typed = console.readPassword("MFA code of %s for %s: ", device, purpose);
      if (typed == null) {
        throw new Failure.Interrupted().exception();
      }
      String digits = new String(typed).replace(" ", "");
      if (MfaCode.isCode(digits)) {
        return MfaCode.parse(digits);
      }
      explain("an MFA code is six digits");
    }
  }

  @Override
  public boolean isPresent() {
    return terminal() != null;
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
    Console console = terminal();
    if (console != null) {
      console.printf("%s%n", why);
    }
  }

  @Override
  public void awaitNext(Duration wait) {
    explain("next code in " + wait.toSeconds() + " s");
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** Since Java 22 there is always a console object, which reports whether it is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // can be null before Java 22
  private static @Nullable Console terminal() {
    Console console = System.console();
    if (console == null) {
      return null;
    }
    try {
      Object isTerminal = Console.class.getMethod("isTerminal").invoke(console);
      return Boolean.TRUE.equals(isTerminal) ? console : null;
    } catch (NoSuchMethodException e) {
      return console;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
