package dev.keyturn.adapter.awsfile.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.keyturn.domain.failure.FailureException;
import java.nio.file.FileSystem;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where the two files are looked for. */
class FileLocationsTest {

  private static final FileSystem UNIX = Jimfs.newFileSystem(Configuration.unix());
  private static final FileSystem WINDOWS = Jimfs.newFileSystem(Configuration.windows());

  @Test
  void by_default_they_are_in_the_folder_aws_of_the_home_folder() {
    FileLocations locations = FileLocations.of(Map.of("HOME", "/home/ada"), "/x", UNIX);

    assertThat(locations.config()).hasToString("/home/ada/.aws/config");
    assertThat(locations.credentials()).hasToString("/home/ada/.aws/credentials");
  }

  @Test
  void the_two_variables_replace_the_defaults() {
    FileLocations locations =
        FileLocations.of(
            Map.of("AWS_CONFIG_FILE", "/c", "AWS_SHARED_CREDENTIALS_FILE", "d/e"), "/x", UNIX);

    assertThat(locations.config()).hasToString("/c");
    assertThat(locations.credentials()).hasToString("d/e");
  }

  @Test
  void an_empty_variable_counts_as_none() {
    assertThat(FileLocations.of(Map.of("AWS_CONFIG_FILE", "", "HOME", ""), "/x", UNIX).config())
        .hasToString("/x/.aws/config");
  }

  @Test
  void HOME_comes_first_on_Windows_too() {
    Map<String, String> environment = Map.of("HOME", "C:\\home", "USERPROFILE", "C:\\Users\\ada");

    assertThat(FileLocations.of(environment, "C:\\x", WINDOWS).config())
        .hasToString("C:\\home\\.aws\\config");
  }

  @Test
  void Windows_falls_back_to_USERPROFILE_then_to_HOMEDRIVE_and_HOMEPATH() {
    Map<String, String> homeDrive = Map.of("HOMEDRIVE", "D:", "HOMEPATH", "\\ada");
    Map<String, String> both =
        Map.of("HOMEDRIVE", "D:", "HOMEPATH", "\\ada", "USERPROFILE", "C:\\Users\\ada");

    assertThat(FileLocations.of(both, "C:\\x", WINDOWS).config())
        .hasToString("C:\\Users\\ada\\.aws\\config");
    assertThat(FileLocations.of(homeDrive, "C:\\x", WINDOWS).config())
        .hasToString("D:\\ada\\.aws\\config");
  }

  @Test
  void other_systems_do_not_look_at_the_variables_of_Windows() {
    assertThat(FileLocations.of(Map.of("USERPROFILE", "/w"), "/x", UNIX).config())
        .hasToString("/x/.aws/config");
  }

  @Test
  void a_tilde_in_front_of_a_separator_is_the_home_folder() {
    assertThat(config("~/a/~/b")).isEqualTo("/home/ada/a/~/b");
    assertThat(
            FileLocations.of(
                    Map.of("HOME", "C:\\home", "AWS_CONFIG_FILE", "~\\b"), "C:\\x", WINDOWS)
                .config())
        .hasToString("C:\\home\\b");
  }

  @Test
  void any_other_tilde_is_part_of_a_name() {
    assertThat(config("~user/config")).isEqualTo("~user/config");
    assertThat(config("a/~/b")).isEqualTo("a/~/b");
    assertThat(config("~")).isEqualTo("~");
  }

  @Test
  void a_variable_that_is_not_a_path_is_reported() {
    Assertions.assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> config("a\0b"))
        .withMessageContaining("not a path");
  }

  private static String config(String variable) {
    return FileLocations.of(Map.of("HOME", "/home/ada", "AWS_CONFIG_FILE", variable), "/x", UNIX)
        .config()
        .toString();
  }
}
