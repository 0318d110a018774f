package dev.keyturn.cli.command.serving;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.MarkedFiles;
import dev.keyturn.cli.command.port.MarkedFiles.Marked;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.cli.command.profile.HandedProfile;
import dev.keyturn.cli.command.profile.PlanOptions;
import dev.keyturn.cli.command.profile.PolicyOptions;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.Session;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code keyturn serve}: a profile's credentials over HTTP on this machine, until it is stopped.
 */
public final class ServeCommand implements Command {

  private static final Flag ECS =
      Option.flag("--ecs", "Emulate the ECS container endpoint (default).");

  private static final Flag IMDS =
      Option.flag("--imds", "Emulate EC2's instance metadata service, version 2.");

  private static final Flag IMDS_V1 =
      Option.flag("--imds-v1", "With --imds: emulate version 1 too.");

  private static final Flag ALLOW_LOCAL_USERS =
      Option.flag("--allow-local-users", "With --imds: serve other local users too.");

  private static final ValueOption<Integer> PORT =
      new ValueOption<>(
          "--port",
          Value.number(0, 65_535, 8080),
          "Port to listen on: 1 to 65535 (default: 0, any free port).");

  private static final Flag ONLY =
      Option.flag("--only", "Serve only this profile: no other profiles, no roles by ARN.");

  private static final ValueOption<String> ENV_FILE =
      Option.file("--env-file", "Write the variables to this file too, for docker --env-file.");

  private static final ValueOption<String> TOKEN_FILE =
      Option.file("--token-file", "Write the token to this file.");

  private static final ValueOption<String> LOG =
      Option.file("--log", "Append a line per request to this file.");

  private static final String ENV_FILE_MARK = "# keyturn serve\n";

  /** The prefix of every token, by which a file with an old token is recognised. */
  private static final String TOKEN_MARK = "keyturn-";

  private final Map<String, String> environment;
  private final ProfileEndpoints endpoints;
  private final MarkedFiles files;
  private final Signals signals;
  private final ServeOutput output;

  public ServeCommand(
      Map<String, String> environment,
      ProfileEndpoints endpoints,
      MarkedFiles files,
      Signals signals,
      ServeOutput output) {
    this.environment = environment;
    this.endpoints = endpoints;
    this.files = files;
    this.signals = signals;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            ECS,
            IMDS,
            PORT,
            ONLY,
            ENV_FILE,
            TOKEN_FILE,
            LOG,
            ProfileChoice.OPTION,
            PlanOptions.DURATION,
            PlanOptions.ROLE)
        .rarely(IMDS_V1, ALLOW_LOCAL_USERS)
        .rarely(PolicyOptions.ALL)
        .rarely(PlanOptions.RARE)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(
            Manual.READS,
            ExitCode.REFUSED,
            ExitCode.UNREACHABLE,
            ExitCode.BUSY,
            ExitCode.INTERRUPTED)
        .example("keyturn serve account1", "print the variables to set, and serve until Ctrl-C")
        .example("keyturn serve account1 --imds", "serve like EC2's instance metadata service");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    ProfileChoice profile = ProfileChoice.of(arguments, environment);
    PlanRequest request = endpoints.complete(PlanOptions.request(arguments, profile, environment));
    PlannedProfile planned = endpoints.plan(request);
    Set<Form> forms = forms(arguments);
    Session session = logIn(planned);
    return endpoints.during(
        planned,
        request,
        ONLY.in(arguments) || !request.policies().isNone() ? Reach.OWN : Reach.ALL,
        settings(arguments, forms, planned.plan()),
        endpoint -> serve(endpoint, session, arguments, forms));
  }

  /** The code is asked for now or never; a login in another process is noticed later. */
  private @Nullable Session logIn(PlannedProfile profile) {
    try {
      return endpoints.logIn(profile, HandedProfile.valid(environment));
    } catch (FailureException e) {
      if (!Nature.needsPerson(e.failure())) {
        throw e;
      }
      output.lacksSession(e.failure());
      return null;
    }
  }

  private ExitCode serve(
      OpenEndpoint endpoint, @Nullable Session session, Arguments arguments, Set<Form> forms) {
    try (Written token = tokenFile(arguments, endpoint.token())) {
      Map<String, String> variables = endpoint.variables(forms, token.file());
      try (Written _ = envFile(arguments, variables, endpoint.profile().plan().toolVariables())) {
        untilStopped(() -> {
          output.variables(variables, forms);
          output.runs(endpoint.profile().name(), session);
        });
      }
    }
    return ExitCode.DONE;
  }

  private static Set<Form> forms(Arguments arguments) {
    Set<Form> forms = EnumSet.noneOf(Form.class);
    if (IMDS.in(arguments)) {
      forms.add(Form.INSTANCE);
    }
    if (ECS.in(arguments) || forms.isEmpty()) {
      forms.add(Form.CONTAINER);
    }
    boolean onlyContainer = !forms.contains(Form.INSTANCE);
    if (onlyContainer && (IMDS_V1.in(arguments) || ALLOW_LOCAL_USERS.in(arguments))) {
      throw new Failure.Usage(
              "--imds-v1 and --allow-local-users need --imds", arguments.typed().with(IMDS))
          .exception();
    }
    return forms;
  }

  private static Settings settings(Arguments arguments, Set<Form> forms, SessionPlan plan) {
    return new Settings(
        PORT.in(arguments, 0),
        forms,
        IMDS_V1.in(arguments),
        ALLOW_LOCAL_USERS.in(arguments),
        LOG.in(arguments).orElse(null),
        plan.profile(),
        plan.region());
  }

  private void untilStopped(Runnable begun) {
    CountDownLatch end = new CountDownLatch(1);
    try (Signals.Watch _ = signals.watch(Signals.ENDING, _ -> end.countDown())) {
      begun.run();
      end.await();
      output.stopped();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** The requested file, if any. */
  private record Written(@Nullable Marked file) implements AutoCloseable {
    @Override
    public void close() {
      if (file != null) {
        file.close();
      }
    }
  }

  private Written tokenFile(Arguments arguments, Secret token) {
    return new Written(
        TOKEN_FILE
            .in(arguments)
            .map(path -> files.write(path, TOKEN_MARK, token.reveal(Reveal.HAND_OVER)))
            .orElse(null));
  }

  /**
   * In the format of {@code docker --env-file}, without quotes. A container has no files with
   * settings.
   */
  private Written envFile(
      Arguments arguments, Map<String, String> variables, Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(variables);
    all.keySet().removeIf(name -> name.startsWith(Variable.ORIGINAL));
    all.putAll(settings);
    StringBuilder text = new StringBuilder(ENV_FILE_MARK);
    all.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return new Written(
        ENV_FILE
            .in(arguments)
            .map(path -> files.write(path, ENV_FILE_MARK, text.toString()))
            .orElse(null));
  }
}
