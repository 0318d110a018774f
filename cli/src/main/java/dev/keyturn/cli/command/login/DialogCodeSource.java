package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.port.computer.Dialogs;
import dev.keyturn.cli.command.port.computer.Dialogs.Answer;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Codes typed into a dialog on the screen. */
public final class DialogCodeSource implements MfaCodeSource {

  /**
   * An invalid answer is asked for again, but not endlessly, because a program may be answering.
   */
  private static final int TRIES = 3;

  private final Dialogs dialogs;
  private final InstantSource clock;
  private final boolean showsDigits;
  private final Consumer<Duration> pause;
  private String explanation = "";

  /**
   * Asks by {@code dialogs}.
   *
   * @param clock knows when the device shows its next code
   * @param showsDigits whether digits are shown as they are typed
   * @param pause sleeps until the device's next code
   */
  public DialogCodeSource(
      Dialogs dialogs, InstantSource clock, boolean showsDigits, Consumer<Duration> pause) {
    this.dialogs = dialogs;
    this.clock = clock;
    this.showsDigits = showsDigits;
    this.pause = pause;
  }

  /**
   * {@inheritDoc}
   *
   * @throws FailureException {@code NoMfaCode} when the person gives none, {@code NoTerminal} if no
   *     dialog can be shown
   */
  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    for (int i = 0; i < TRIES; i++) {
      String digits = digits(device, purpose).replace(" ", "");
      if (MfaCode.isCode(digits)) {
        return MfaCode.parse(digits);
      }
      explanation = "An MFA code is six digits. ";
    }
    throw noCode(device, purpose, "the dialog was answered without one");
  }

  private String digits(MfaDevice device, String purpose) {
    String text = explanation + TerminalCodeSource.prompt(device, purpose, clock).stripTrailing();
    explanation = "";
    return switch (dialogs.ask(text, !showsDigits)) {
      case Answer.Given given -> given.line();
      case Answer.Cancelled _ -> throw noCode(device, purpose, "the dialog was cancelled");
      case Answer.NotAnswered late ->
          throw noCode(
              device,
              purpose,
              "the dialog was not answered within " + late.time().toSeconds() + " s");
      case Answer.NotShown hidden ->
          throw new Failure.NoTerminal(
                  MfaCodeSource.missing(
                      device, purpose, "no dialog can be shown (" + hidden.why() + ")"),
                  ShellCommand.of("keyturn", "login", purpose, "--prompt", "terminal"))
              .exception();
    };
  }

  private static FailureException noCode(MfaDevice device, String profile, String why) {
    return new Failure.NoMfaCode(
            MfaCodeSource.missing(device, profile, why),
            ShellCommand.of("keyturn", "login", profile))
        .exception();
  }

  @Override
  public boolean isPresent() {
    return dialogs.isPresent();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public boolean canCorrect() {
    return true;
  }

  /** Shown in the next dialog. */
  @Override
  public void explain(String why) {
    explanation = why + ". ";
  }

  @Override
  public void awaitNext(Duration wait) {
    pause.accept(wait);
  }
}
