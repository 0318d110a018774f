package dev.keyturn.sandbox.action;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Query-protocol service: its signing name, API version, XML namespace and actions by name. */
public record Service(String name, String version, String namespace, Map<String, Action> actions) {

  public static Service of(String name, String version, List<Action> actions) {
    return new Service(
        name,
        version,
        "https://" + name + ".amazonaws.com/doc/" + version + "/",
        actions.stream().collect(Collectors.toUnmodifiableMap(Action::name, Function.identity())));
  }

  public @Nullable Action action(String action) {
    return actions.get(action);
  }
}
