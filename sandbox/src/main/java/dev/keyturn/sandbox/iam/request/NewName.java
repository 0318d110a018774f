package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import java.util.regex.Pattern;

/** A new name and path, returned once the caller is allowed to act on them. */
public record NewName(String name, String path, String arn) {
  private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");

  /**
   * The name and path of what a request makes.
   *
   * @param kind what is in the ARN before the path, such as {@code user}
   * @param parameter the parameter with the name, whose shape is required
   * @throws AwsError ValidationError for the path, or AccessDenied
   */
  public static NewName of(Call call, String action, String kind, String parameter) {
    Parameters parameters = call.parameters();
    String path = parameters.text("Path", "/");
    requireWellFormed("path", path);
    return of(call, action, kind, parameters.required(parameter), path);
  }

  /**
   * The name and path something gets instead of its own, from the parameter {@code NewPath}.
   *
   * @throws AwsError ValidationError for the path, or AccessDenied
   */
  public static NewName instead(Call call, String action, String kind, String name, String path) {
    requireWellFormed("newPath", path);
    return of(call, action, kind, name, path);
  }

  private static NewName of(Call call, String action, String kind, String name, String path) {
    String arn = call.caller().account().arn("iam", kind + path + name);
    call.authorize(action, arn);
    return new NewName(name, path, arn);
  }

  /** {@code path = "/" / ( "/" 1*VCHAR "/" )}, although AWS's message promises less. */
  private static void requireWellFormed(String member, String path) {
    if (!PATH.matcher(path).matches()) {
      throw AwsError.validation(
          "The specified value for "
              + member
              + " is invalid. It must begin and end with / and contain only"
              + " alphanumeric characters and/or / characters.");
    }
  }
}
