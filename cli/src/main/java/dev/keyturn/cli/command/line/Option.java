package dev.keyturn.cli.command.line;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command-line option. A command declares each of its options once, as a constant, and reads it
 * through that constant: {@code FORCE.in(arguments)}.
 */
public abstract sealed class Option permits Flag, ValueOption, RepeatedOption {

  private final List<String> names;
  private final String text;

  /**
   * An option as shown in help.
   *
   * @param names one long name, perhaps after a short one: {@code "-d, --duration"}
   * @param text what it does, with unit, range and default
   */
  Option(String names, String text) {
    int comma = names.indexOf(", ");
    this.names =
        comma < 0
            ? List.of(names)
            : List.of(names.substring(0, comma), names.substring(comma + ", ".length()));
    this.text = text;
  }

  /** An option without a value. */
  public static Flag flag(String names, String text) {
    return new Flag(names, text);
  }

  /** An option with any text; {@code label} is the name of the value in help. */
  public static ValueOption<String> text(String names, String label, String text) {
    return new ValueOption<>(names, Value.text(label), text);
  }

  /** An option with any text, which may be given more than once. */
  public static RepeatedOption<String> texts(String names, String label, String text) {
    return new RepeatedOption<>(names, Value.text(label), text);
  }

  /** An option with the path of a file. */
  public static ValueOption<String> file(String names, String text) {
    return new ValueOption<>(names, Value.FILE, text);
  }

  /** An option with the path of a folder. */
  public static ValueOption<String> folder(String names, String text) {
    return new ValueOption<>(names, Value.FOLDER, text);
  }

  /** An option with a duration such as {@code 12h}. */
  public static ValueOption<Duration> duration(String names, String text) {
    return new ValueOption<>(names, new DurationValue(null), text);
  }

  /** An option with a duration in {@code range}. */
  public static ValueOption<Duration> duration(String names, Durations.Range range, String text) {
    return new ValueOption<>(names, new DurationValue(range), text);
  }

  private static final class DurationValue extends Value<Duration> {
    private final Durations.@Nullable Range range;

    DurationValue(Durations.@Nullable Range range) {
      super("DURATION", "12h");
      this.range = range;
    }

    @Override
    public Duration parse(String text) {
      Duration duration = Durations.parse(text);
      if (range != null && !range.contains(duration)) {
        throw new Failure.Usage(
                "'" + text + "' is out of range: a session lasts " + range.describe(), "")
            .exception();
      }
      return duration;
    }
  }

  /** Its names, the long one last. */
  public final List<String> names() {
    return names;
  }

  /** The long name. */
  public final String name() {
    return names.get(names.size() - 1);
  }

  /** What it does. */
  public final String text() {
    return text;
  }

  /** Its value; null if it has none. */
  public abstract @Nullable Value<?> value();

  /** Whether it was given. */
  public final boolean isIn(Arguments arguments) {
    return arguments.has(this);
  }

  final boolean isCalled(String word) {
    return names.contains(word);
  }

  @Override
  public final String toString() {
    return name();
  }
}
