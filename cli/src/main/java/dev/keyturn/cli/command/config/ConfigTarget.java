package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Options;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The setting that {@code config get|set|unset} is about: by name, or raw, as a key in a section of
 * a file.
 */
public final class ConfigTarget {

  private static final String GET = "keyturn config get profile.NAME.KEY";
  private static final String SET = "keyturn config set profile.NAME.KEY VALUE";
  private static final String UNSET = "keyturn config unset profile.NAME.KEY";

  private final Map<String, String> environment;
  private final ProfileFiles files;
  private final FilePlaces places;
  private final Settings settings;

  /** Built on its ports. */
  public ConfigTarget(
      Map<String, String> environment, ProfileFiles files, FilePlaces places, Settings settings) {
    this.environment = environment;
    this.files = files;
    this.places = places;
    this.settings = settings;
  }

  /** Declares KEY and, for {@code words} of two, VALUE. */
  static void declare(CommandSpec spec, int words) {
    spec.addOption(Options.option("FILE", "This file, not where the AWS tools look.", "--file"));
    spec.addOption(
        Options.option("SECTION", "The text between the brackets; KEY is then bare.", "--section"));
    spec.addOption(
        Options.option("PROFILE", "The profile of a KEY that names none.", "-p", "--profile"));
    spec.addPositional(
        Options.positionals(
            words,
            words == 1 ? "KEY" : "KEY VALUE",
            "KEY is profile.NAME.KEY, default.KEY or KEY; KEY.KEY is nested."
                + (words == 1 ? "" : " VALUE - reads standard input or asks.")));
  }

  /** The positional arguments, which must be as many as {@link #declare} said. */
  static List<String> words(Arguments arguments, int words, String usage) {
    List<String> given = arguments.positionals();
    if (given.size() != words) {
      throw new Failure.Usage(words == 1 ? "give a KEY" : "give a KEY and a VALUE", usage)
          .exception();
    }
    return given;
  }

  Optional<String> value(Arguments arguments) {
    String key = words(arguments, 1, "keyturn config get --help").get(0);
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

  /** Sets the key, and says where. */
  Place set(Arguments arguments, String key, String value) {
    if (!isRaw(arguments)) {
      return settings.set(name(arguments, key, SET), value, "config set");
    }
    Place place = place(arguments, key, SET);
    settings.set(place, rawKey(arguments, key, SET), value, "config set");
    return place;
  }

  void unset(Arguments arguments) {
    String key = words(arguments, 1, "keyturn config unset --help").get(0);
    if (isRaw(arguments)) {
      settings.unset(place(arguments, key, UNSET), rawKey(arguments, key, UNSET), "config unset");
    } else {
      settings.unset(name(arguments, key, UNSET), "config unset");
    }
  }

  private static boolean isRaw(Arguments arguments) {
    return arguments.has("--file") || arguments.has("--section");
  }

  /** Without {@code --section}, the name says which section of the file is meant. */
  private Place place(Arguments arguments, String key, String usage) {
    FileKind kind =
        arguments
            .text("--file")
            .map(places::kindOf)
            .orElseGet(() -> kindOf(arguments.text("--section").orElse(""), key));
    String file = arguments.text("--file").orElseGet(() -> places.location(kind));
    String section =
        arguments.text("--section").orElseGet(() -> name(arguments, key, usage).section(kind));
    return new Place(kind, file, section);
  }

  /** Of the AWS files, the one that AWS tools keep such a key in. */
  private static FileKind kindOf(String section, String key) {
    boolean prefixed = section.strip().indexOf(' ') >= 0;
    boolean credential = SettingName.isCredential(key);
    return credential && !prefixed ? FileKind.CREDENTIALS : FileKind.CONFIG;
  }

  private String rawKey(Arguments arguments, String key, String usage) {
    return arguments.has("--section") ? key : name(arguments, key, usage).key();
  }

  private SettingName name(Arguments arguments, String key, String usage) {
    String current =
        arguments.text("--profile").orElseGet(() -> ProfileChoice.implicit(environment).name());
    return SettingName.parse(key, current, name -> files.read().profile(name).isPresent(), usage);
  }

  /** The profile {@code default} may be missing, as the AWS tools have it. */
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
