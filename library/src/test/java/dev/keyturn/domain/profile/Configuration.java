package dev.keyturn.domain.profile;

import com.google.common.jimfs.Jimfs;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.util.Map;

/** The two files of a test, read by the real reader: {@code /config} and {@code /credentials}. */
public final class Configuration {

  private Configuration() {}

  /** What the files say. */
  public static AwsConfiguration of(String config, String credentials) {
    try (FileSystem files = Jimfs.newFileSystem(com.google.common.jimfs.Configuration.unix())) {
      Files.writeString(files.getPath("/config"), config);
      Files.writeString(files.getPath("/credentials"), credentials);
      Map<String, String> environment =
          Map.of("AWS_CONFIG_FILE", "/config", "AWS_SHARED_CREDENTIALS_FILE", "/credentials");
      return new AwsFiles(environment, "/", files, (name, wait) -> () -> {}).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
