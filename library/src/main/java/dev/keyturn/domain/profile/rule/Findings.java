package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.PlanValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the values and warnings of a plan. Not thread-safe. */
public final class Findings {

  /**
   * By name and place, since a plan reads some settings twice. Not a set of records: for the first
   * comparison of two records the JVM generates code, which takes longer than a cached answer.
   */
  private final Map<String, PlanValue> values = new LinkedHashMap<>();

  private final List<Warning> warnings = new ArrayList<>();

  /** Records that the plan uses {@code setting}; returns its value. */
  public String use(Setting setting) {
    record(new PlanValue(setting.name(), shown(setting), setting.origin(), null));
    return setting.value();
  }

  /** Records a value from an option or variable called {@code source}; returns it. */
  public String use(String name, String value, String source) {
    record(new PlanValue(name, value, null, source));
    return value;
  }

  private void record(PlanValue value) {
    Object place = value.origin() == null ? value.source() : value.origin();
    values.putIfAbsent(value.name() + " " + place, value);
  }

  private static String shown(Setting setting) {
    return switch (setting.name()) {
      case StaticKeys.SECRET, StaticKeys.TOKEN, StaticKeys.OLD_TOKEN -> "****";
      case StaticKeys.ID -> AccessKey.shown(setting.value());
      default -> setting.value();
    };
  }

  public void warn(String code, String message, @Nullable Origin origin) {
    warnings.add(new Warning(code, message, origin));
  }

  public List<PlanValue> values() {
    return List.copyOf(values.values());
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
