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
import dev.keyturn.adapter.terminal.SystemConsoleCodeSource;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.CodeSpending;
import dev.keyturn.domain.session.make.Devices;
import dev.keyturn.domain.session.make.PlanCredentials;
import dev.keyturn.domain.session.make.ProgramCodeSource;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.use.AwsCliSessions;
import dev.keyturn.domain.session.use.SessionLookup;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;

/** Wires what a provider stands on. */
final class ProfileWiring {

  private final Map<String, String> variables;
  private final Clock clock;
  private final @Nullable MfaCodeCallback callback;
  private final @Nullable StsClient sts;
  private final Records records;
  private final Locks locks;
  private final AwsFiles files;

  ProfileWiring(
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
    this.records = inMemory ? new MemoryRecords() : new StateFolder(folder);
    this.locks = inMemory ? new ThreadLocks() : new FileLocks(folder);
    this.files = new AwsFiles(variables, home.toString(), FileSystems.getDefault(), locks);
  }

  ProfileSessions sessions(PlanRequest request, RefreshWindow window) {
    FileSessionStore store = new FileSessionStore(records);
    KeyRecords memory = new KeyRecords(records);
    AwsCliSessions noAwsCli = new AwsCliSessions(AwsCliCache.NONE, store, clock);
    SdkBaseCredentials bases = new SdkBaseCredentials(programs());
    return new ProfileSessions(
        files,
        new SessionPlanner(),
        request,
        new SessionLookup(store, memory, noAwsCli, clock),
        making(store, memory, bases),
        bases,
        callback != null,
        window);
  }

  private SessionMaker making(FileSessionStore store, KeyRecords memory, SdkBaseCredentials bases) {
    TokenService tokens = tokens();
    FileCodeLedger ledger = new FileCodeLedger(records, locks, clock, new SecureRandom());
    return new SessionMaker(
        new PlanCredentials(programs(), bases),
        tokens,
        store,
        memory,
        new Devices(tokens, memory, ProfileWiring::none),
        new CodeSpending(this::codes, ledger, clock),
        new RecordedAttempts(records),
        locks,
        clock);
  }

  private static MfaDevice none(String user, List<MfaDevice> devices) {
    throw new Failure.SeveralDevices(user, devices.stream().map(MfaDevice::serialNumber).toList())
        .exception();
  }

  private TokenService tokens() {
    AwsTokenService own = new AwsTokenService(variables, clock, line -> {});
    return sts == null ? own : new StsClientTokens(sts, own, clock);
  }

  private SettingPrograms programs() {
    return new SettingPrograms(variables, files.paths());
  }

  /** From the application, else the program that the profile names, else the person. */
  private MfaCodeSource codes(SessionPlan plan) {
    String command = plan.mfaProcess();
    if (callback != null) {
      return new CallbackCodeSource(callback);
    }
    return command == null
        ? new SystemConsoleCodeSource()
        : new ProgramCodeSource(
            programs(), plan.profile(), command, note -> {}, CallbackCodeSource::pause);
  }
}
