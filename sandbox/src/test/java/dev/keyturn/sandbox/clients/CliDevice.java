package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A virtual device named like its user, whose QR code zbarimg reads and whose codes oathtool
 * computes.
 */
record CliDevice(CompanyOfToday company, String user) {

  String serialNumber() {
    return "arn:aws:iam::123456789012:mfa/" + user;
  }

  /** Makes the device, reads its QR code and enables it; gives the seed. */
  String enrol(AwsCli cli, Path folder) throws IOException {
    Path picture = folder.resolve(user + ".png");
    cli.output(
        "iam",
        "create-virtual-mfa-device",
        "--virtual-mfa-device-name",
        user,
        "--outfile",
        picture.toString(),
        "--bootstrap-method",
        "QRCodePNG");
    String seed = seed(picture);
    cli.output(
        "iam",
        "enable-mfa-device",
        "--user-name",
        user,
        "--serial-number",
        serialNumber(),
        "--authentication-code1",
        code(seed, company.now().minusSeconds(30)),
        "--authentication-code2",
        code(seed));
    company.pass(60);
    return seed;
  }

  /** What the QR code in a picture says. */
  static String scanned(byte[] png) {
    try {
      Path picture = Files.createTempFile("code", ".png");
      Files.write(picture, png);
      Path zbarimg = Programs.require("zbarimg");
      String[] options = {"--quiet", "--raw", "--nodbus", picture.toString()};
      String text = Programs.run(Map.of(), zbarimg, options).output().strip();
      Files.delete(picture);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String seed(Path picture) throws IOException {
    String text = scanned(Files.readAllBytes(picture));
    Matcher link =
        Pattern.compile("otpauth://totp/" + user + "@123456789012\\?secret=([A-Z2-7]{64})")
            .matcher(text);
    assertThat(link.matches()).as("a link to enrol in " + text.length() + " characters").isTrue();
    return link.group(1);
  }

  /** The code that the device shows now. */
  String code(String seed) {
    return code(seed, company.now());
  }

  static String code(String seed, Instant when) {
    Path oathtool = Programs.require("oathtool");
    String time = "@" + when.getEpochSecond();
    return Programs.run(Map.of(), oathtool, "--totp", "--base32", "--now", time, seed)
        .output()
        .strip();
  }
}
