package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Shape.Characters;
import java.util.Set;

/** The parameters that several actions share, as IAM's service model has them. */
public final class Shapes {
  public static final Shape GROUP = name("GroupName", 128).must();
  public static final Shape ROLE = name("RoleName", 64).must();
  public static final Shape POLICY_NAME = name("PolicyName", 128).must();
  public static final Shape POLICY_ARN = text("PolicyArn").between(20, 2048).must();
  public static final Shape POLICY_DOCUMENT = document("PolicyDocument").must();
  public static final Shape PATH = text("Path").between(1, 512);
  public static final Shape PATH_PREFIX =
      text("PathPrefix").between(1, 512).matching("\\u002F[\\u0021-\\u007F]*");
  public static final Shape BOUNDARY = text("PermissionsBoundary").between(20, 2048);
  public static final Shape SERIAL =
      text("SerialNumber").between(9, 256).matching("[\\w+=/:,.@-]+").must();

  public static final Shape TAG_LIST = list("Tags");
  public static final Shape TAG_KEYS = list("TagKeys");

  /**
   * The actions that take the name of a user as CreateUser does. The others also take names that
   * are too long for any user.
   */
  private static final Set<String> OF_USER_NAMES =
      Set.of(
          "AttachUserPolicy",
          "CreateLoginProfile",
          "CreateServiceSpecificCredential",
          "CreateUser",
          "DeleteLoginProfile",
          "DeleteServiceSpecificCredential",
          "DeleteUserPermissionsBoundary",
          "DetachUserPolicy",
          "GetLoginProfile",
          "GetMFADevice",
          "ListAttachedUserPolicies",
          "ListServiceSpecificCredentials",
          "PutUserPermissionsBoundary",
          "ResetServiceSpecificCredential",
          "UpdateLoginProfile",
          "UpdateServiceSpecificCredential");

  private Shapes() {}

  /**
   * The name of a user. Its length is {@code userNameType} or {@code existingUserNameType} in IAM's
   * service model.
   */
  public static Shape user(String action) {
    return name("UserName", OF_USER_NAMES.contains(action) ? 64 : 128);
  }

  /** A list that must not be missing; its members have constraints of their own. */
  public static Shape list(String parameter) {
    return text(parameter).must();
  }

  public static Shape text(String parameter) {
    return Shape.text(parameter).unquoted();
  }

  public static Shape number(String parameter) {
    return Shape.number(parameter).unquoted();
  }

  /** A name, which must not be empty. */
  public static Shape name(String parameter, int longest) {
    return text(parameter).between(0, longest).of(Characters.NAME);
  }

  /** A document in a request; policies have limits of their own on top. */
  public static Shape document(String parameter) {
    return text(parameter).between(1, 131_072).of(Characters.DOCUMENT);
  }

  public static Shape password(String parameter) {
    return text(parameter).between(1, 128).matching("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
  }

  public static Shape code(String parameter) {
    return text(parameter).between(6, 6).matching("[\\d]+").must();
  }
}
