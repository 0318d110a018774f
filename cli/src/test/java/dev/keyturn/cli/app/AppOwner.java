package dev.keyturn.cli.app;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.qr.QrCode;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.Totp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A person at the terminal who scans QR codes with an app, types its codes, and answers other
 * questions as a test says, else with yes.
 */
final class AppOwner implements Terminal {

  private static final Pattern URI =
      Pattern.compile("otpauth://totp/([^@]+)@([0-9]{12})\\?secret=([A-Z2-7]+)");
  private static final Pattern PICTURE = Pattern.compile("^Scan the QR code in (\\S+) with");
  private static final Pattern CODE =
      Pattern.compile("MFA code of (\\S+) \\(changes in [0-9]+ s\\) for ");

  private final HeldClock clock;
  private final SandboxProcess aws;
  private final Map<String, Totp> app = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private List<String> screen = new ArrayList<>();

  /** Whether there is a person. */
  boolean isThere = true;

  /** How high the window is. */
  boolean isWindowHighEnough = true;

  AppOwner(HeldClock clock, SandboxProcess aws) {
    this.clock = clock;
    this.aws = aws;
  }

  /** Types a secret key into the app. */
  void enters(String device, String seed) {
    app.put(device, Totp.ofBase32(seed));
  }

  /** Answers the next question so. */
  void answers(String answer) {
    answers.add(answer);
  }

  /** Scans what a QR code contains. */
  void scans(String text) {
    Matcher uri = URI.matcher(text);
    if (!uri.matches()) {
      throw new AssertionError("no app reads " + text);
    }
    enters("arn:aws:iam::" + uri.group(2) + ":mfa/" + uri.group(1), uri.group(3));
  }

  /** Scans a picture, which {@link #show} does of its own. */
  void scansPicture(Path picture) {
    scans(textOf(picture));
  }

  private static String textOf(Path picture) {
    try {
      BufferedImage image = ImageIO.read(picture.toFile());
      int side = image.getWidth();
      int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
      RGBLuminanceSource light = new RGBLuminanceSource(side, side, pixels);
      Map<DecodeHintType, ?> straight = Map.of(DecodeHintType.PURE_BARCODE, true);
      BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(light));
      return new QRCodeReader().decode(bitmap, straight).getText();
    } catch (ReaderException | IOException e) {
      throw new AssertionError("no app reads the picture", e);
    }
  }

  /** What was shown since this was last asked. */
  List<String> takeScreen() {
    List<String> shown = screen;
    screen = new ArrayList<>();
    return shown;
  }

  @Override
  public boolean isPresent() {
    return isThere;
  }

  @Override
  public void show(String line) {
    screen.add(line);
    Matcher picture = PICTURE.matcher(line);
    if (picture.find()) {
      scansPicture(Path.of(picture.group(1)));
    }
  }

  @Override
  public String ask(String prompt) {
    show(prompt);
    if (!isThere) {
      throw new Failure.NoTerminal("nobody is there", "").exception();
    }
    String answer = answers.isEmpty() ? "y" : answers.remove();
    if (answer.equals("^C")) {
      throw new Failure.Interrupted().exception();
    }
    return answer;
  }

  @Override
  public String askSecret(String prompt) {
    Matcher code = CODE.matcher(prompt);
    if (!code.find() || !answers.isEmpty()) {
      return ask(prompt);
    }
    show(prompt);
    Totp seed = app.get(code.group(1));
    if (seed == null) {
      throw new AssertionError("the app has no " + code.group(1));
    }
    return seed.at(clock.instant()).digits();
  }

  /** Time flies, here and at AWS. */
  @Override
  public void countDown(String what, Duration wait) {
    pass(wait);
  }

  void pass(Duration time) {
    clock.advance(time);
    aws.advance(time);
  }

  @Override
  public void progress(String text) {
    // It is erased again.
  }

  @Override
  public boolean draw(List<String> lines, QrCode code) {
    if (isWindowHighEnough) {
      lines.forEach(this::show);
      boolean[][] modules = new boolean[code.size()][code.size()];
      for (int row = 0; row < code.size(); row++) {
        for (int column = 0; column < code.size(); column++) {
          modules[row][column] = code.isDark(column, row);
        }
      }
      scans(decoded(modules));
    }
    return isWindowHighEnough;
  }

  private static String decoded(boolean[][] modules) {
    try {
      return new Decoder().decode(modules).getText();
    } catch (ChecksumException | FormatException e) {
      throw new AssertionError("no app reads the code", e);
    }
  }
}
