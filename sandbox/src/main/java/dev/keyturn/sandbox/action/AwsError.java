package dev.keyturn.sandbox.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as AWS words it: HTTP status, stable code, message. Caught once, by the dispatcher. */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;

  @SuppressWarnings("serial") // never serialized
  private final Map<String, String> details;

  public AwsError(int status, String code, String text) {
    this(status, code, text, Map.of());
  }

  /** With {@code details}, elements that S3 adds to the answer by their names, in their order. */
  public AwsError(int status, String code, String text, Map<String, String> details) {
    super(code + ": " + text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public static AwsError accessDenied(String text) {
    return new AwsError(403, "AccessDenied", text);
  }

  public static AwsError validation(String text) {
    return new AwsError(400, "ValidationError", text);
  }

  public static AwsError noSuchEntity(String text) {
    return new AwsError(404, "NoSuchEntity", text);
  }

  public static AwsError entityAlreadyExists(String text) {
    return new AwsError(409, "EntityAlreadyExists", text);
  }

  public static AwsError limitExceeded(String text) {
    return new AwsError(409, "LimitExceeded", text);
  }

  public static AwsError deleteConflict(String text) {
    return new AwsError(409, "DeleteConflict", text);
  }

  /** S3's elements besides code and message; usually none. */
  public Map<String, String> details() {
    return details;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The message as AWS sends it, blanks at its end included. */
  public String text() {
    return text;
  }
}
