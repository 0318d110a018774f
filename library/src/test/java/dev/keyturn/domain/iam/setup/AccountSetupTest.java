package dev.keyturn.domain.iam.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.adapter.aws.AwsBuckets;
import dev.keyturn.adapter.aws.iam.AwsAccount;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.iam.setup.AccountSetup.Applied;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.policy.template.TrustLimits;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Files of one administrator, which outlive a process. */
  private static final class Files implements KeyHandover {
    private @Nullable Instant begun;
    private @Nullable AccessKey handed;
    private boolean isDiskFull;
    private final InstantSource clock;

    Files(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public void check(String user) {}

    @Override
    public Optional<Instant> begun(String user) {
      return handed == null ? Optional.ofNullable(begun) : Optional.empty();
    }

    @Override
    public void begin(String user) {
      begun = clock.instant();
    }

    @Override
    public String handOver(String user, AccessKey key) {
      if (isDiskFull) {
        throw new FileFailure.Unwritable("keys.csv", "No space left on device").exception();
      }
      handed = key;
      return "keys.csv";
    }
  }

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

  private static SetupRequest request() {
    return new SetupRequest(
        ALL,
        new TemplateValues(
            Partition.AWS,
            LocalAws.ACCOUNT,
            "division/carol",
            List.of("deploy"),
            "examplebucket",
            TrustLimits.NONE),
        true);
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
  private Applied setUp(Administrator caller, String name, Fuse fuse, Files files) {
    KeyHandover handover = fuse.guard(KeyHandover.class, files);
    AccountService accounts = accounts(fuse);
    InlinePolicyService policies = policies(fuse, name);
    List<Step> steps =
        new SetupPlan(accounts, policies, buckets(fuse)).of(caller, request(), handover);
    return new AccountSetup(accounts, policies, buckets(fuse), requireNonNull(aws)::pass)
        .apply(caller, steps, handover);
  }

  private List<Step> missing(Administrator caller, String name, Files files) {
    return new SetupPlan(accounts(Fuse.none()), policies(Fuse.none(), name), buckets(Fuse.none()))
        .of(caller, request(), files).stream().filter(Step::isChange).toList();
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
      Files files = new Files(requireNonNull(aws).clock());
      assertThat(missing(caller, name, files)).hasSize(8);
      Fuse fuse = fuses.apply(step);
      Throwable broken = catchThrowable(() -> setUp(caller, name, fuse, files));
      if (!fuse.isBlown()) {
        assertThat(broken).isNull();
        assertThat(step).isGreaterThan(12);
        return;
      }
      setUp(caller, name, Fuse.none(), files);
      assertThat(missing(caller, name, files)).as(name).isEmpty();
      assertThat(accounts(Fuse.none()).keys(caller.iam(), "carol"))
          .as(name)
          .extracting(UserKey::id)
          .containsExactly(requireNonNull(files.handed).id());
      requireNonNull(aws).close();
    }
  }

  @Test
  void a_key_that_cannot_be_handed_over_is_not_left() {
    Administrator caller = begin("full");
    Files files = new Files(requireNonNull(aws).clock());
    files.isDiskFull = true;
    Applied applied = setUp(caller, "full", Fuse.none(), files);
    assertThat(applied.failure()).isInstanceOf(FileFailure.Unwritable.class);
    assertThat(applied.done()).hasSize(7);
    assertThat(applied.keys()).isEmpty();
    assertThat(accounts(Fuse.none()).keys(caller.iam(), "carol")).isEmpty();
  }
}
