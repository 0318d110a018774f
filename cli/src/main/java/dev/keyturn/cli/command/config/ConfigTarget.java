package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.edit.FilePlaces;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.NearestName;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * The setting that {@code config get|set|unset} is about: by name, or raw, as a key in a section of
 * a file.
 */
public final class ConfigTarget {

  /** The prefix of a name that includes the profile. */
  private static final List<String> NAMED = List.of("profile.", "default.", "plugins.", "preview.");

  static final Argument<String> KEY =
      Argument.required(
          Value.text("KEY"),
          "Name of the setting: profile.NAME.KEY, default.KEY or KEY; KEY.KEY for a nested one.");

  private static final ValueOption<String> PROFILE =
      new ValueOption<>(
          "-p, --profile",
          Value.PROFILE,
          "Profile to use when KEY names none (default: AWS_PROFILE, then default).");

  private static final ValueOption<String> FILE =
      Option.file("--file", "Use FILE instead of the default AWS files.");

  private static final ValueOption<String> SECTION =
      Option.text(
          "--section", "SECTION", "Section header without its brackets; KEY is then a plain key.");

  static final Argument<String> VALUE =
      Argument.required(
          Value.secret("VALUE"), "The value; - reads it from standard input, or asks for it.");

  /** The options that name a setting besides KEY. */
  static final List<Option> OPTIONS = List.of(PROFILE, FILE, SECTION);

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final FilePlaces places;
  private final Settings settings;

  public ConfigTarget(
      Map<String, String> environment, ProfileFiles files, FilePlaces places, Settings settings) {
    this.environment = environment;
    this.files = files;
    this.places = places;
    this.settings = settings;
  }

  Optional<String> value(Arguments arguments) {
    String key = KEY.onlyIn(arguments);
    if (isRaw(arguments)) {
      return settings.value(
          place(arguments, key, named(arguments)), rawKey(arguments, key, named(arguments)));
    }
    SettingName name = name(arguments, key, named(arguments));
    Optional<String> value = settings.value(name);
    if (value.isEmpty()) {
      checkExists(name);
    }
    return value;
  }

  /** Sets the key, and returns where. */
  Place set(Arguments arguments, String key, String value) {
    if (!isRaw(arguments)) {
      return settings.set(name(arguments, key, valued(arguments)), value, "config set");
    }
    Place place = place(arguments, key, valued(arguments));
    settings.set(place, rawKey(arguments, key, valued(arguments)), value, "config set");
    return place;
  }

  void unset(Arguments arguments) {
    String key = KEY.onlyIn(arguments);
    if (isRaw(arguments)) {
      settings.unset(
          place(arguments, key, named(arguments)),
          rawKey(arguments, key, named(arguments)),
          "config unset");
    } else {
      settings.unset(name(arguments, key, named(arguments)), "config unset");
    }
  }

  /** The line that the user typed, with another name. */
  private static UnaryOperator<String> named(Arguments arguments) {
    return name -> arguments.typed().with(KEY, name);
  }

  /** The same; instead of a value that may be secret, the line asks for one. */
  private static UnaryOperator<String> valued(Arguments arguments) {
    String value = VALUE.onlyIn(arguments);
    return name -> {
      boolean secret = SettingName.isCredential(name.substring(name.lastIndexOf('.') + 1));
      String shown = " " + (secret ? "-" : ShellCommand.of(value));
      String line = named(arguments).apply(name);
      int end = line.indexOf(ShellCommand.of(name)) + ShellCommand.of(name).length();
      String label = " " + VALUE.value().label();
      return line.substring(0, end)
          + line.substring(end).replaceFirst(label, Matcher.quoteReplacement(shown));
    };
  }

  /** {@code key}, which names at most a profile, with what is missing. */
  private static String withKey(String key) {
    return key.endsWith(".") ? "profile.NAME.KEY" : key + ".KEY";
  }

  private static boolean isRaw(Arguments arguments) {
    return FILE.isIn(arguments) || SECTION.isIn(arguments);
  }

  /** Without {@code --section}, the name determines the section of the file. */
  private Place place(Arguments arguments, String key, UnaryOperator<String> line) {
    FileKind kind =
        FILE.in(arguments)
            .map(places::kindOf)
            .orElseGet(() -> kindOf(SECTION.in(arguments).orElse(""), key));
    String file = FILE.in(arguments).orElseGet(() -> places.location(kind));
    String section =
        SECTION.in(arguments).orElseGet(() -> name(arguments, key, line).section(kind));
    return new Place(kind, file, section);
  }

  /** The AWS file in which AWS tools keep such a key. */
  private static FileKind kindOf(String section, String key) {
    boolean prefixed = section.strip().indexOf(' ') >= 0;
    boolean credential = SettingName.isCredential(key);
    return credential && !prefixed ? FileKind.CREDENTIALS : FileKind.CONFIG;
  }

  private String rawKey(Arguments arguments, String key, UnaryOperator<String> line) {
    return SECTION.isIn(arguments) ? key : name(arguments, key, line).key();
  }

  private SettingName name(Arguments arguments, String key, UnaryOperator<String> line) {
    if (!PROFILE.isIn(arguments)) {
      checkNotOfProfile(key, line);
    }
    String current =
        PROFILE.in(arguments).orElseGet(() -> ProfileChoice.implicit(environment).name());
    return SettingName.parse(key, current, this::isProfile, line.apply(withKey(key)));
  }

  /**
   * {@code NAME.KEY} would be a nested setting of the current profile in the config file, which
   * cannot be meant if NAME is a profile or KEY is a credential.
   */
  private void checkNotOfProfile(String key, UnaryOperator<String> line) {
    if (NAMED.stream().anyMatch(key::startsWith)) {
      return;
    }
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      String name = key.substring(0, dot);
      if (SettingName.isCredential(key.substring(dot + 1)) || isProfile(name)) {
        throw new Failure.Usage(
                "settings of profile '" + name + "' are named profile." + name + ".KEY",
                line.apply("profile." + key))
            .exception();
      }
    }
  }

  private boolean isProfile(String name) {
    return files.read().profile(name).isPresent();
  }

  /** The profile {@code default} may be missing, as for AWS tools. */
  private void checkExists(SettingName name) {
    if (name.profile().isEmpty() || name.profile().equals("default")) {
      return;
    }
    AwsConfiguration configuration = files.read();
    if (configuration.profile(name.profile()).isEmpty()) {
      throw new ProfileFailure.Unknown(
              name.profile(),
              configuration.configFile() + " or " + configuration.credentialsFile(),
              NearestName.of(name.profile(), configuration.profiles().keySet()))
          .exception();
    }
  }
}
