package dev.keyturn;

import dev.keyturn.adapter.aws.AwsTokenService;
import dev.keyturn.adapter.aws.StsClientTokens;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.program.SettingPrograms;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.MemoryRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.Records;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.adapter.state.ThreadLocks;
import dev.keyturn.adapter.state.UserFolders;
import dev.keyturn.adapter.state.encryption.UnencryptedSessions;
import dev.keyturn.adapter.terminal.SystemConsoleCodeSource;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.NobodyToAsk;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.CodeOrder;
import dev.keyturn.domain.session.make.PlanCredentials;
import dev.keyturn.domain.session.make.ProgramCodeSource;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.use.Handed;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;

/** Wires what a provider needs. */
final class ProviderWiring {

  private final Map<String, String> variables;
  private final Clock clock;
  private final @Nullable MfaCodeCallback callback;
  private final @Nullable StsClient sts;
  private final Records records;
  private final Locks locks;
  private final AwsFiles files;

  ProviderWiring(
      Map<String, String> variables,
      Clock clock,
      boolean inMemory,
      @Nullable MfaCodeCallback callback,
      @Nullable StsClient sts) {
    Path home = UserFolders.home(variables);
    Path folder = UserFolders.state(variables, home);
    this.variables = variables;
    this.clock = clock;
    this.callback = callback;
    this.sts = sts;
    this.records =
        inMemory ? new MemoryRecords() : new UnencryptedSessions(new StateFolder(folder));
    this.locks = inMemory ? new ThreadLocks() : new FileLocks(folder);
    this.files = new AwsFiles(variables, home.toString(), FileSystems.getDefault(), locks);
  }

  /** The credentials of {@code request}'s profile. */
  RenewedCredentials.Source credentials(PlanRequest request, RefreshWindow window) {
    SdkBaseCredentials bases = new SdkBaseCredentials(programs(), files);
    CodeOrder codes = codes();
    ProfileCredentials profiles = profiles(bases, codes);
    return new RenewedCredentials.Source() {
      @Override
      public SdkCredentials obtain(Duration remaining) {
        PlannedProfile profile = profiles.plan(request);
        if (ProfileCredentials.areUsedAsTheyAre(profile)) {
          return SdkCredentials.of(bases.asTheyAre(profile));
        }
        FreshnessRequirement demand = new FreshnessRequirement(false, remaining, window);
        return sdk(profiles.obtain(profile, demand, false), profile);
      }

      @Override
      public @Nullable SdkCredentials kept() {
        PlannedProfile profile = profiles.plan(request);
        if (ProfileCredentials.areUsedAsTheyAre(profile)) {
          return null;
        }
        RefreshWindow anyValid = new RefreshWindow(Duration.ZERO, Duration.ZERO, window.least());
        FreshnessRequirement demand = FreshnessRequirement.VALID.within(anyValid);
        return profiles
            .kept(profile, demand)
            .map(session -> sdk(new Handed.OfSession(session), profile))
            .orElse(null);
      }

      private SdkCredentials sdk(Handed handed, PlannedProfile profile) {
        return SdkCredentials.of(handed, codes.disturbsNobody(profile.plan()));
      }
    };
  }

  private ProfileCredentials profiles(SdkBaseCredentials bases, CodeOrder codes) {
    FileSessionStore store = new FileSessionStore(records);
    KeyRecords keys = new KeyRecords(records);
    SharedState shared =
        new SharedState(
            store,
            keys,
            new FileCodeLedger(records, locks, clock, SecureRandom::new),
            new RecordedAttempts(records),
            locks);
    return new ProfileCredentials(
        files,
        store,
        keys,
        AwsCliCache.NONE,
        () ->
            new SessionMaker(
                new PlanCredentials(programs(), ProviderWiring::noStore, bases),
                tokens(),
                shared,
                codes,
                new NobodyToAsk(),
                clock),
        note -> {},
        clock);
  }

  private TokenService tokens() {
    AwsTokenService own = new AwsTokenService(variables, clock, line -> {});
    return sts == null ? own : new StsClientTokens(sts, own, clock);
  }

  private SettingPrograms programs() {
    return new SettingPrograms(variables, files.paths());
  }

  private CodeOrder codes() {
    return new CodeOrder(
        callback == null ? null : new CallbackCodeSource(callback), this::source, note -> {});
  }

  /** A library opens no window and no keychain, and asks no hardware token. */
  private @Nullable MfaCodeSource source(CodeOrigin origin, SessionPlan plan) {
    return switch (origin) {
      case PROCESS -> {
        String command = plan.codes().process();
        yield command == null
            ? null
            : new ProgramCodeSource(
                programs(), plan.profile(), command, note -> {}, CallbackCodeSource::pause);
      }
      case TERMINAL -> new SystemConsoleCodeSource();
      case SEED, YKMAN, GUI -> null;
    };
  }

  /** A library must not ask for a passphrase or open a keychain prompt. */
  private static SecretStore noStore(StorePlace place) {
    throw new StoreFailure.Unavailable(
            place.kind().title(),
            "only the command line opens it",
            ShellCommand.of("keyturn", "login", Failure.PROFILE))
        .exception();
  }
}
