package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IAM users whose keys profiles have, for commands about their devices and keys. */
public final class ProfileUsers {

  /** The rarely needed options of such a command. */
  public static final List<Option> RARE = List.of(PlanOptions.PROMPT, PlanOptions.ALLOW_HTTP);

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final TokenService tokens;
  private final InstantSource clock;

  public ProfileUsers(
      Map<String, String> environment,
      ProfileCredentials profiles,
      TokenService tokens,
      InstantSource clock) {
    this.environment = environment;
    this.profiles = profiles;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The user of the profile that {@link ProfileChoice#ONLY_OPTION} or a variable names. */
  public UserCalls of(Arguments arguments) {
    String name = ProfileChoice.ONLY_OPTION.in(arguments, "");
    return of(arguments, ProfileChoice.of(name, environment));
  }

  /** The user of a profile. */
  public UserCalls of(Arguments arguments, ProfileChoice profile) {
    PlanRequest request = PlanOptions.request(arguments, profile, environment);
    return new UserCalls(profiles, tokens, request, clock);
  }

  /** For each long-term key in the files, the first profile that has it. */
  public List<String> withKeysOfTheirOwn() {
    AwsConfiguration files = profiles.files();
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String name : LogicalProfiles.of(files)) {
      keyOf(files, name).ifPresent(key -> byKey.putIfAbsent(key, name));
    }
    return List.copyOf(byKey.values());
  }

  /** Empty for a profile that cannot be planned. */
  private Optional<String> keyOf(AwsConfiguration files, String name) {
    try {
      SessionPlan plan = profiles.planOffline(files, name, true, environment).plan();
      return plan.longTermKeyId().filter(id -> !AccessKey.isTemporary(id));
    } catch (FailureException e) {
      return Optional.empty();
    }
  }
}
