package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.file.Downloads;
import dev.keyturn.cli.command.port.file.TextFiles;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.YesNo;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.iam.csv.AccessKeyCsv;
import dev.keyturn.domain.migration.NewProfile;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.rule.LogicalProfiles;
import dev.keyturn.domain.profile.setting.RegionRule;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answers that {@code setup} needs: from options, else from the user at the terminal. */
public final class SetupAnswers {

  static final ValueOption<String> CSV =
      Option.file("--csv", "Take the access key from this CSV file of AWS.");

  static final ValueOption<String> KEY_ID =
      Option.text("--access-key-id", "ID", "Access key ID (default: ask).");

  static final ValueOption<String> SECRET =
      new ValueOption<>(
          "--secret-access-key",
          Value.secret("SECRET"),
          "Secret access key; - reads it from standard input (default: ask).");

  static final ValueOption<String> REGION =
      Option.text("--region", "REGION", "Region of the profile (default: ask; with --yes none).");

  private final Terminal terminal;
  private final Input input;
  private final TextFiles files;
  private final Downloads downloads;

  public SetupAnswers(Terminal terminal, Input input, TextFiles files, Downloads downloads) {
    this.terminal = terminal;
    this.input = input;
    this.files = files;
    this.downloads = downloads;
  }

  /**
   * An access key and its origin.
   *
   * @param file the CSV file that has it; empty where it was typed
   */
  record GivenKey(AccessKey key, String file) {}

  /** Explains what will happen, before the first question. */
  void introduce(Arguments arguments, AwsConfiguration files) {
    if (canAsk() && !Confirmation.YES.in(arguments)) {
      Stream.of(
              "Four steps from an access key to the first session; completed ones are skipped:",
              "  1. the access key of an IAM user, from AWS's CSV file or typed",
              "  2. the profile, in these files; you see the change first:",
              "       " + files.configFile(),
              "       " + files.credentialsFile(),
              "  3. an MFA device, if the user has none",
              "  4. the first session, with an MFA code",
              "Nothing is written unless you agree. Ctrl-C stops.")
          .forEach(terminal::show);
    }
  }

  boolean canAsk() {
    return terminal.isPresent();
  }

  /**
   * The profile if none is typed: {@code implicit}, unless the user names another. If that is only
   * a missing default, the first profile is proposed.
   */
  String profile(Arguments arguments, AwsConfiguration configuration, String implicit) {
    if (!canAsk() || Confirmation.YES.in(arguments)) {
      return implicit;
    }
    List<String> known = LogicalProfiles.of(configuration);
    boolean isMissing = implicit.equals(ProfileChoice.DEFAULT) && !known.contains(implicit);
    String proposed = isMissing && !known.isEmpty() ? known.get(0) : implicit;
    return or(terminal.ask("Profile [" + proposed + "]: "), proposed);
  }

  /**
   * The access key.
   *
   * @throws FailureException {@code NoTerminal}, naming the options, when nobody can be asked
   */
  GivenKey key(Arguments arguments) {
    if (CSV.isIn(arguments)) {
      return inFile(CSV.in(arguments, ""));
    }
    if (!KEY_ID.isIn(arguments)) {
      requireTerminal(arguments, CSV, "FILE", "access keys");
      String file = downloaded(arguments);
      if (!file.isEmpty()) {
        return inFile(file);
      }
    }
    String id = KEY_ID.in(arguments).orElseGet(this::keyId);
    if (AccessKey.mayBeSecret(id)) {
      throw new Failure.Usage(
              "the access key ID looks like a secret access key",
              arguments.typed().with(KEY_ID, "ID"))
          .exception();
    }
    return new GivenKey(new AccessKey(id, Secret.of(secret(arguments))), "");
  }

  /** The CSV file that the person agrees to; empty for none. Of several, one has to be chosen. */
  private String downloaded(Arguments arguments) {
    List<String> found = downloads.accessKeyFiles();
    for (String file : found) {
      String question = "Use the access key in " + file + "?";
      if (found.size() == 1 ? agrees(arguments, question) : yes(question)) {
        return file;
      }
    }
    return "";
  }

  /**
   * The CSV file with the key that a profile has already, which is the one that is given, or else
   * one among the downloads; empty for none.
   *
   * @throws FailureException {@code ForbiddenTarget} when another key is given
   */
  String fileOfSameKey(Arguments arguments, AwsConfiguration configuration, String profile) {
    Map<String, String> ids = NewProfile.keyIds(configuration, profile);
    String file = CSV.in(arguments, "");
    String id = file.isEmpty() ? KEY_ID.in(arguments, "") : inFile(file).key().id();
    if (!id.isEmpty() && !ids.containsValue(id)) {
      throw otherKey(ids, profile, file).exception();
    }
    return file.isEmpty()
        ? downloads.accessKeyFiles().stream()
            .filter(found -> hasOneOf(ids.values(), found))
            .findFirst()
            .orElse("")
        : file;
  }

  private boolean hasOneOf(Collection<String> ids, String file) {
    try {
      return AccessKeyCsv.parse(file, files.read(file), false).stream()
          .anyMatch(entry -> ids.contains(entry.key().id()));
    } catch (FailureException e) {
      // It is not what was given.
      return false;
    }
  }

  private static ProfileFailure otherKey(
      Map<String, String> sections, String profile, String file) {
    String section = sections.keySet().stream().findFirst().orElse(profile);
    String id = AccessKey.shown(sections.getOrDefault(section, ""));
    String has = id.isEmpty() ? "credentials of another kind" : "access key " + id;
    return new ProfileFailure.ForbiddenTarget(
        section,
        "[" + section + "] has " + has + "; setup will not replace it",
        file.isEmpty()
            ? ShellCommand.of("keyturn", "keys", "rotate", profile)
            : ShellCommand.of("keyturn", "import", file, "-p", section, "--force"));
  }

  private String keyId() {
    while (true) {
      String id = required("Access key ID: ", false);
      if (!AccessKey.mayBeSecret(id)) {
        return id;
      }
      terminal.show("that looks like a secret access key; an ID is like AKIAIOSFODNN7EXAMPLE");
    }
  }

  private String secret(Arguments arguments) {
    String given = SECRET.in(arguments, "");
    if (given.equals("-")) {
      return ofInput();
    }
    if (given.isEmpty()) {
      requireTerminal(arguments, SECRET, "-", "the secret access key");
      return required("Secret access key: ", true);
    }
    return given;
  }

  private String ofInput() {
    String line = input.line();
    if (line.isBlank()) {
      throw new Failure.Usage("standard input has no secret access key", "keyturn setup --help")
          .exception();
    }
    return line.strip();
  }

  private GivenKey inFile(String file) {
    List<AccessKeyCsv.Entry> entries = AccessKeyCsv.parse(file, files.read(file), false);
    if (entries.size() != 1) {
      throw new Failure.Usage(
              file + " has " + entries.size() + " access keys; setup takes a file with one",
              ShellCommand.of("keyturn", "import", file))
          .exception();
    }
    return new GivenKey(entries.get(0).key(), file);
  }

  /**
   * Checks that the region, if given, is valid.
   *
   * @throws FailureException {@code Usage} for an invalid region
   */
  void checkRegion(Arguments arguments) {
    String given = REGION.in(arguments, "");
    if (!given.isEmpty() && !isRegion(given)) {
      throw new Failure.Usage(
              "'" + given + "' is not the name of a region",
              arguments.typed().with(REGION, "eu-west-1"))
          .exception();
    }
  }

  /** The region; empty for none. */
  String region(Arguments arguments) {
    String given = REGION.in(arguments, "");
    if (!given.isEmpty()) {
      return given;
    }
    while (canAsk() && !Confirmation.YES.in(arguments)) {
      String answer = terminal.ask("Region, such as eu-west-1 [none]: ").strip();
      if (answer.isEmpty() || isRegion(answer)) {
        return answer;
      }
      terminal.show("'" + answer + "' is not the name of a region; press Enter for none");
    }
    return "";
  }

  private static boolean isRegion(String text) {
    return RegionRule.isHostLabel(text) && text.contains("-");
  }

  /** Whether the person says yes, or just presses Enter, or has agreed beforehand. */
  boolean agrees(Arguments arguments, String question) {
    return Confirmation.YES.in(arguments) || yes(question);
  }

  private boolean yes(String question) {
    return YesNo.isYesOrEnter(terminal, question);
  }

  private String required(String prompt, boolean secret) {
    while (true) {
      String answer = secret ? terminal.askSecret(prompt) : terminal.ask(prompt);
      if (!answer.isBlank()) {
        return answer.strip();
      }
    }
  }

  private void requireTerminal(
      Arguments arguments, ValueOption<String> option, String value, String what) {
    if (!canAsk()) {
      throw new Failure.NoTerminal(
              "setup needs " + what + ", but there is no terminal to ask on",
              arguments.typed().with(option, value))
          .exception();
    }
  }

  private static String or(String answer, String otherwise) {
    return answer.isBlank() ? otherwise : answer.strip();
  }
}
