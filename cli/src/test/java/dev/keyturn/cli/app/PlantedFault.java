package dev.keyturn.cli.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is wrong, and what {@code keyturn doctor} says of it.
 *
 * @param name what is wrong
 * @param level how serious it is
 * @param check the check that finds it
 * @param said what is said of it, its hint included
 * @param repair whether {@code --fix} repairs it
 * @param plant makes it wrong
 */
record PlantedFault(
    String name, String level, String check, String said, Repair repair, Planting plant) {

  /** Who repairs it. */
  enum Repair {
    BY_A_PERSON,
    BY_FIX
  }

  /** Makes something wrong. */
  interface Planting {
    void in(DoctorHome home) throws IOException;

    /** This, then another. */
    default Planting andThen(Planting other) {
      return home -> {
        in(home);
        other.in(home);
      };
    }
  }

  /** One that a person repairs. */
  static PlantedFault planted(
      String name, String level, String check, String said, Planting plant) {
    return new PlantedFault(name, level, check, said, Repair.BY_A_PERSON, plant);
  }

  /** One that {@code --fix} repairs. */
  static PlantedFault fixable(
      String name, String level, String check, String said, Planting plant) {
    return new PlantedFault(name, level, check, said, Repair.BY_FIX, plant);
  }

  /** Variables of the environment. */
  static Planting variables(String... settings) {
    return home -> {
      for (String setting : settings) {
        int equals = setting.indexOf('=');
        home.set(setting.substring(0, equals), setting.substring(equals + 1));
      }
    };
  }

  /** Lines more in the config file. */
  static Planting config(String lines) {
    return home -> home.write(".aws/config", DoctorHome.CONFIG + lines);
  }

  /** Another config file, for another endpoint than that of the variable. */
  static Planting onlyConfig(String lines) {
    return home -> {
      home.unset("AWS_ENDPOINT_URL");
      home.write(".aws/config", lines);
    };
  }

  /** Other keys in the credentials file. */
  static Planting keys(String section, String id, String secret, String... more) {
    return home ->
        home.write(
            ".aws/credentials",
            ("[" + section + "]\naws_access_key_id = " + id + "\naws_secret_access_key = ")
                + (secret + "\n" + String.join("\n", more) + "\n"));
  }

  /** The credentials file with a part of it changed. */
  static Planting changed(String part, String other) {
    return home -> home.write(".aws/credentials", DoctorHome.KEYS.replace(part, other));
  }

  /** Another mode of a file. */
  static Planting mode(String file, String mode) {
    return home -> home.mode(file, mode);
  }

  /** A clock that is off. */
  static Planting clock(long seconds) {
    return home -> home.advance(Duration.ofSeconds(seconds));
  }

  /** A home folder that is a work tree of git. */
  static void workTree(DoctorHome home, String... words) throws IOException {
    home.pass("git", Path.of("/usr/bin/git"));
    git(home, "init", "-q");
    if (words.length > 0) {
      git(home, words);
    }
  }

  private static void git(DoctorHome home, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("/usr/bin/git");
    command.addAll(List.of(words));
    try {
      new ProcessBuilder(command)
          .directory(home.path(".").toFile())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return check + ": " + name;
  }
}
