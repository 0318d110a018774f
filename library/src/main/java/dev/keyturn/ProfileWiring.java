package dev.keyturn;

import dev.keyturn.adapter.aws.AwsTokenService;
import dev.keyturn.adapter.aws.StsClientTokens;
import dev.keyturn.adapter.awsfile.AwsFiles;
import dev.keyturn.adapter.console.ConsoleCodes;
import dev.keyturn.adapter.program.SettingPrograms;
import dev.keyturn.adapter.state.FileLocks;
import dev.keyturn.adapter.state.KeptSessions;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.MemoryRecords;
import dev.keyturn.adapter.state.NotedAttempts;
import dev.keyturn.adapter.state.Records;
import dev.keyturn.adapter.state.SpentCodes;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.adapter.state.ThreadLocks;
import dev.keyturn.adapter.state.UserFolders;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.PlanRequest;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.session.AwsCliCache;
import dev.keyturn.domain.session.AwsCliSessions;
import dev.keyturn.domain.session.Codes;
import dev.keyturn.domain.session.Devices;
import dev.keyturn.domain.session.PlanCredentials;
import dev.keyturn.domain.session.ProgramCodes;
import dev.keyturn.domain.session.RefreshWindow;
import dev.keyturn.domain.session.SessionLookup;
import dev.keyturn.domain.session.Sessions;
import dev.keyturn.domain.session.TokenService;
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
    KeptSessions store = new KeptSessions(records);
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

  private Sessions making(KeptSessions store, KeyRecords memory, SdkBaseCredentials bases) {
    TokenService tokens = tokens();
    SpentCodes ledger = new SpentCodes(records, locks, clock, new SecureRandom());
    return new Sessions(
        new PlanCredentials(programs(), bases),
        tokens,
        store,
        memory,
        new Devices(tokens, memory, ProfileWiring::none),
        new Codes(this::codes, ledger, clock),
        new NotedAttempts(records),
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
      return new CallbackCodes(callback);
    }
    return command == null
        ? new ConsoleCodes()
        : new ProgramCodes(programs(), plan.profile(), command, note -> {}, CallbackCodes::pause);
  }
}
