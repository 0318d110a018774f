package dev.keyturn.cli.app;

import dev.keyturn.adapter.aws.AwsBuckets;
import dev.keyturn.adapter.aws.AwsSignIn;
import dev.keyturn.adapter.aws.AwsTokenService;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.program.SettingPrograms;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.adapter.awscli.JsonFileCache;
import dev.keyturn.cli.adapter.folder.OwnedFiles;
import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.cli.adapter.loopback.LoopbackEndpoint;
import dev.keyturn.cli.adapter.loopback.LoopbackRedirects;
import dev.keyturn.cli.adapter.process.GitWorkTrees;
import dev.keyturn.cli.adapter.process.LauncherPrograms;
import dev.keyturn.cli.adapter.process.OperatingSystemSignals;
import dev.keyturn.cli.adapter.process.PrefixedChildren;
import dev.keyturn.cli.adapter.process.SourceCredentials;
import dev.keyturn.cli.adapter.process.SupervisedPrograms;
import dev.keyturn.cli.adapter.shell.DotenvFile;
import dev.keyturn.cli.adapter.shell.EnvironmentFormats;
import dev.keyturn.cli.adapter.shell.HookTemplates;
import dev.keyturn.cli.adapter.shell.PosixFormat;
import dev.keyturn.cli.command.console.ConsoleCommand;
import dev.keyturn.cli.command.console.ConsoleSession;
import dev.keyturn.cli.command.handover.CredentialProcessCommand;
import dev.keyturn.cli.command.handover.DotenvFiles;
import dev.keyturn.cli.command.handover.EnvCommand;
import dev.keyturn.cli.command.handover.ExecCommand;
import dev.keyturn.cli.command.handover.ProcessLine;
import dev.keyturn.cli.command.handover.ServedProgram;
import dev.keyturn.cli.command.handover.ShellInitCommand;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.login.LoginCommand;
import dev.keyturn.cli.command.login.LoginReport;
import dev.keyturn.cli.command.login.LogoutCommand;
import dev.keyturn.cli.command.login.LogoutReport;
import dev.keyturn.cli.command.login.TerminalCodeSource;
import dev.keyturn.cli.command.login.TerminalDeviceChooser;
import dev.keyturn.cli.command.port.CredentialEndpoint;
import dev.keyturn.cli.command.port.EnvironmentSyntax;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.profile.GivenCodeSource;
import dev.keyturn.cli.command.profile.ProfileSession;
import dev.keyturn.cli.command.sandbox.DemoCommand;
import dev.keyturn.cli.command.sandbox.SandboxCommand;
import dev.keyturn.cli.command.serving.NoCodeSource;
import dev.keyturn.cli.command.serving.ServeCommand;
import dev.keyturn.cli.command.serving.Serving;
import dev.keyturn.cli.command.status.ExplainCommand;
import dev.keyturn.cli.command.status.StatusCommand;
import dev.keyturn.cli.command.status.WhoamiCommand;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.DeviceChooser;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.CodeSources;
import dev.keyturn.domain.session.make.CodeSpending;
import dev.keyturn.domain.session.make.Devices;
import dev.keyturn.domain.session.make.PlanCredentials;
import dev.keyturn.domain.session.make.ProgramCodeSource;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.KeyMemory;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.SessionStore;
import dev.keyturn.domain.session.use.AwsCliSessions;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.HandOver;
import dev.keyturn.domain.session.use.Login;
import dev.keyturn.domain.session.use.Logout;
import dev.keyturn.domain.session.use.SessionLookup;
import dev.keyturn.domain.session.use.SessionStatus;
import dev.keyturn.domain.session.use.TargetSections;
import java.net.URI;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.function.Consumer;

/** Wires each command to what it needs, and builds nothing that the command does not use. */
final class App {

  private final Host host;
  private final ProfileFiles files;
  private final StateFolder state;
  private final SessionStore store;
  private final KeyMemory memory;
  private final SessionPlanner planner = new SessionPlanner();

  App(Host host) {
    this.host = host;
    this.state = new StateFolder(host.state());
    this.store = new FileSessionStore(state);
    this.memory = new KeyRecords(state);
    this.files =
        new AwsFiles(host.environment(), host.home().toString(), FileSystems.getDefault(), locks());
  }

  /** Runs a command line and returns its exit status. */
  int run(String[] args) {
    return new CommandLineRun(this, host).run(args);
  }

  /** The command called {@code name}; {@code trace} takes what {@code --debug} shows. */
  Command command(String name, Consumer<String> trace) {
    return switch (name) {
      case "login" -> login(trace);
      case "logout" ->
          new LogoutCommand(
              host.environment(),
              files,
              planner,
              new Logout(store, lookup(), targets(), awsCli()),
              new LogoutReport(host.streams()));
      case "status" -> status();
      case "whoami" -> whoami(trace);
      case "credential-process" -> credentialProcess(trace);
      case "explain" ->
          new ExplainCommand(host.environment(), files, planner, memory, host.streams());
      case "env" -> env(trace);
      case "exec" -> exec(trace);
      case "shell init" ->
          new ShellInitCommand(
              new HookTemplates(), host.program(), () -> CommandOptions.of(this), host.streams());
      case "serve" -> serve(trace);
      case "console" -> console(trace);
      case "sandbox" -> new SandboxCommand(host.environment(), host.children());
      case "demo" ->
          new DemoCommand(
              host.environment(),
              host.children(),
              new OtherHome(host),
              TemporaryFolder::create,
              host.terminal(),
              host.clock(),
              host.streams());
      default -> new EditCommands(host, files, state, locks()).command(name);
    };
  }

  CredentialProcessCommand credentialProcess(Consumer<String> trace) {
    return new CredentialProcessCommand(
        host.environment(),
        files,
        planner,
        handOver(trace),
        new ProcessLine(host.program(), host.isWindows()),
        host.streams());
  }

  EnvCommand env(Consumer<String> trace) {
    return new EnvCommand(
        host.environment(),
        session(trace),
        EnvironmentSyntax.ofShell(host.environment(), host.isWindows()),
        EnvironmentFormats::of,
        new DotenvFiles(new GitWorkTrees(host.environment()), new DotenvFile(locks())),
        host.streams());
  }

  ExecCommand exec(Consumer<String> trace) {
    return new ExecCommand(
        host.environment(),
        session(trace),
        programs(),
        () -> servedProgram(trace),
        () -> new PrefixedChildren(host.environment(), host.streams()),
        host.clock(),
        host.streams());
  }

  private ServedProgram servedProgram(Consumer<String> trace) {
    return new ServedProgram(
        serving(trace), handOver(trace), endpoints(), TemporaryFolder::create, supervised());
  }

  private Programs programs() {
    return host.launcher().isEmpty()
        ? supervised()
        : new LauncherPrograms(host.environment(), host.launcher(), new PosixFormat());
  }

  private Programs supervised() {
    return new SupervisedPrograms(
        host.environment(), host.terminal().isPresent(), new OperatingSystemSignals());
  }

  private ProfileSession session(Consumer<String> trace) {
    return new ProfileSession(host.environment(), files, planner, handOver(trace), host.streams());
  }

  private HandOver handOver(Consumer<String> trace) {
    return new HandOver(
        lookup(), () -> sessions(tokens(trace), this::givenCodes), host.streams()::note);
  }

  private Command serve(Consumer<String> trace) {
    return new ServeCommand(
        host.environment(),
        () -> serving(trace),
        handOver(trace),
        endpoints(),
        TemporaryFolder::create,
        new OwnedFiles(),
        new OperatingSystemSignals(),
        host.streams());
  }

  private CredentialEndpoint endpoints() {
    return new LoopbackEndpoint(host.random().get(), host.clock());
  }

  private Command console(Consumer<String> trace) {
    AwsTokenService tokens = new AwsTokenService(host.environment(), host.clock(), trace);
    return new ConsoleCommand(
        host.environment(),
        files,
        planner,
        new ConsoleSession(host.environment(), handOver(trace), lookup(), tokens, host.streams()),
        new AwsSignIn(host.environment()),
        new LoopbackRedirects(host.random().get()),
        host.children(),
        host.streams());
  }

  private Serving serving(Consumer<String> trace) {
    NoCodeSource nobody = new NoCodeSource();
    return new Serving(
        files,
        planner,
        lookup(),
        sessions(tokens(trace), plan -> codes(plan, nobody), nobody),
        RefreshWindow.of(host.environment()),
        host.clock(),
        host.random().get()::nextDouble,
        host.streams()::note);
  }

  StatusCommand status() {
    return new StatusCommand(
        host.environment(),
        files,
        planner,
        new SessionStatus(lookup()),
        host.clock(),
        host.streams(),
        host::pause);
  }

  private Command login(Consumer<String> trace) {
    TokenService tokens = tokens(trace);
    return new LoginCommand(
        host.environment(),
        files,
        planner,
        codes -> login(tokens, codes),
        this::codes,
        host.input(),
        new LoginReport(host.streams(), host.terminal(), host.clock()));
  }

  /** The buckets that the keys in a section of the credentials file may list. */
  List<String> buckets(URI endpoint, String section) {
    Section found = files.read().credentials(section).orElseThrow();
    Signer signer =
        new Signer(
            found.value("aws_access_key_id").orElse(""),
            Secret.of(found.value("aws_secret_access_key").orElse("")),
            found.value("aws_session_token").map(Secret::of).orElse(null));
    return new AwsBuckets(host.environment(), host.clock()).list(endpoint, "us-east-1", signer);
  }

  private Login login(TokenService tokens, CodeSources codes) {
    return new Login(files, sessions(tokens, codes), targets(), lookup(), awsCli(), host.clock());
  }

  private SessionMaker sessions(TokenService tokens, CodeSources codes) {
    return sessions(tokens, codes, new TerminalDeviceChooser(host.terminal()));
  }

  private SessionMaker sessions(TokenService tokens, CodeSources codes, DeviceChooser chooser) {
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

  private Command whoami(Consumer<String> trace) {
    return new WhoamiCommand(
        host.environment(),
        files,
        planner,
        new CallerLookup(tokens(trace), lookup(), host.clock()),
        host.clock(),
        host.streams());
  }

  private TokenService tokens(Consumer<String> trace) {
    return new AwsTokenService(host.environment(), host.clock(), trace);
  }

  /** The code in the environment, for whoever runs a command without a terminal. */
  private MfaCodeSource givenCodes(SessionPlan plan) {
    String code = Variable.KEYTURN_MFA_CODE.in(host.environment());
    return code.isEmpty() ? codes(plan) : new GivenCodeSource(MfaCode.parse(code));
  }

  /** From the program that the profile names, else from the person at the terminal. */
  private MfaCodeSource codes(SessionPlan plan) {
    return codes(plan, new TerminalCodeSource(host.terminal()));
  }

  private MfaCodeSource codes(SessionPlan plan, MfaCodeSource person) {
    String command = plan.mfaProcess();
    return command == null
        ? person
        : new ProgramCodeSource(
            programsOfSettings(), plan.profile(), command, host.streams()::note, host::pause);
  }

  private SettingPrograms programsOfSettings() {
    return new SettingPrograms(host.environment(), files.paths());
  }

  private SessionLookup lookup() {
    return new SessionLookup(store, memory, awsCli(), host.clock());
  }

  private AwsCliSessions awsCli() {
    return new AwsCliSessions(new JsonFileCache(host.home()), store, host.clock());
  }

  private TargetSections targets() {
    return new TargetSections(files, store);
  }

  private Locks locks() {
    return new FileLocks(host.state());
  }
}
