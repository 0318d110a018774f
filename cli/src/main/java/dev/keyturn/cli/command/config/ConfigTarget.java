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

/**
 * The setting that {@code config get|set|unset} is about: by name, or raw, as a key in a section of
 * a file.
 */
public final class ConfigTarget {

  private static final String NAME = "profile.NAME.KEY";
  private static final String GET = "keyturn config get " + NAME;
  private static final String SET = "keyturn config set " + NAME + " VALUE";
  private static final String UNSET = "keyturn config unset " + NAME;

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
      return settings.value(place(arguments, key, GET), rawKey(arguments, key, GET));
    }
    SettingName name = name(arguments, key, GET);
    Optional<String> value = settings.value(name);
    if (value.isEmpty()) {
      checkExists(name);
    }
    return value;
  }

  /** Sets the key, and returns where. */
  Place set(Arguments arguments, String key, String value) {
    if (!isRaw(arguments)) {
      return settings.set(name(arguments, key, SET), value, "config set");
    }
    Place place = place(arguments, key, SET);
    settings.set(place, rawKey(arguments, key, SET), value, "config set");
    return place;
  }

  void unset(Arguments arguments) {
    String key = KEY.onlyIn(arguments);
    if (isRaw(arguments)) {
      settings.unset(place(arguments, key, UNSET), rawKey(arguments, key, UNSET), "config unset");
    } else {
      settings.unset(name(arguments, key, UNSET), "config unset");
    }
  }

  private static boolean isRaw(Arguments arguments) {
    return FILE.isIn(arguments) || SECTION.isIn(arguments);
  }

  /** Without {@code --section}, the name determines the section of the file. */
  private Place place(Arguments arguments, String key, String usage) {
    FileKind kind =
        FILE.in(arguments)
            .map(places::kindOf)
            .orElseGet(() -> kindOf(SECTION.in(arguments).orElse(""), key));
    String file = FILE.in(arguments).orElseGet(() -> places.location(kind));
    String section =
        SECTION.in(arguments).orElseGet(() -> name(arguments, key, usage).section(kind));
    return new Place(kind, file, section);
  }

  /** The AWS file in which AWS tools keep such a key. */
  private static FileKind kindOf(String section, String key) {
    boolean prefixed = section.strip().indexOf(' ') >= 0;
    boolean credential = SettingName.isCredential(key);
    return credential && !prefixed ? FileKind.CREDENTIALS : FileKind.CONFIG;
  }

  private String rawKey(Arguments arguments, String key, String usage) {
    return SECTION.isIn(arguments) ? key : name(arguments, key, usage).key();
  }

  private SettingName name(Arguments arguments, String key, String usage) {
    if (!PROFILE.isIn(arguments)) {
      checkNotOfProfile(key, usage);
    }
    String current =
        PROFILE.in(arguments).orElseGet(() -> ProfileChoice.implicit(environment).name());
    return SettingName.parse(key, current, this::isProfile, usage);
  }

  /**
   * {@code NAME.KEY} would be a nested setting of the current profile in the config file, which
   * cannot be meant if NAME is a profile or KEY is a credential.
   */
  private void checkNotOfProfile(String key, String usage) {
    if (NAMED.stream().anyMatch(key::startsWith)) {
      return;
    }
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      String name = key.substring(0, dot);
      if (SettingName.isCredential(key.substring(dot + 1)) || isProfile(name)) {
        throw new Failure.Usage(
                "settings of profile '" + name + "' are named profile." + name + ".KEY",
                usage.replace(NAME, ShellCommand.of("profile." + key)))
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
