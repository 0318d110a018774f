package dev.keyturn.domain.profile.setting;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.Chain;
import dev.keyturn.domain.profile.rule.Findings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a setting of a profile comes from: the variables that win over it, the profile, and for
 * some the profiles it rests on. What Keyturn itself has set in the environment is not among the
 * request's variables.
 */
final class SettingResolver {

  private final PlanRequest request;
  private final Chain chain;
  private final Findings findings;

  SettingResolver(PlanRequest request, Chain chain, Findings findings) {
    this.request = request;
    this.chain = chain;
    this.findings = findings;
  }

  /**
   * A setting.
   *
   * @param value its value
   * @param place where it is said: a variable or a line of a file
   * @param line the line of a file; null when a variable says it
   */
  record Resolved(String value, String place, @Nullable Setting line) {}

  /** The setting, if it is filled in anywhere; it is noted as one that entered the plan. */
  Optional<Resolved> resolve(ProfileSetting setting) {
    for (Variable variable : setting.variables()) {
      Optional<String> value = request.variable(variable);
      if (value.isPresent()) {
        findings.use(setting.label(), value.get(), variable.name());
        return Optional.of(new Resolved(value.get(), variable.name(), null));
      }
    }
    return chain.inFiles(setting).map(this::used);
  }

  private Resolved used(Setting line) {
    return new Resolved(findings.use(line), line.origin().toString(), line);
  }

  /** As botocore reads it: {@code true} in any case is yes, everything else no. */
  boolean isSwitchedOn(ProfileSetting setting) {
    Optional<Resolved> resolved = resolve(setting);
    return resolved.isPresent() && Boolean.parseBoolean(resolved.get().value());
  }
}
