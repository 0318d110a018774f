package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Policy documents in requests and answers. */
public final class Documents {
  private Documents() {}

  /**
   * A document of a request, once AWS would accept it.
   *
   * @throws AwsError MalformedPolicyDocument
   */
  public static String checked(String text, PolicyKind kind) {
    parse(text, kind);
    return text;
  }

  /** A document of a managed policy, which must be of the newer version of the language. */
  public static String managed(String text) {
    PolicyDocument document = parse(text, PolicyKind.IDENTITY);
    if (document.version() != PolicyDocument.Version.V2012_10_17) {
      throw malformed("Policy document must be version 2012-10-17 or greater.");
    }
    return text;
  }

  /** Characters that count towards a quota: AWS does not count white space. */
  public static long size(String text) {
    return text.chars().filter(unit -> !Character.isWhitespace(unit)).count();
  }

  /** A document in an answer, percent-encoded by RFC 3986. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /**
   * A document as the policy it is.
   *
   * @throws AwsError MalformedPolicyDocument
   */
  public static PolicyDocument parse(String text, PolicyKind kind) {
    try {
      return PolicyDocument.parse(text, kind);
    } catch (MalformedPolicyException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  /** The refusal of a policy whose principal does not exist. */
  public static AwsError unknownPrincipal(String principal) {
    return malformed("Invalid principal in policy: \"AWS\":\"" + principal + "\"");
  }

  private static AwsError malformed(String message) {
    return new AwsError(400, "MalformedPolicyDocument", message);
  }
}
