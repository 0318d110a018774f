package dev.keyturn.domain.policy.template;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.Partition;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The values that templates are filled in with. Names are checked here, so that none can change the
 * meaning of a policy.
 *
 * @param account the account id
 * @param user the name of the user, with its path when it has one; null when none is given
 * @param roles the names of roles, each with its path when it has one; the first is the one whose
 *     policies are generated
 * @param bucket the name of the bucket; null when none is given
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Characters
 *     in names</a>
 */
public record TemplateValues(
    Partition partition,
    String account,
    @Nullable String user,
    List<String> roles,
    @Nullable String bucket,
    TrustLimits limits) {

  private static final Duration LONGEST_SESSION = Duration.ofHours(36);

  /**
   * Checked values.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, for a name that AWS does not
   *     accept
   */
  public TemplateValues {
    require(account.length() == 12, "account ID", account, TemplateValues::isDigit);
    requireName("user name", user);
    roles.forEach(role -> requireName("role name", role));
    roles = List.copyOf(roles);
    if (bucket != null) {
      require(
          bucket.length() >= 3 && bucket.length() <= 63,
          "bucket name",
          bucket,
          TemplateValues::isOfBucket);
    }
    requireLimits(limits);
  }

  private static void requireName(String what, @Nullable String name) {
    if (name != null) {
      require(!name.isEmpty(), what, name, c -> isOfName(c) || c == '/');
    }
  }

  private static void requireLimits(TrustLimits limits) {
    String id = limits.externalId();
    if (id != null) {
      boolean fits = id.length() >= 2 && id.length() <= 1224;
      require(fits, "external ID", id, c -> isOfName(c) || c == ':' || c == '/');
    }
    Duration age = limits.maximumAge();
    if (age != null && (age.toSeconds() < 1 || age.compareTo(LONGEST_SESSION) >= 0)) {
      throw new Failure.Usage(
              "the maximum age of MFA must be less than 36h, and at least 1s",
              "a session with MFA lasts at most 36h")
          .exception();
    }
  }

  private static void require(boolean fits, String what, String value, IntPredicate allowed) {
    if (!fits || !value.chars().allMatch(allowed)) {
      throw new Failure.Usage(
              "'" + value + "' is not a valid " + what, "use the " + what + " as AWS shows it")
          .exception();
    }
  }

  private static boolean isOfName(int c) {
    return isLetter(c) || isDigit(c) || "_+=,.@-".indexOf(c) >= 0;
  }

  private static boolean isOfBucket(int c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '.' || c == '-';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
