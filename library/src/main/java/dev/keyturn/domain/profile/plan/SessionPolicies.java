package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Session policies: a role session is limited to what both its role and these policies allow.
 *
 * @param document the inline policy, without white space; null for none
 * @param arns managed policies, each once, sorted
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">IAM
 *     User Guide, session policies</a>
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">
 *     AssumeRole, for the limits</a>
 */
public record SessionPolicies(@Nullable String document, List<String> arns) {

  /** No session policies: the session has all permissions of its role. */
  public static final SessionPolicies NONE = new SessionPolicies(null, List.of());

  private static final String READING = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private static final String BY_DOCUMENT =
      ShellCommand.ADD + "policy FILE" + ShellCommand.INSTEAD + "policy-arn";

  private static final int MOST_ARNS = 10;
  private static final int MOST_CHARACTERS = 2048;
  private static final char LAST_CHARACTER = 'ÿ';

  /**
   * The policies of {@code request} for a session of {@code roleArn}.
   *
   * @throws FailureException usage, for policies that AssumeRole would not accept
   */
  public static SessionPolicies of(PolicyRequest request, String roleArn) {
    if (request.isNone()) {
      return NONE;
    }
    TreeSet<String> arns = new TreeSet<>(request.arns());
    if (request.readOnly()) {
      arns.add("arn:" + partition(roleArn) + ":iam::aws:policy/ReadOnlyAccess");
    }
    arns.forEach(arn -> checkArn(arn, roleArn));
    String policy = request.policy();
    SessionPolicies policies =
        new SessionPolicies(policy == null ? null : compact(policy), List.copyOf(arns));
    policies.checkLimits();
    return policies;
  }

  /** Whether there are none. */
  public boolean isNone() {
    return document == null && arns.isEmpty();
  }

  /** Their display names: the managed policies' ARNs, and {@code inline}. */
  public List<String> names() {
    List<String> names = new ArrayList<>(arns);
    if (document != null) {
      names.add("inline");
    }
    return List.copyOf(names);
  }

  private static String partition(String arn) {
    return Arn.of(arn).map(Arn::partition).orElse("");
  }

  /** It must belong to the role's account, or be managed by AWS. */
  private static void checkArn(String arn, String roleArn) {
    String account = Arn.account(arn);
    if (!arn.equals(prefix(arn, account) + arn.substring(arn.indexOf('/') + 1))
        || arn.endsWith("/")) {
      throw refused(
          "'" + arn + "' is not the ARN of a managed policy",
          ShellCommand.ADD + "policy-arn " + READING);
    }
    if (!partition(arn).equals(partition(roleArn))
        || !(account.equals("aws") || account.equals(Arn.account(roleArn)))) {
      throw refused(
          "policy "
              + arn
              + " belongs to another account than role "
              + roleArn
              + ", and is not managed by AWS",
          "copy the policy to the role's account, or pass its document: " + BY_DOCUMENT);
    }
  }

  private static String prefix(String arn, String account) {
    return "arn:" + partition(arn) + ":iam::" + account + ":policy/";
  }

  private void checkLimits() {
    if (arns.size() > MOST_ARNS) {
      throw refused(
          "AWS accepts at most " + MOST_ARNS + " managed session policies, not " + arns.size(),
          "put what they allow in one policy: " + BY_DOCUMENT);
    }
    int characters = document == null ? 0 : document.length();
    for (String arn : arns) {
      characters += arn.length();
    }
    if (characters > MOST_CHARACTERS) {
      throw refused(
          "session policies have at most "
              + MOST_CHARACTERS
              + " characters without white space, ARNs included, not "
              + characters,
          "create a managed policy from it, and use that: "
              + ShellCommand.ADD
              + "policy-arn ARN"
              + ShellCommand.INSTEAD
              + "policy");
    }
  }

  /** White space would count towards the limit. */
  private static String compact(String policy) {
    checkPolicy(policy);
    StringBuilder compact = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < policy.length(); i++) {
      char c = policy.charAt(i);
      if (c > LAST_CHARACTER) {
        throw refused(
            "session policies cannot contain characters beyond " + LAST_CHARACTER,
            String.format(Locale.ROOT, "write it as \\u%04x", (int) c));
      }
      if (quoted || !Character.isWhitespace(c)) {
        compact.append(c);
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        compact.append(policy.charAt(++i));
      }
    }
    return compact.toString();
  }

  private static void checkPolicy(String policy) {
    try {
      Policy.parse("--policy", PolicyKind.SESSION, policy);
    } catch (FailureException e) {
      throw new Failure.Usage(e.failure().message(), e.failure().hint()).exception();
    }
  }

  private static FailureException refused(String message, String hint) {
    return new Failure.Usage(message, hint).exception();
  }
}
