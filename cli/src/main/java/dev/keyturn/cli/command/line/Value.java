package dev.keyturn.cli.command.line;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The type of an option's value or of a word: its notation and its parser.
 *
 * @param <T> the type of the parsed value
 */
public abstract class Value<T> {

  /** What a shell can complete in addition to a fixed list of words. */
  public enum Completion {
    /** Nothing. */
    NONE,
    /** Names of files. */
    FILES,
    /** Names of profiles. */
    PROFILES,
    /** Names of Keyturn's commands. */
    COMMANDS
  }

  /** The path of a file. */
  public static final Value<String> FILE = new Text("FILE", Completion.FILES, false);

  /** The path of a folder. Shells complete the names of files too. */
  public static final Value<String> FOLDER = new Text("FOLDER", Completion.FILES, false);

  /** The path of a file, or another text; its name in help is {@code label}. */
  public static Value<String> fileOr(String label) {
    return new Text(label, Completion.FILES, false);
  }

  /** The name of a profile. */
  public static final Value<String> PROFILE = new Text("PROFILE", Completion.PROFILES, false);

  /** A word of a command's name. */
  public static final Value<String> COMMAND = new Text("COMMAND", Completion.COMMANDS, false);

  /** The name of a profile, or the code that follows such names. */
  public static final Value<String> PROFILE_OR_CODE =
      new Text("PROFILE|CODE", Completion.PROFILES, false);

  private final String label;
  private final String example;

  /**
   * A value that not every text is valid for.
   *
   * @param label its name in help
   * @param example a valid example
   */
  protected Value(String label, String example) {
    this.label = label;
    this.example = example;
  }

  /** Any text; its name in help is {@code label}. */
  public static Value<String> text(String label) {
    return new Text(label, Completion.NONE, false);
  }

  /** Any text; it must not be repeated on the screen. */
  public static Value<String> secret(String label) {
    return new Text(label, Completion.NONE, true);
  }

  /** One of some words, the names of {@code constants} in lower case. */
  public static <E extends Enum<E>> Value<E> oneOf(E[] constants) {
    return new Choice<>(List.of(constants), constant -> "");
  }

  /** The same, also accepting the words of {@code others}, which messages do not list. */
  public static <E extends Enum<E>> Value<E> oneOf(E[] constants, Function<E, String> others) {
    return new Choice<>(List.of(constants), others);
  }

  /** A whole number from {@code least} to {@code most}. */
  public static Value<Integer> number(int least, int most, int example) {
    return new WholeNumber(least, most, example);
  }

  /**
   * Parses {@code text}.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, for an invalid value; only its
   *     message is used
   */
  public abstract T parse(String text);

  /** Its name in help. */
  public final String label() {
    return label;
  }

  /** A valid example. */
  public final String example() {
    return example;
  }

  /** {@code word} in a line that is shown: quoted if necessary, and neither a secret nor a code. */
  final String shown(String word) {
    if (isSecret()) {
      return label;
    }
    return isCode(word) && completion() != Completion.NONE ? "CODE" : ShellCommand.of(word);
  }

  static boolean isCode(String word) {
    return word.length() > 3 && word.replace(" ", "").matches("[0-9]+");
  }

  /** All values; empty if they cannot be listed. */
  public List<String> choices() {
    return List.of();
  }

  /** What a shell can complete. */
  public Completion completion() {
    return Completion.NONE;
  }

  /** Whether it must not be repeated on the screen. */
  public boolean isSecret() {
    return false;
  }

  private static final class Text extends Value<String> {
    private final Completion completion;
    private final boolean secret;

    Text(String label, Completion completion, boolean secret) {
      super(label, label);
      this.completion = completion;
      this.secret = secret;
    }

    @Override
    public String parse(String text) {
      return text;
    }

    @Override
    public Completion completion() {
      return completion;
    }

    @Override
    public boolean isSecret() {
      return secret;
    }
  }

  private static final class Choice<E extends Enum<E>> extends Value<E> {
    private final List<E> constants;
    private final Function<E, String> others;

    Choice(List<E> constants, Function<E, String> others) {
      super(String.join("|", words(constants)), word(constants.get(0)));
      this.constants = constants;
      this.others = others;
    }

    private static <E extends Enum<E>> List<String> words(List<E> constants) {
      List<String> words = new ArrayList<>();
      for (E constant : constants) {
        words.add(word(constant));
      }
      return words;
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E parse(String text) {
      for (E constant : constants) {
        if (word(constant).equals(text) || others.apply(constant).equals(text)) {
          return constant;
        }
      }
      throw new Failure.Usage("'" + text + "' is not one of " + list(words(constants)), "")
          .exception();
    }

    private static String list(List<String> words) {
      int last = words.size() - 1;
      return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    @Override
    public List<String> choices() {
      return words(constants);
    }
  }

  private static final class WholeNumber extends Value<Integer> {
    private final int least;
    private final int most;

    WholeNumber(int least, int most, int example) {
      super("N", Integer.toString(example));
      this.least = least;
      this.most = most;
    }

    @Override
    public Integer parse(String text) {
      int number = digits(text) ? Integer.parseInt(text) : -1;
      if (number < least || number > most) {
        throw new Failure.Usage("'" + text + "' is not a number from " + least + " to " + most, "")
            .exception();
      }
      return number;
    }

    private static boolean digits(String text) {
      boolean digits = !text.isEmpty() && text.length() < 10;
      for (int i = 0; i < text.length(); i++) {
        digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
      }
      return digits;
    }
  }
}
