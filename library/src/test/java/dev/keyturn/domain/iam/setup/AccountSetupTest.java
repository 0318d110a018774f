package dev.keyturn.domain.iam.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.adapter.aws.AwsBuckets;
import dev.keyturn.adapter.aws.iam.AwsAccount;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.policy.template.TrustLimits;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSetupTest {

  private static final List<PolicyTemplate> ALL =
      List.of(
          PolicyTemplate.SELF_SERVICE,
          PolicyTemplate.REQUIRE_MFA,
          PolicyTemplate.ASSUME_ROLE,
          PolicyTemplate.ROLE_TRUST,
          PolicyTemplate.ROLE_PERMISSIONS,
          PolicyTemplate.BUCKET_POLICY);

  /** Nobody can be given a key here. */
  private static final KeyHandover FULL_DISK =
      new KeyHandover() {
        @Override
        public void check(String user) {}

        @Override
        public String handOver(String user, AccessKey key) {
          throw new FileFailure.Unwritable("keys.csv", "No space left on device").exception();
        }
      };

  @TempDir private Path folder;
  private @Nullable LocalAws aws;

  private record Owner(IamCaller iam, BucketCaller s3) implements Administrator {}

  /** An AWS of its own, and an administrator there. */
  private Administrator begin(String name) {
    LocalAws begun = new LocalAws();
    aws = begun;
    IamHome home = new IamHome(folder.resolve(name), begun);
    Phone phone = new Phone(begun);
    Session session =
        home.profiles(phone)
            .session(home.user("alice", phone).profile(), FreshnessRequirement.VALID);
    Signer signer = Signer.of(session.credentials());
    return new Owner(
        new IamCaller(home.user("alice", phone).plan().endpoints(), signer),
        new BucketCaller(URI.create(begun.url()), "us-east-1", null, signer));
  }

  @AfterEach
  void end() {
    if (aws != null) {
      aws.close();
    }
  }

  private static SetupRequest request(boolean withKey) {
    return new SetupRequest(
        ALL,
        new TemplateValues(
            Partition.AWS,
            LocalAws.ACCOUNT,
            "division/carol",
            List.of("deploy"),
            "examplebucket",
            TrustLimits.NONE),
        withKey);
  }

  private AccountService accounts(Fuse fuse) {
    return fuse.guard(
        AccountService.class, new AwsAccount(Map.of(), requireNonNull(aws).clock(), line -> {}));
  }

  private InlinePolicyService policies(Fuse fuse, String name) {
    IamHome home = new IamHome(folder.resolve(name), requireNonNull(aws));
    return fuse.guard(InlinePolicyService.class, home.policies);
  }

  private BucketPolicyService buckets(Fuse fuse) {
    return fuse.guard(
        BucketPolicyService.class, new AwsBuckets(Map.of(), requireNonNull(aws).clock()));
  }

  /** As a process of its own does it. */
  private void setUp(Administrator caller, String name, Fuse fuse, boolean withKey) {
    AccountService accounts = accounts(fuse);
    InlinePolicyService policies = policies(fuse, name);
    List<Step> steps =
        new SetupPlan(accounts, policies, buckets(fuse)).of(caller, request(withKey));
    new AccountSetup(accounts, policies, buckets(fuse), requireNonNull(aws)::pass)
        .apply(caller, steps, FULL_DISK);
  }

  private List<Step> missing(Administrator caller, String name) {
    return new SetupPlan(accounts(Fuse.none()), policies(Fuse.none(), name), buckets(Fuse.none()))
        .of(caller, request(false)).stream().filter(Step::isChange).toList();
  }

  @Test
  void whatever_step_is_killed_the_next_run_does_the_rest() {
    assertFinished(Fuse::killing);
  }

  @Test
  void whatever_call_fails_the_next_run_does_the_rest() {
    assertFinished(step -> Fuse.failing(step, new AwsFailure.ServiceFault("iam", "HTTP 500")));
  }

  private void assertFinished(IntFunction<Fuse> fuses) {
    for (int step = 1; ; step++) {
      String name = "broken-at-" + step;
      Administrator caller = begin(name);
      assertThat(missing(caller, name)).hasSize(7);
      Fuse fuse = fuses.apply(step);
      Throwable broken = catchThrowable(() -> setUp(caller, name, fuse, false));
      if (!fuse.isBlown()) {
        assertThat(broken).isNull();
        assertThat(step).isGreaterThan(12);
        return;
      }
      setUp(caller, name, Fuse.none(), false);
      assertThat(missing(caller, name)).as(name).isEmpty();
      requireNonNull(aws).close();
    }
  }

  @Test
  void a_key_that_cannot_be_handed_over_is_not_left() {
    Administrator caller = begin("full");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> setUp(caller, "full", Fuse.none(), true));
    assertThat(accounts(Fuse.none()).keys(caller.iam(), "carol")).isEmpty();
  }
}
