package dev.keyturn.sandbox.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of one Query-protocol request, by their wire names. Immutable. */
public final class Parameters {
  private final Map<String, String> values;

  public Parameters(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The parameters of a protocol without any. */
  public static Parameters none() {
    return new Parameters(Map.of());
  }

  /**
   * Refuses with every broken constraint at once, as AWS does.
   *
   * @throws AwsError ValidationError
   */
  public void check(List<Shape> shapes) {
    List<String> violations = new ArrayList<>();
    for (Shape shape : shapes) {
      violations.addAll(shape.violations(given(shape.name())));
    }
    if (!violations.isEmpty()) {
      String errors = violations.size() == 1 ? " validation error" : " validation errors";
      throw AwsError.validation(
          violations.size() + errors + " detected: " + String.join("; ", violations));
    }
    shapes.forEach(shape -> shape.requireCharacters(values.get(shape.name())));
  }

  /** What constraints are about: of a list, that it has a member. */
  private @Nullable String given(String name) {
    String value = values.get(name);
    boolean isList =
        value == null
            && values.keySet().stream().anyMatch(key -> key.startsWith(name + ".member."));
    return isList ? "" : value;
  }

  public @Nullable String text(String name) {
    return values.get(name);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** A parameter whose {@link Shape} is required. */
  public String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("the action declares no required shape for " + name);
    }
    return value;
  }

  /** A parameter whose {@link Shape} is a number. */
  public int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /**
   * True or false.
   *
   * @throws AwsError ValidationError for anything but true and false
   */
  public boolean flag(String name, boolean otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw AwsError.validation("Invalid value for parameter " + name + ": not a boolean");
    }
    return value.equals("true");
  }

  /** The members of {@code NAME.member.1}, {@code NAME.member.2}, …, up to the first gap. */
  public List<String> list(String name) {
    List<String> members = new ArrayList<>();
    for (int i = 1; values.containsKey(name + ".member." + i); i++) {
      members.add(required(name + ".member." + i));
    }
    return members;
  }

  /**
   * The structures {@code NAME.member.1.Key=…}, …, up to the first gap, as their own parameters.
   */
  public List<Parameters> structures(String name) {
    String prefix = name + ".member.";
    Map<String, Map<String, String>> byNumber = new HashMap<>();
    values.forEach((key, value) -> {
      int dot = key.startsWith(prefix) ? key.indexOf('.', prefix.length()) : -1;
      if (dot > 0) {
        byNumber
            .computeIfAbsent(key.substring(prefix.length(), dot), number -> new HashMap<>())
            .put(key.substring(dot + 1), value);
      }
    });
    List<Parameters> members = new ArrayList<>();
    for (int i = 1; byNumber.containsKey(Integer.toString(i)); i++) {
      members.add(new Parameters(byNumber.getOrDefault(Integer.toString(i), Map.of())));
    }
    return members;
  }
}
