package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsTokenService;
import dev.keyturn.adapter.aws.iam.AwsAccount;
import dev.keyturn.adapter.aws.iam.AwsIam;
import dev.keyturn.adapter.aws.iam.AwsInlinePolicies;
import dev.keyturn.adapter.aws.iam.AwsLivePolicies;
import dev.keyturn.adapter.awsfile.edit.AwsFileEdits;
import dev.keyturn.adapter.awsfile.edit.AwsFileRepairs;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.program.SettingPrograms;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.FirstTimes;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.adapter.state.encryption.CacheEncryption;
import dev.keyturn.adapter.state.encryption.CacheSecrets;
import dev.keyturn.cli.adapter.awscli.JsonFileCache;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore.Agents;
import dev.keyturn.cli.adapter.process.SourceCredentials;
import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.app.code.CodesOfThisComputer;
import dev.keyturn.cli.app.code.CodesOfThisComputer.Person;
import dev.keyturn.cli.app.store.KeyAgentMain;
import dev.keyturn.cli.app.store.StoresOfThisComputer;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.login.LoginLine;
import dev.keyturn.cli.command.login.LoginReport;
import dev.keyturn.cli.command.login.TerminalCodeSource;
import dev.keyturn.cli.command.login.TerminalDeviceChooser;
import dev.keyturn.cli.command.profile.LintNotes;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.ProfileLint;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.CodeLedger;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.NobodyToAsk;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.session.make.CallTrace;
import dev.keyturn.domain.session.make.CodeOrder;
import dev.keyturn.domain.session.make.PlanCredentials;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.session.store.SessionStore;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.FileSystems;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds what commands need. Nothing is built before a command asks for it. */
final class Wiring {

  private final Host host;
  private final CallTrace trace;
  private final ProfileFiles files;
  private final StateFolder state;
  private final CacheSecrets secrets;
  private final SessionStore store;
  private final KeyMemory memory;
  private @Nullable StoresOfThisComputer stores;
  private @Nullable TypedCommand typed;

  /** For one command in {@code host}; {@code trace} takes the lines of {@code --debug}. */
  Wiring(Host host, CallTrace trace) {
    this.host = host;
    this.trace = trace;
    this.state = new StateFolder(host.state(), host.answers().reads());
    this.secrets = new CacheSecrets(state, new Stores(this), locks(), host.random());
    this.store = host.answers().noting(new FileSessionStore(state, secrets));
    this.memory = new KeyRecords(state);
    this.files = new AwsFiles(places(), locks(), host.answers().reads());
  }

  /** Hints repeat what the user typed. */
  void follows(TypedCommand line) {
    typed = line;
  }

  Host host() {
    return host;
  }

  Map<String, String> environment() {
    return host.environment();
  }

  StandardStreams streams() {
    return host.streams();
  }

  ProfileFiles files() {
    return files;
  }

  Locks locks() {
    return new FileLocks(host.state());
  }

  TokenService tokens() {
    return awsTokens();
  }

  AwsTokenService awsTokens() {
    return new AwsTokenService(host.environment(), host.clock(), trace);
  }

  /** Profiles with codes from the environment, a program or a person. */
  ProfileCredentials profiles() {
    return profiles(() -> maker(codes(), new TerminalDeviceChooser(host.terminal())));
  }

  /** Profiles for background work: from now on no person is asked. */
  ProfileCredentials silentProfiles() {
    stores().askNobody();
    NobodyToAsk nobody = new NobodyToAsk();
    return profiles(() -> maker(order(null, null), nobody));
  }

  /** Profiles whose sessions are made only without a code, even from a program. */
  ProfileCredentials profilesWithoutCodes() {
    NobodyToAsk nobody = new NobodyToAsk();
    return profiles(() -> maker(order(nobody, null), nobody));
  }

  /** Profiles with codes from a person, whatever their settings. */
  ProfileCredentials personalProfiles() {
    TerminalCodeSource person = person();
    return profiles(() -> maker(order(person, null), new TerminalDeviceChooser(host.terminal())));
  }

  TerminalCodeSource person() {
    return new TerminalCodeSource(host.terminal(), host.clock(), false, new LoginLine(typed));
  }

  /** The users of profiles. */
  ProfileUsers users() {
    return new ProfileUsers(host.environment(), profiles(), tokens(), host.clock());
  }

  AwsIam iam() {
    return new AwsIam(host.environment(), host.clock(), trace);
  }

  AwsAccount account() {
    return new AwsAccount(host.environment(), host.clock(), trace);
  }

  AwsLivePolicies livePolicies() {
    return new AwsLivePolicies(host.environment(), host.clock(), trace);
  }

  AwsInlinePolicies inlinePolicies() {
    return new AwsInlinePolicies(host.environment(), host.clock(), trace);
  }

  StateFolder state() {
    return state;
  }

  KeyMemory memory() {
    return memory;
  }

  SessionStore store() {
    return store;
  }

  SessionEncryption encryption() {
    return new CacheEncryption(state, stores(), secrets, host.random());
  }

  CodeLedger codeLedger() {
    return new FileCodeLedger(state, locks(), host.clock(), host.random());
  }

  FileEdits edits() {
    return new AwsFileEdits(places(), locks(), journal());
  }

  private ProfileCredentials profiles(Supplier<SessionMaker> makers) {
    return new ProfileCredentials(
        files, store, memory, awsCliCache(), makers, host.streams()::note, host.clock());
  }

  private AwsCliCache awsCliCache() {
    return new JsonFileCache(host.environment(), host.home(), host.answers().reads());
  }

  private SessionMaker maker(CodeOrder codes, DeviceChooser chooser) {
    host.answers().isOfThisMoment();
    SharedState shared =
        new SharedState(store, memory, codeLedger(), new RecordedAttempts(state), locks());
    SettingPrograms programs = programsOfSettings();
    return new SessionMaker(
        new PlanCredentials(
            programs, this::store, new SourceCredentials(programs, awsCliCache(), host.clock())),
        tokens(),
        shared,
        codes,
        chooser,
        host.clock());
  }

  /** The sources of codes: the environment, a machine, or a person. */
  CodeOrder codes() {
    return order(
        CodeOrder.in(host.environment()), new Person(host.terminal(), new LoginLine(typed)));
  }

  private CodeOrder order(@Nullable MfaCodeSource first, @Nullable Person person) {
    return new CodeOrder(
        first,
        new CodesOfThisComputer(
            host.environment(),
            this::programsOfSettings,
            this::stores,
            person,
            host.clock(),
            host.streams()::note),
        host::noteWait);
  }

  private SettingPrograms programsOfSettings() {
    return new SettingPrograms(host.environment(), files.paths());
  }

  private SecretStore store(StorePlace place) {
    return stores().at(place);
  }

  /** The places for long-term keys. */
  StoresOfThisComputer stores() {
    StoresOfThisComputer known = stores;
    if (known == null) {
      known =
          new StoresOfThisComputer(
              new StoresOfThisComputer.Surroundings(
                  host.environment(),
                  host.home(),
                  new Agents(host.state().resolve("agents"), KeyAgentMain.command(host.image()))),
              locks(),
              host.terminal(),
              host.streams()::note,
              host.random());
      stores = known;
    }
    return known;
  }

  /** The places, none of which is built before it is asked for. */
  private record Stores(Wiring wiring) implements SecretStores {

    @Override
    public SecretStore at(StorePlace place) {
      return wiring.store(place);
    }
  }

  /** Where the AWS files are. */
  FileLocations places() {
    return FileLocations.of(host.environment(), host.home().toString(), FileSystems.getDefault());
  }

  /** The lint findings that concern a profile. */
  ProfileLint lint() {
    return new ProfileLint(new AwsFileRepairs(places(), locks(), journal()), files);
  }

  LoginReport loginReport() {
    FirstTimes said = new FirstTimes(state);
    return new LoginReport(
        host.streams(), host.terminal(), host.clock(), said::isFirst, host.answers());
  }

  LintNotes lintNotes() {
    return new LintNotes(lint(), streams());
  }

  EditJournal journal() {
    return new FileEditJournal(state, FileSystems.getDefault(), locks(), host.clock());
  }
}
