package dev.keyturn.adapter.awsfile;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** A home folder in memory with the two AWS files, for tests of what is read and written. */
public final class TestFiles {

  public final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
  public final List<String> locked = new ArrayList<>();

  /** A home with a config file of this text. */
  public static TestFiles config(String text) {
    return new TestFiles().with("config", text);
  }

  /** A home with a credentials file of this text. */
  public static TestFiles credentials(String text) {
    return new TestFiles().with("credentials", text);
  }

  public TestFiles with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public TestFiles with(String name, byte[] bytes) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.write(path(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path(String name) {
    return disk.getPath("/home/ada/.aws", name);
  }

  public AwsFiles files() {
    return new AwsFiles(Map.of("HOME", "/home/ada"), "/nowhere", disk, this::lock);
  }

  private Locks.Held lock(String name, Duration wait) {
    locked.add(name);
    return () -> locked.remove(name);
  }

  public AwsConfiguration read() {
    return files().read();
  }

  /** The failure that reading ends in. */
  public Failure failure() {
    try {
      read();
    } catch (FailureException e) {
      return e.failure();
    }
    return Assertions.fail("the files are read without a failure");
  }

  /** The rule that the failure of reading names, with its line. */
  public String broken() {
    FileFailure.Broken broken = (FileFailure.Broken) failure();
    return broken.line() + ": " + broken.rule();
  }

  /** The values of all profiles. */
  public Map<String, Map<String, String>> profiles() {
    return valuesOf(read().profiles());
  }

  public Section profile(String name) {
    return read().profile(name).orElseThrow();
  }

  public Setting setting(String profile, String key) {
    return profile(profile).setting(key).orElseThrow();
  }

  /** The sections that are ignored, with their lines. */
  public List<String> ignored() {
    return read().ignored().stream()
        .map(section -> "[" + section.text() + "]:" + section.origin().line())
        .toList();
  }

  public static Map<String, Map<String, String>> valuesOf(Map<String, Section> sections) {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    for (Section section : sections.values()) {
      Map<String, String> settings = new LinkedHashMap<>();
      for (Setting setting : section.settings().values()) {
        settings.put(setting.name(), setting.value());
      }
      values.put(section.name(), settings);
    }
    return values;
  }
}
