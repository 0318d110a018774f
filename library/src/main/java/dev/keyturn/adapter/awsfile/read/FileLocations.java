package dev.keyturn.adapter.awsfile.read;

import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.FilePlaces;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.FileKind;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the two AWS files are, by the rules the AWS SDKs share (AWS SDKs and Tools Reference Guide,
 * "Finding and changing the location of the shared config and credentials files").
 *
 * @param home the home folder
 * @param config the config file
 * @param credentials the credentials file
 */
public record FileLocations(String home, Path config, Path credentials) implements FilePlaces {

  /**
   * Finds the files. The variables {@code AWS_CONFIG_FILE} and {@code AWS_SHARED_CREDENTIALS_FILE}
   * take precedence over {@code ~/.aws/config} and {@code ~/.aws/credentials}; an empty variable
   * counts as unset.
   *
   * @param environment the environment variables
   * @param home the home folder where the environment names none
   * @param files the file system; one that separates by {@code \} is taken for Windows
   */
  public static FileLocations of(Map<String, String> environment, String home, FileSystem files) {
    String folder = home(environment, home, files);
    return new FileLocations(
        folder,
        location(Variable.AWS_CONFIG_FILE.in(environment), folder, "config", files),
        location(
            Variable.AWS_SHARED_CREDENTIALS_FILE.in(environment), folder, "credentials", files));
  }

  /** The path of the file of a kind. */
  public Path of(FileKind kind) {
    return switch (kind) {
      case CONFIG -> config;
      case CREDENTIALS -> credentials;
    };
  }

  @Override
  public String location(FileKind kind) {
    return of(kind).toString();
  }

  @Override
  public FileKind kindOf(String file) {
    Path path = normal(named(file));
    for (FileKind kind : FileKind.values()) {
      if (path.equals(normal(of(kind)))) {
        return kind;
      }
    }
    Path name = path.getFileName();
    boolean named = name != null && name.toString().contains("credentials");
    return named ? FileKind.CREDENTIALS : FileKind.CONFIG;
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  @Override
  public boolean isOpenToOthers(String file) {
    return LockedFile.isOpenToOthers(named(file));
  }

  /** The file that a user calls {@code name}, where {@code ~/} is the home folder as well. */
  public Path named(String name) {
    return location(name, home, name, config.getFileSystem());
  }

  /** {@code HOME} on every platform, then what Windows has. */
  private static String home(Map<String, String> environment, String home, FileSystem files) {
    String named = environment.get("HOME");
    if (isMissing(named) && isWindows(files)) {
      named = environment.get("USERPROFILE");
      if (isMissing(named) && environment.containsKey("HOMEPATH")) {
        named = environment.getOrDefault("HOMEDRIVE", "") + environment.get("HOMEPATH");
      }
    }
    return named == null || named.isEmpty() ? home : named;
  }

  private static Path location(@Nullable String named, String home, String name, FileSystem files) {
    String location = named == null || named.isEmpty() ? null : expanded(named, home, files);
    try {
      return location == null ? files.getPath(home, ".aws", name) : files.getPath(location);
    } catch (InvalidPathException e) {
      throw new FileFailure.Unreadable(location == null ? home : location, "this is not a path")
          .exception(e);
    }
  }

  /** {@code ~} means the home folder only before a separator; {@code ~user} is a plain name. */
  private static String expanded(String location, String home, FileSystem files) {
    boolean expands = location.startsWith("~/") || (isWindows(files) && location.startsWith("~\\"));
    return expands ? home + location.substring(1) : location;
  }

  private static boolean isWindows(FileSystem files) {
    return files.getSeparator().equals("\\");
  }

  private static boolean isMissing(@Nullable String value) {
    return value == null || value.isEmpty();
  }
}
