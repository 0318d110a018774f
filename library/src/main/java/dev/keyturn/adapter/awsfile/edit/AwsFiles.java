package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.IgnoredSection;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two AWS files where the environment says they are. Thread-safe. */
public final class AwsFiles implements ProfileFiles {

  private final FileLocations locations;
  private final Locks locks;
  private final FileReads reads;

  /**
   * Finds the files; touches nothing yet.
   *
   * @param environment the environment variables, of which {@code AWS_CONFIG_FILE}, {@code
   *     AWS_SHARED_CREDENTIALS_FILE} and {@code HOME} count, and on Windows {@code USERPROFILE},
   *     {@code HOMEDRIVE} and {@code HOMEPATH}
   * @param home the home folder where the environment names none
   * @param files the file system they are on
   * @param locks the locks under which they are changed
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable} when a
   *     variable is not a path
   */
  public AwsFiles(Map<String, String> environment, String home, FileSystem files, Locks locks) {
    this(FileLocations.of(environment, home, files), locks, FileReads.unnoticed());
  }

  /** The files at {@code locations}; {@code reads} is notified when they are read. */
  public AwsFiles(FileLocations locations, Locks locks, FileReads reads) {
    this.locations = locations;
    this.locks = locks;
    this.reads = reads;
  }

  @Override
  public AwsConfiguration read() {
    return configuration(contents(FileKind.CONFIG), contents(FileKind.CREDENTIALS));
  }

  @Override
  public String text(String path) {
    Path file = locations.config().getFileSystem().getPath(path);
    reads.reading(file);
    return LockedFile.text(file);
  }

  @Override
  public List<String> paths() {
    return List.of(absolute(locations.config()), absolute(locations.credentials()));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  @Override
  public void edit(FileKind kind, Edit edit) {
    Path path = locations.of(kind);
    try (LockedFile locked = LockedFile.lock(path, locks)) {
      AwsFile before = AwsFile.of(locked.bytes());
      AwsFileReader.Contents edited =
          AwsFileReader.read(before, kind, path.toString(), Encoding.LENIENT);
      AwsConfiguration current =
          switch (kind) {
            case CONFIG -> configuration(edited, contents(FileKind.CREDENTIALS));
            case CREDENTIALS -> configuration(contents(FileKind.CONFIG), edited);
          };
      AwsFile after = AwsFileEdit.apply(before, kind, path.toString(), edit.decide(current));
      locked.replace(after.bytes());
    }
  }

  @Override
  public void checkWritable(FileKind kind) {
    LockedFile.checkReplaceable(locations.of(kind));
  }

  private AwsFileReader.Contents contents(FileKind kind) {
    Path path = locations.of(kind);
    reads.reading(path);
    AwsFile file = AwsFile.of(LockedFile.read(path));
    return AwsFileReader.read(file, kind, path.toString(), Encoding.CHECKED);
  }

  private AwsConfiguration configuration(
      AwsFileReader.Contents config, AwsFileReader.Contents credentials) {
    return configuration(locations, config, credentials);
  }

  /** Both files merged. */
  static AwsConfiguration configuration(
      FileLocations locations, AwsFileReader.Contents config, AwsFileReader.Contents credentials) {
    List<IgnoredSection> ignored = new ArrayList<>(config.ignored());
    ignored.addAll(credentials.ignored());
    return new AwsConfiguration(
        locations.config().toString(),
        locations.credentials().toString(),
        merged(config.profiles(), credentials.profiles()),
        credentials.profiles(),
        config.unprefixed(),
        config.ssoSessions(),
        config.services(),
        Collections.unmodifiableList(ignored));
  }

  /**
   * A profile in both files has the settings of both; for a setting in both files the credentials
   * file takes precedence.
   */
  private static Map<String, Section> merged(
      Map<String, Section> config, Map<String, Section> credentials) {
    Map<String, Section> profiles = new LinkedHashMap<>(config);
    for (Section section : credentials.values()) {
      Section before = profiles.get(section.name());
      profiles.put(section.name(), before == null ? section : merged(before, section));
    }
    return Collections.unmodifiableMap(profiles);
  }

  private static Section merged(Section config, Section credentials) {
    Map<String, Setting> settings = new LinkedHashMap<>(config.settings());
    settings.putAll(credentials.settings());
    return new Section(config.name(), config.origin(), Collections.unmodifiableMap(settings));
  }
}
