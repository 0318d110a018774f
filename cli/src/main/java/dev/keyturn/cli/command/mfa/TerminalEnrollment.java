package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.cli.command.port.qr.QrCodes;
import dev.keyturn.cli.command.text.YesNo;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.NewDevice;
import dev.keyturn.domain.iam.device.EnrollmentDialog;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enrolls devices with a dialog at the terminal. */
public final class TerminalEnrollment implements EnrollmentDialog {

  /**
   * How to show the seed to the authenticator app.
   *
   * @param qrFile the PNG file for its QR code; null to show the code on the terminal
   * @param showSecret whether to show the seed as text, too
   * @param lineToShowIt the command that shows it as text
   */
  public record Wishes(@Nullable String qrFile, boolean showSecret, String lineToShowIt) {}

  private static final String FIRST_CODE = "Code 1 of 3: the code that the device shows now";

  private final Terminal terminal;
  private final QrCodes codes;
  private final boolean hasColours;
  private final Wishes wishes;
  private @Nullable String written;

  /**
   * Asks at {@code terminal}.
   *
   * @param hasColours whether the terminal supports colours, which are needed for a readable QR
   *     code
   */
  public TerminalEnrollment(Terminal terminal, QrCodes codes, boolean hasColours, Wishes wishes) {
    this.terminal = terminal;
    this.codes = codes;
    this.hasColours = hasColours;
    this.wishes = wishes;
  }

  @Override
  public void requirePerson() {
    if (!terminal.isPresent()) {
      throw new Failure.NoTerminal(
              "enrolling an MFA device needs two codes from it, but there is no terminal to ask on",
              "in a terminal: " + ShellCommand.AGAIN)
          .exception();
    }
  }

  @Override
  public void show(NewDevice device) {
    String seed = device.seed().reveal(Reveal.EXPORT);
    String file = wishes.qrFile();
    QrCode code = codes.of(uri(device.device(), seed));
    if (file != null) {
      write(code, file);
    }
    boolean isText = file == null && !hasColours;
    if (wishes.showSecret() || isText) {
      // On a line of its own, so that a terminal of 80 columns does not break it.
      terminal.show("Secret key of " + device.device() + ":");
      terminal.show(seed);
    }
    if (isText) {
      terminal.show("Type the secret key into your authenticator app (time-based, 6 digits).");
      terminal.show(FIRST_CODE);
    } else if (file == null) {
      draw(code, seed);
    }
  }

  /** The URI for authenticator apps; its label is short to keep the QR code small. */
  private static String uri(MfaDevice device, String seed) {
    String serial = device.serialNumber();
    String label = Arn.lastName(serial) + "@" + Arn.account(serial);
    return "otpauth://totp/" + label + "?secret=" + seed;
  }

  private void write(QrCode code, String file) {
    codes.write(code, file);
    written = file;
    terminal.show("Scan the QR code in " + file + " with your authenticator app.");
    terminal.show("Anyone with this file can generate your codes; delete it after scanning.");
    terminal.show(FIRST_CODE);
  }

  private void draw(QrCode code, String seed) {
    // In a window of 24 rows, each row below the code scrolls its top out of view.
    List<String> above = new ArrayList<>();
    above.add("Scan this QR code with your authenticator app; code 1 of 3 is the one it shows:");
    if (!wishes.showSecret()) {
      above.add("(If it cannot, press Ctrl-C; then: " + wishes.lineToShowIt() + ")");
    }
    while (!terminal.draw(above, code)) {
      String answer =
          terminal
              .ask(
                  "The window is too short for the QR code. Make it taller and press Enter, or type"
                      + " the name of a PNG file, or 'secret': ")
              .strip();
      if (answer.equals("secret")) {
        terminal.show("Secret key:");
        terminal.show(seed);
        terminal.show(FIRST_CODE);
        return;
      }
      if (!answer.isEmpty()) {
        write(code, answer);
        return;
      }
    }
  }

  /** The picture that contains the secret key; null for none. */
  @Nullable String picture() {
    return written;
  }

  @Override
  public boolean hasScanned(MfaDevice device) {
    return YesNo.isYes(
        terminal,
        "An earlier run created " + device + ". Does your authenticator app show codes for it?");
  }

  @Override
  public boolean mayReplaceUnused(MfaDevice device) {
    return YesNo.isYes(
        terminal,
        device + " already exists but is not assigned to a user. Delete it and continue?");
  }
}
