package dev.keyturn.domain.mfa;

import dev.keyturn.domain.credential.Hmac;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what authenticator apps scan and export.
 *
 * <pre>
 * uri       = "otpauth://totp/" label "?" parameter *("&amp;" parameter)
 * parameter = "secret=" base32 / "algorithm=" ("SHA1" / "SHA256" / "SHA512")
 *           / "digits=" ("6" / "7" / "8") / "period=" seconds / other
 * </pre>
 *
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
 *     format</a>
 */
public final class OtpAuthUri {

  private static final String BEGINNING = "otpauth://";
  private static final String KIND = BEGINNING + "totp/";

  private OtpAuthUri() {}

  /** Whether {@code text} is meant as such a URI. */
  public static boolean isOne(String text) {
    return text.regionMatches(true, 0, BEGINNING, 0, BEGINNING.length());
  }

  /**
   * The secret key of an AWS MFA device, in base32.
   *
   * @param text the key, or the URI
   * @throws IllegalArgumentException when it is neither, or describes codes other than AWS's; the
   *     message repeats no secret
   */
  public static String secretKey(String text) {
    if (!isOne(text)) {
      if (Totp.bytesOfBase32(text).length == 0) {
        throw new IllegalArgumentException("the secret key is empty");
      }
      return text;
    }
    parse(text);
    Map<String, String> parameters = parameters(text.substring(text.indexOf('?') + 1));
    String seed = parameters.getOrDefault("secret", "");
    for (String standard : new String[] {"algorithm=SHA1", "digits=6", "period=30"}) {
      String name = standard.substring(0, standard.indexOf('='));
      String value = parameters.get(name);
      if (value != null && !standard.equalsIgnoreCase(name + "=" + value)) {
        throw new IllegalArgumentException("codes of AWS have " + standard);
      }
    }
    return seed;
  }

  /**
   * The device that {@code uri} describes.
   *
   * @throws IllegalArgumentException when it is not such a URI; the message repeats no secret
   */
  public static Totp parse(String uri) {
    int query = uri.indexOf('?');
    if (query < 0 || !uri.regionMatches(true, 0, KIND, 0, KIND.length())) {
      throw new IllegalArgumentException("the otpauth:// URI is not one of a time-based code");
    }
    Map<String, String> parameters = parameters(uri.substring(query + 1));
    byte[] key = Totp.bytesOfBase32(parameters.getOrDefault("secret", ""));
    if (key.length == 0) {
      throw new IllegalArgumentException("the otpauth:// URI contains no secret key");
    }
    Hmac hmac = algorithm(parameters.getOrDefault("algorithm", "SHA1"));
    int digits = number("digits", parameters.getOrDefault("digits", "6"), 6, 8);
    int period = number("period", parameters.getOrDefault("period", "30"), 1, 3600);
    return new Totp(message -> hmac.of(key, message), digits, Duration.ofSeconds(period));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).toLowerCase(Locale.ROOT);
        parameters.putIfAbsent(name, decoded(part.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** The decoder's message would repeat characters of a secret, so it is not passed on. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the otpauth:// URI contains an incomplete percent escape");
    }
  }

  private static Hmac algorithm(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "SHA1", "HMACSHA1" -> Hmac.SHA_1;
      case "SHA256", "HMACSHA256" -> Hmac.SHA_256;
      case "SHA512", "HMACSHA512" -> Hmac.SHA_512;
      default ->
          throw new IllegalArgumentException("algorithm is neither SHA1 nor SHA256 nor SHA512");
    };
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(name + " is not a number from " + least + " to " + most);
  }
}
