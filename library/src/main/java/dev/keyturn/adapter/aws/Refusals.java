package dev.keyturn.adapter.aws;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.RefusedKeyCause;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.text.ShellCommand;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why AWS refused a request. The texts are those of STS and IAM as recorded; the error
 * code alone does not distinguish a wrong MFA code from a missing permission.
 */
final class Refusals {

  private static final String WRONG_CODE = "invalid MFA one time pass code";
  private static final String UNKNOWN_DEVICE = "unable to validate MFA code";

  private static final int LONGEST_CODE = 64;

  /** STS refuses clocks that are more than 15 minutes slow or 5 minutes fast. */
  private static final Duration SKEW = Duration.ofMinutes(4);

  private final Clock clock;

  Refusals(Clock clock) {
    this.clock = clock;
  }

  /** The parsed answer, if the request was granted. */
  XmlAnswer check(SignedRequests.Call call, Signer signer, SignedRequests.Answer answer) {
    Optional<XmlAnswer> parsed = XmlAnswer.parse(answer.body());
    if (answer.status() == HttpURLConnection.HTTP_OK && parsed.isPresent()) {
      return parsed.get();
    }
    String code = parsed.flatMap(xml -> xml.text("Code")).orElse("");
    String message = parsed.flatMap(xml -> xml.text("Message")).orElse("").strip();
    throw failure(call, signer, answer.status(), code, message, answer.date()).exception();
  }

  /**
   * Whether {@code text} is an error code or a request id; an endpoint other than AWS may send
   * anything here.
   */
  static boolean isCode(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_CODE
        && text.chars().allMatch(Refusals::isOfCode);
  }

  private static boolean isOfCode(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }

  /**
   * The failure that an error answer means.
   *
   * @param code AWS's code; empty when there was none
   * @param date the Date header as sent; null when there was none
   */
  Failure failure(
      SignedRequests.Call call,
      Signer signer,
      int status,
      String code,
      String message,
      @Nullable String date) {
    String endpoint = call.endpoint().toString();
    if (!isCode(code)) {
      return new AwsFailure.ServiceFault(endpoint, describe(status, ""));
    }
    if (isThrottling(code)) {
      return new AwsFailure.Throttled(endpoint, code);
    }
    return status / 100 == 4
        ? refusal(call, signer, code, new EchoedSecrets(call, signer).masked(message), date)
        : new AwsFailure.ServiceFault(endpoint, describe(status, code));
  }

  private static boolean isThrottling(String code) {
    return code.startsWith("Throttl") || code.equals("RequestLimitExceeded");
  }

  private static String describe(int status, String code) {
    if (!code.isEmpty()) {
      return "HTTP " + status + " " + code;
    }
    return status == HttpURLConnection.HTTP_OK
        ? "the answer does not come from AWS"
        : "HTTP " + status;
  }

  private Failure refusal(
      SignedRequests.Call call, Signer signer, String code, String message, @Nullable String date) {
    String device = call.parameters().getOrDefault("SerialNumber", "");
    Optional<Duration> skew = skew(date);
    if (message.contains(WRONG_CODE) || code.equals("InvalidAuthenticationCode")) {
      return new AwsFailure.WrongCode(device);
    }
    if (message.contains(UNKNOWN_DEVICE)) {
      return new AwsFailure.UnknownDevice(device);
    }
    if (skew.isPresent() && isAboutSignature(code)) {
      return new AwsFailure.ClockOff(skew.get().toSeconds());
    }
    return keyRefusal(signer, code)
        .orElseGet(() -> new AwsFailure.Refused(code, message, hint(call, message)));
  }

  private static boolean isAboutSignature(String code) {
    return code.equals("SignatureDoesNotMatch") || code.equals("RequestTimeTooSkewed");
  }

  /** How far this clock is ahead of the answer's Date header, if it is more than AWS tolerates. */
  private Optional<Duration> skew(@Nullable String date) {
    if (date == null) {
      return Optional.empty();
    }
    try {
      Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration ahead = Duration.between(there, clock.instant());
      return ahead.abs().compareTo(SKEW) > 0 ? Optional.of(ahead) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Failure> keyRefusal(Signer signer, String code) {
    String id = AccessKey.shown(signer.accessKeyId());
    boolean session = signer.sessionToken() != null;
    return switch (code) {
      case "InvalidClientTokenId", "InvalidAccessKeyId", "UnrecognizedClientException" ->
          Optional.of(unknownKey(id, code, session));
      case "SignatureDoesNotMatch" ->
          Optional.of(
              new AwsFailure.RefusedKey(
                  id,
                  code,
                  "the secret access key does not belong to access key " + id,
                  RefusedKeyCause.WRONG_SECRET));
      case "ExpiredToken", "ExpiredTokenException" ->
          Optional.of(
              new AwsFailure.RefusedKey(
                  id,
                  code,
                  "the session of " + id + " has expired",
                  RefusedKeyCause.ENDED_SESSION));
      default -> Optional.empty();
    };
  }

  private static Failure unknownKey(String id, String code, boolean session) {
    return session
        ? new AwsFailure.RefusedKey(
            id,
            code,
            "AWS does not know the session of " + id + ", or no longer accepts it",
            RefusedKeyCause.ENDED_SESSION)
        : new AwsFailure.RefusedKey(
            id,
            code,
            "AWS does not know access key " + id + ", or the key is inactive",
            RefusedKeyCause.UNKNOWN);
  }

  private static String hint(SignedRequests.Call call, String message) {
    if (message.contains("MaxSessionDuration") || message.contains("1 hour session limit")) {
      return "use a shorter duration: " + ShellCommand.ADD + "duration 1h";
    }
    if ("ListMFADevices".equals(call.parameters().get("Action"))) {
      return "name the device as the console does under Security credentials: "
          + (ShellCommand.ADD + "device NAME" + ShellCommand.ELSE)
          + "keyturn login PROFILE --device NAME";
    }
    if (message.contains("sts:AssumeRole")) {
      return "the role's trust policy must allow this user, and may require MFA or an external ID:"
          + " keyturn explain PROFILE";
    }
    return "see what was requested: keyturn explain PROFILE";
  }
}
