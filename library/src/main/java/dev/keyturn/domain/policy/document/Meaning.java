package dev.keyturn.domain.policy.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reduces a policy to its meaning, so that two can be compared. */
record Meaning(LanguageVersion version, Set<OfStatement> statements) {

  record OfStatement(
      Effect effect,
      @Nullable OfNames principals,
      OfNames actions,
      @Nullable OfNames resources,
      Set<OfCondition> conditions) {}

  record OfNames(boolean excluded, Set<String> names) {}

  record OfCondition(Condition.Test test, String key, Set<String> values) {}

  static Meaning of(Policy policy) {
    return new Meaning(policy.version(), set(policy.statements(), Meaning::of));
  }

  private static OfStatement of(Statement statement) {
    Names resources = statement.resources();
    return new OfStatement(
        statement.effect(),
        of(statement.principals()),
        of(statement.actions(), action -> action.source().toLowerCase(Locale.ROOT)),
        resources == null ? null : of(resources, TextPattern::source),
        set(statement.conditions(), Meaning::of));
  }

  private static @Nullable OfNames of(@Nullable Principals principals) {
    return principals == null
        ? null
        : new OfNames(principals.excluded(), set(principals.names(), Meaning::of));
  }

  private static String of(Principals.Name name) {
    String[] parts = name.value().split(":", 6);
    boolean root = parts.length == 6 && parts[5].equals("root");
    return name.type() + " " + (root ? parts[4] : name.value());
  }

  private static OfNames of(Names names, Function<TextPattern, String> text) {
    return new OfNames(names.excluded(), set(names.patterns(), text));
  }

  private static OfCondition of(Condition condition) {
    return new OfCondition(
        condition.test(),
        condition.key().toLowerCase(Locale.ROOT),
        set(condition.values(), value -> text(value, condition.test().operator().type())));
  }

  private static String text(TextPattern value, Operator.Type type) {
    String source = value.source();
    return switch (type) {
      case BOOLEAN, PRESENCE, STRING_IGNORING_CASE -> source.toLowerCase(Locale.ROOT);
      case STRING, STRING_PATTERN, NUMBER, DATE, BINARY, ADDRESS, ARN -> source;
    };
  }

  private static <T, R> Set<R> set(List<T> values, Function<T, R> meaning) {
    return values.stream().map(meaning).collect(Collectors.toUnmodifiableSet());
  }
}
