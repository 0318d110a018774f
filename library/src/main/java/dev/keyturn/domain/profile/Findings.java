package dev.keyturn.domain.profile;

import dev.keyturn.domain.profile.SessionPlan.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what entered a plan and what its user should know. Belongs to one thread. */
final class Findings {

  private final List<Value> values = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /** Records that {@code setting} entered the plan; returns its value. */
  String use(Setting setting) {
    String shown = isSecret(setting.name()) ? "****" : setting.value();
    record(new Value(setting.name(), shown, setting.origin(), null));
    return setting.value();
  }

  /** Records a value that an option or a variable called {@code source} gave; returns it. */
  String use(String name, String value, String source) {
    record(new Value(name, value, null, source));
    return value;
  }

  private void record(Value value) {
    if (!values.contains(value)) {
      values.add(value);
    }
  }

  private static boolean isSecret(String name) {
    return switch (name) {
      case StaticKeys.SECRET, StaticKeys.TOKEN, StaticKeys.OLD_TOKEN -> true;
      default -> false;
    };
  }

  void warn(String code, String message, @Nullable Origin origin) {
    warnings.add(new Warning(code, message, origin));
  }

  List<Value> values() {
    return List.copyOf(values);
  }

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
