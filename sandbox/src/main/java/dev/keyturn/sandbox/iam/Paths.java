package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.AwsError;
import java.util.regex.Pattern;

/** The paths that names can stand under. */
final class Paths {
  private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");

  private Paths() {}

  /** {@code path = "/" / ( "/" 1*VCHAR "/" )}, although AWS's message promises less. */
  static String checked(String path) {
    if (!PATH.matcher(path).matches()) {
      throw AwsError.validation(
          "The specified value for path is invalid. It must begin and end with / and contain only"
              + " alphanumeric characters and/or / characters.");
    }
    return path;
  }
}
