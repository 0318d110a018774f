package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsTokenService;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.program.SettingPrograms;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.adapter.awscli.JsonFileCache;
import dev.keyturn.cli.adapter.process.SourceCredentials;
import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.command.login.TerminalCodeSource;
import dev.keyturn.cli.command.login.TerminalDeviceChooser;
import dev.keyturn.cli.command.profile.GivenCodeSource;
import dev.keyturn.cli.command.profile.ProfileSession;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.CodeSources;
import dev.keyturn.domain.session.make.CodeSpending;
import dev.keyturn.domain.session.make.Devices;
import dev.keyturn.domain.session.make.PlanCredentials;
import dev.keyturn.domain.session.make.ProgramCodeSource;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.SessionStore;
import dev.keyturn.domain.session.use.AwsCliSessions;
import dev.keyturn.domain.session.use.HandOver;
import dev.keyturn.domain.session.use.Login;
import dev.keyturn.domain.session.use.Logout;
import dev.keyturn.domain.session.use.SessionLookup;
import dev.keyturn.domain.session.use.TargetSections;
import java.nio.file.FileSystems;
import java.util.Map;
import java.util.function.Consumer;

/** What commands are built from. Nothing is built before a command asks for it. */
final class Wiring {

  private final Host host;
  private final Consumer<String> trace;
  private final ProfileFiles files;
  private final StateFolder state;
  private final SessionStore store;
  private final KeyMemory memory;
  private final SessionPlanner planner = new SessionPlanner();

  /** For one command in {@code host}; {@code trace} takes what {@code --debug} shows. */
  Wiring(Host host, Consumer<String> trace) {
    this.host = host;
    this.trace = trace;
    this.state = new StateFolder(host.state(), host.answers().reads());
    this.store = host.answers().noting(new FileSessionStore(state));
    this.memory = new KeyRecords(state);
    this.files = new AwsFiles(places(), locks(), host.answers().reads());
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

  SessionPlanner planner() {
    return planner;
  }

  KeyMemory memory() {
    return memory;
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

  SessionLookup lookup() {
    return new SessionLookup(store, memory, awsCli(), host.clock());
  }

  AwsCliSessions awsCli() {
    return new AwsCliSessions(
        new JsonFileCache(host.home(), host.answers().reads()), store, host.clock());
  }

  TargetSections targets() {
    return new TargetSections(files, store);
  }

  /** Credentials of a profile, from what is kept or made anew. */
  HandOver handOver() {
    return new HandOver(lookup(), () -> sessions(this::givenCodes), host.streams()::note);
  }

  ProfileSession session() {
    return new ProfileSession(host.environment(), files, planner, handOver(), host.streams());
  }

  Login login(CodeSources codes) {
    return new Login(files, sessions(codes), targets(), lookup(), awsCli(), host.clock());
  }

  Logout logout() {
    return new Logout(store, lookup(), targets(), awsCli());
  }

  private SessionMaker sessions(CodeSources codes) {
    return sessions(codes, new TerminalDeviceChooser(host.terminal()));
  }

  SessionMaker sessions(CodeSources codes, DeviceChooser chooser) {
    host.answers().isOfThisMoment();
    TokenService tokens = tokens();
    FileCodeLedger ledger = new FileCodeLedger(state, locks(), host.clock(), host.random().get());
    SettingPrograms programs = programsOfSettings();
    return new SessionMaker(
        new PlanCredentials(programs, new SourceCredentials(programs)),
        tokens,
        store,
        memory,
        new Devices(tokens, memory, chooser),
        new CodeSpending(codes, ledger, host.clock()),
        new RecordedAttempts(state),
        locks(),
        host.clock());
  }

  /** The code in the environment, for whoever runs a command without a terminal. */
  private MfaCodeSource givenCodes(SessionPlan plan) {
    String code = Variable.KEYTURN_MFA_CODE.in(host.environment());
    return code.isEmpty() ? codes(plan) : new GivenCodeSource(MfaCode.parse(code));
  }

  /** From the program that the profile names, else from the person at the terminal. */
  MfaCodeSource codes(SessionPlan plan) {
    return codes(plan, new TerminalCodeSource(host.terminal()));
  }

  MfaCodeSource codes(SessionPlan plan, MfaCodeSource person) {
    String command = plan.mfaProcess();
    return command == null
        ? person
        : new ProgramCodeSource(
            programsOfSettings(), plan.profile(), command, host.streams()::note, host::pause);
  }

  private SettingPrograms programsOfSettings() {
    return new SettingPrograms(host.environment(), files.paths());
  }

  /** Where the AWS files are. */
  FileLocations places() {
    return FileLocations.of(host.environment(), host.home().toString(), FileSystems.getDefault());
  }

  EditJournal journal() {
    return new FileEditJournal(state, FileSystems.getDefault(), locks(), host.clock());
  }
}
