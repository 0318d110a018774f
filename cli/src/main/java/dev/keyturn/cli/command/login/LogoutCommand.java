package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.edit.EditUndo;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.use.Logout;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.SecretStores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code keyturn logout}: removes sessions from this computer, and reports what is left. */
public final class LogoutCommand implements Command {

  private static final Argument<String> PROFILES =
      Argument.any(
          Value.PROFILE,
          "Profiles, or patterns such as 'dev-*' (default: AWS_PROFILE, then default).");

  private static final Flag ALL = Option.flag("--all", "Remove every session of every profile.");

  private static final Flag KEEP_UNDO =
      Option.flag("--keep-undo", "With --all: keep the undo records that have secrets in them.");

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final EditUndo edits;
  private final SecretStores stores;
  private final LogoutReport report;

  public LogoutCommand(
      Map<String, String> environment,
      ProfileCredentials profiles,
      EditUndo edits,
      SecretStores stores,
      LogoutReport report) {
    this.environment = environment;
    this.profiles = profiles;
    this.edits = edits;
    this.stores = stores;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ALL, KEEP_UNDO, ProfileChoice.OPTIONS, CommonOptions.OUTPUT).taking(PROFILES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES)
        .example("keyturn logout account1", "remove its session and session keys")
        .example("keyturn logout --all", "remove every session");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    boolean all = ALL.in(arguments);
    if (KEEP_UNDO.in(arguments) && !all) {
      throw new Failure.Usage("--keep-undo needs --all", arguments.typed().with(ALL)).exception();
    }
    return all ? all(arguments) : some(arguments);
  }

  private ExitCode some(Arguments arguments) {
    AwsConfiguration files = profiles.files();
    List<String> names = names(arguments, files);
    boolean typed = PROFILES.isIn(arguments) || ProfileChoice.OPTIONS.isIn(arguments);
    Map<String, Failure> failures = new LinkedHashMap<>();
    List<PlannedProfile> planned = planned(files, names, typed, failures);
    Failure failure = failures.values().stream().findFirst().orElse(null);
    if (failure != null && !typed && !CommonOptions.wantsJson(arguments)) {
      // No profile was named: the user may be asked at the terminal.
      throw failure.exception();
    }
    // The name of a session's section means its profile.
    List<String> ending = planned.stream().map(it -> it.plan().profile()).toList();
    List<String> others =
        LogicalProfiles.of(files).stream()
            .filter(name -> !names.contains(name) && !ending.contains(name))
            .toList();
    List<Logout.Result> results =
        profiles.logout(planned, planned(files, others, true, new LinkedHashMap<>()));
    report.print(results, failures, arguments);
    return failure == null ? ExitCode.DONE : ExitCode.of(failure);
  }

  private List<PlannedProfile> planned(
      AwsConfiguration files, List<String> names, boolean typed, Map<String, Failure> failures) {
    List<PlannedProfile> planned = new ArrayList<>();
    for (String profile : names) {
      try {
        planned.add(profiles.planOffline(files, profile, typed, environment));
      } catch (FailureException e) {
        failures.put(profile, e.failure());
      }
    }
    return planned;
  }

  private ExitCode all(Arguments arguments) {
    refuseProfiles(arguments);
    boolean locked = stores.lockAll();
    int records = KEEP_UNDO.in(arguments) ? 0 : edits.forgetSecrets();
    AwsConfiguration files = filesOrForgetKept(locked, records);
    // A profile that cannot be planned has no session; one that it had before is forgotten here.
    List<PlannedProfile> planned =
        planned(files, LogicalProfiles.of(files), true, new LinkedHashMap<>());
    List<Logout.Result> results = profiles.logout(planned, List.of());
    List<String> others = profiles.forgetAll(files);
    report.printAll(
        new LogoutReport.All(results, others, records, locked), CommonOptions.wantsJson(arguments));
    return ExitCode.DONE;
  }

  /** Sessions in an unreadable file stay there, but those in the caches are removed. */
  private AwsConfiguration filesOrForgetKept(boolean locked, int records) {
    try {
      return profiles.files();
    } catch (FailureException e) {
      profiles.forgetKept();
      report.printKeptForgotten(locked, records);
      throw e;
    }
  }

  private List<String> names(Arguments arguments, AwsConfiguration files) {
    List<String> names =
        ProfileChoice.meant(ProfileChoice.typed(PROFILES.in(arguments), arguments), files).stream()
            .map(ProfileChoice::name)
            .toList();
    return names.isEmpty() ? List.of(ProfileChoice.implicit(environment).name()) : names;
  }

  private static void refuseProfiles(Arguments arguments) {
    if (!ProfileChoice.typed(PROFILES.in(arguments), arguments).isEmpty()) {
      throw new Failure.Usage(
              "--all and profiles cannot be used together",
              arguments.typed().withoutWords(ProfileChoice.OPTION))
          .exception();
    }
  }
}
