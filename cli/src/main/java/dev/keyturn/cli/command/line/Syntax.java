package dev.keyturn.cli.command.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options and words of a command. Immutable. */
public final class Syntax {

  /**
   * Options that change how a command starts.
   *
   * @param start the other start-up class
   * @param options any of these options
   */
  public record Starting(Start start, List<Option> options) {}

  private final List<Option> common;
  private final List<Option> rare;
  private final List<Argument<?>> arguments;
  private final List<Starting> starts;

  private Syntax(
      List<Option> common, List<Option> rare, List<Argument<?>> arguments, List<Starting> starts) {
    this.common = common;
    this.rare = rare;
    this.arguments = arguments;
    this.starts = starts;
  }

  /** These options, in the order of help, and those of every command. */
  public static Syntax of(Option... options) {
    return new Syntax(List.of(options), List.of(), List.of(), List.of());
  }

  /** Also these options. */
  public Syntax with(List<? extends Option> options) {
    return new Syntax(joined(common, options), rare, arguments, starts);
  }

  /** Also these rarely needed options; help shows them last. */
  public Syntax rarely(List<? extends Option> options) {
    return new Syntax(common, joined(rare, options), arguments, starts);
  }

  /** Also these rarely needed options; help shows them last. */
  public Syntax rarely(Option... options) {
    return rarely(List.of(options));
  }

  /** And these words, in this order. */
  public Syntax taking(Argument<?>... words) {
    return new Syntax(common, rare, joined(arguments, List.of(words)), starts);
  }

  /** With one of {@code options}, the command starts differently. */
  public Syntax starting(Start start, Option... options) {
    Starting more = new Starting(start, List.of(options));
    return new Syntax(common, rare, arguments, joined(starts, List.of(more)));
  }

  private static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }

  /** The common options. */
  public List<Option> common() {
    return common;
  }

  /** The rarely needed options. */
  public List<Option> rare() {
    return rare;
  }

  /** Its words. */
  public List<Argument<?>> arguments() {
    return arguments;
  }

  /** The options that change how the command starts. */
  public List<Starting> starts() {
    return starts;
  }

  /** All its options, including help and debug. */
  public List<Option> options() {
    return joined(joined(common, rare), CommonOptions.ALL);
  }

  /** The option called {@code name}; null if there is none. */
  public @Nullable Option option(String name) {
    Option found = find(common, name);
    found = found == null ? find(rare, name) : found;
    return found == null ? find(CommonOptions.ALL, name) : found;
  }

  private static @Nullable Option find(List<Option> options, String name) {
    for (Option option : options) {
      if (option.isCalled(name)) {
        return option;
      }
    }
    return null;
  }

  /** Whether an option has this name, including its dashes. */
  public boolean has(String name) {
    return option(name) != null;
  }

  boolean has(Option option) {
    return option(option.name()) == option;
  }

  /** The argument that takes the words after {@code --}; null if they are ordinary words. */
  @Nullable Argument<?> command() {
    return last(Argument.Count.AFTER_DASHES);
  }

  /** Whether every word is passed on to another program. */
  public boolean passesEverythingOn() {
    return last(Argument.Count.EVERYTHING) != null;
  }

  private @Nullable Argument<?> last(Argument.Count count) {
    Argument<?> last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
    return last != null && last.count() == count ? last : null;
  }

  /** {@code [OPTION...] [PROFILE]}. */
  public String synopsis() {
    String words = words();
    if (passesEverythingOn()) {
      return words;
    }
    return words.isEmpty() ? "[OPTION...]" : "[OPTION...] " + words;
  }

  /** The same without options. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (Argument<?> argument : arguments) {
      words.append(words.isEmpty() ? "" : " ").append(argument.synopsis());
    }
    return words.toString();
  }
}
