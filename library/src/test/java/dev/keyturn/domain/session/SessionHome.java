package dev.keyturn.domain.session;

import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.make.BaseCredentials;
import dev.keyturn.domain.session.make.CodeOrder;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.session.use.TargetSections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Real files and real records in a folder, services on them, and a clock that is set. */
public final class SessionHome {

  public static final MfaDevice DEVICE = new MfaDevice("arn:aws:iam::123456789012:mfa/alice");

  private final Path folder;
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  public final InstantSource clock = () -> now;
  public final AwsFiles files;
  public final FileSessionStore store;
  public final KeyRecords memory;
  public final TargetSections targets;
  private final StateFolder state;

  public SessionHome(Path folder, String config, String credentials) {
    this.folder = folder;
    write("config", config);
    write("credentials", credentials);
    Map<String, String> environment =
        Map.of(
            "AWS_CONFIG_FILE", folder.resolve("config").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    state = new StateFolder(folder.resolve("state"));
    files = new AwsFiles(environment, "/", FileSystems.getDefault(), (name, wait) -> () -> {});
    store = new FileSessionStore(state);
    memory = new KeyRecords(state);
    targets = new TargetSections(files, store);
  }

  /** The service, for what makes no session. */
  public ProfileCredentials profiles() {
    return profiles(
        () -> {
          throw new AssertionError("no session is to be made");
        },
        note -> {});
  }

  public ProfileCredentials profiles(Supplier<SessionMaker> makers, Consumer<String> notes) {
    return new ProfileCredentials(files, store, memory, AwsCliCache.NONE, makers, notes, clock);
  }

  /** What another process would build for itself. */
  public SessionMaker maker(BaseCredentials bases, TokenService sts, MfaCodeSource source) {
    FileLocks locks = new FileLocks(folder.resolve("state"));
    SharedState shared =
        new SharedState(
            store,
            memory,
            new FileCodeLedger(state, locks, clock, SecureRandom::new),
            new RecordedAttempts(state),
            locks);
    CodeOrder codes = new CodeOrder(source, (origin, plan) -> null, note -> {});
    return new SessionMaker(bases, sts, shared, codes, (user, devices) -> devices.get(0), clock);
  }

  public AwsConfiguration configuration() {
    return files.read();
  }

  public PlannedProfile profile(String name) {
    return profiles().plan(PlanRequest.of(name, Map.of()));
  }

  public SessionPlan plan(String profile) {
    return Plans.plan(configuration(), profile);
  }

  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** A session of {@code plan}, kept as a login keeps it. */
  public Session keep(SessionPlan plan, String accessKeyId) {
    Session session = session(accessKeyId, plan.roleArn());
    String id = ((Base.Keys) plan.base()).key().id();
    store.save(SessionKey.of(plan, id, profiles().device(plan), plan.steps().size()), session);
    return session;
  }

  public Session session(String accessKeyId, @Nullable String roleArn) {
    return new Session(
        new SessionCredentials(
            accessKeyId,
            Secret.of("session/secret"),
            Secret.of("session/token"),
            now.plus(Duration.ofHours(12))),
        FakeSts.ALICE,
        DEVICE,
        roleArn,
        Duration.ofHours(12));
  }

  /** Keeps a session and writes it to its target. */
  public Session logIn(SessionPlan plan, String accessKeyId) {
    Session session = keep(plan, accessKeyId);
    put(plan, session);
    return session;
  }

  public void put(SessionPlan plan, Session session) {
    SessionPlan.Target target = plan.target();
    if (target == null) {
      throw new IllegalArgumentException("no section may take it");
    }
    targets.write(List.of(new TargetSections.Entry(plan, target, session)));
  }

  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
