package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.policy.condition.AddressRange;
import dev.keyturn.sandbox.policy.condition.Comparison;
import dev.keyturn.sandbox.policy.condition.Condition;
import dev.keyturn.sandbox.policy.condition.Condition.Quantifier;
import dev.keyturn.sandbox.policy.condition.Template;
import java.util.Locale;
import java.util.Set;

/**
 * Whether S3 calls a bucket policy public: when a statement allows something to everybody, unless a
 * condition restricts it to fixed values, that is, without wildcards and variables.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">S3
 *     User Guide, the meaning of "public"</a>
 */
final class PublicAccess {
  private static final Set<String> CALLERS =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn",
          "s3:x-amz-server-side-encryption-aws-kms-key-id");

  private static final Set<Comparison> EQUALITIES =
      Set.of(
          Comparison.STRING_EQUALS,
          Comparison.STRING_EQUALS_IGNORE_CASE,
          Comparison.STRING_LIKE,
          Comparison.ARN_EQUALS,
          Comparison.ARN_LIKE);

  private PublicAccess() {}

  static boolean isGrantedBy(PolicyDocument policy) {
    return policy.statements().stream().anyMatch(PublicAccess::isGrantedBy);
  }

  private static boolean isGrantedBy(Statement statement) {
    PrincipalElement principals = statement.principals();
    boolean isForAll =
        principals != null && (principals.negated() || principals.aws().contains("*"));
    return statement.effect() == Effect.ALLOW
        && isForAll
        && statement.conditions().stream().noneMatch(PublicAccess::holdsToFixedValues);
  }

  /** A condition that is also met without its key restricts nobody. */
  private static boolean holdsToFixedValues(Condition condition) {
    Condition.Operator operator = condition.operator();
    if (operator.ifExists() || operator.quantifier() == Quantifier.FOR_ALL_VALUES) {
      return false;
    }
    String key = condition.key().toLowerCase(Locale.ROOT);
    if (key.equals("aws:sourceip")) {
      return operator.comparison() == Comparison.IP_ADDRESS
          && condition.expected().stream().map(Template::source).allMatch(AddressRange::isNarrow);
    }
    return CALLERS.contains(key)
        && EQUALITIES.contains(operator.comparison())
        && condition.expected().stream().allMatch(value -> isFixed(key, value.source()));
  }

  /** The name of an access point may be any, as long as its account is fixed. */
  private static boolean isFixed(String key, String value) {
    String decisive = value;
    if (key.equals("s3:dataaccesspointarn")) {
      String[] parts = value.split(":", 6);
      decisive = parts.length == 6 ? parts[4] : "*";
    }
    return !decisive.contains("*") && !decisive.contains("?") && !decisive.contains("${");
  }
}
