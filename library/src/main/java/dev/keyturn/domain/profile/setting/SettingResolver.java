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
 * Resolves a setting of a profile: from the variables that take precedence, the profile, and for
 * inherited settings its source profiles. The request's variables do not include those that Keyturn
 * itself has set.
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
   * @param place where it is set: a variable or a line of a file
   * @param line the line of a file; null if it came from a variable
   */
  record Resolved(String value, String place, @Nullable Setting line) {}

  /** The setting, if it is set anywhere; it is recorded as used by the plan. */
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

  /** As botocore reads it: {@code true} in any case, everything else is false. */
  boolean isSwitchedOn(ProfileSetting setting) {
    Optional<Resolved> resolved = resolve(setting);
    return resolved.isPresent() && Boolean.parseBoolean(resolved.get().value());
  }
}
