package dev.keyturn.adapter.aws;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.CredentialText;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What STS granted. A proxy, a wrong endpoint or a broken copy of STS may answer anything with
 * status 200; an answer that AWS would not give is a fault, and nothing from it is kept.
 */
final class StsGrant {

  /** 36 hours, the longest session of all, plus the tolerated difference between two clocks. */
  private static final Duration LONGEST = Duration.ofHours(37);

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern ARN = Pattern.compile("arn:[a-z0-9-]+:(sts|iam):[!-~]{1,1900}");
  private static final Pattern USER_ID = Pattern.compile("[\\w+=,.@:-]{1,200}");

  private final Function<String, @Nullable String> answer;
  private final URI endpoint;
  private final Instant now;

  /** From the fields of an answer, by name. */
  StsGrant(Function<String, @Nullable String> answer, URI endpoint, Instant now) {
    this.answer = answer;
    this.endpoint = endpoint;
    this.now = now;
  }

  SessionCredentials credentials() {
    return new SessionCredentials(
        required("AccessKeyId", StsGrant::isOfSession),
        Secret.of(required("SecretAccessKey", CredentialText::isSecret)),
        Secret.of(required("SessionToken", CredentialText::isSecret)),
        expiration());
  }

  AssumedRole assumedRole() {
    String arn = required("Arn", ARN.asMatchPredicate());
    return new AssumedRole(
        credentials(),
        new Identity(Arn.account(arn), arn, required("AssumedRoleId", USER_ID.asMatchPredicate())));
  }

  Identity caller() {
    return new Identity(
        required("Account", ACCOUNT.asMatchPredicate()),
        required("Arn", ARN.asMatchPredicate()),
        required("UserId", USER_ID.asMatchPredicate()));
  }

  /** An endpoint that returns a long-term key as a session echoes ours. */
  private static boolean isOfSession(String accessKeyId) {
    return CredentialText.isAccessKeyId(accessKeyId) && !AccessKey.isLongTerm(accessKeyId);
  }

  private Instant expiration() {
    String text = required("Expiration", any -> true);
    Instant end =
        Rfc3339.parse(text)
            .orElseThrow(() -> fault("its Expiration is not a time"))
            .truncatedTo(ChronoUnit.SECONDS);
    if (!end.isAfter(now)) {
      throw fault("its session has already expired");
    }
    if (end.isAfter(now.plus(LONGEST))) {
      throw fault("its session lasts longer than AWS allows");
    }
    return end;
  }

  private String required(String name, Predicate<String> fits) {
    String text = answer.apply(name);
    if (text == null || text.isEmpty()) {
      throw fault("the answer has no " + name);
    }
    if (!fits.test(text)) {
      throw fault("its " + name + " is not valid for AWS");
    }
    return text;
  }

  private FailureException fault(String what) {
    return new AwsFailure.ServiceFault(endpoint.toString(), what).exception();
  }
}
