package dev.keyturn.domain.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.edit.AwsFileRepairs;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.lock.Locks;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLintTest {

  /** Line 2 is a finding in {@code user}, line 5 in {@code admin}, line 8 in {@code other}. */
  private static final String FILE =
      """
      [profile user]
      region = x # in user
      [profile admin]
      source_profile = user
      region = x # in admin
      [profile other]
      source_profile = other
      region = x # in other
      """;

  @TempDir private Path home = Path.of("");

  private List<Integer> lines(String config, String... profiles) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), config);
    Locks locks = (name, wait) -> () -> {};
    FileLocations places = FileLocations.of(Map.of(), home.toString(), FileSystems.getDefault());
    StateFolder state = new StateFolder(home.resolve("state"));
    FileEditJournal journal =
        new FileEditJournal(state, FileSystems.getDefault(), locks, Clock.systemUTC());
    ProfileLint lint =
        new ProfileLint(
            new AwsFileRepairs(places, locks, journal),
            new AwsFiles(places, locks, FileReads.unnoticed()));
    return lint.of(List.of(profiles)).stream().map(finding -> finding.origin().line()).toList();
  }

  @Test
  void a_profile_has_the_findings_of_its_section() throws IOException {
    assertThat(lines(FILE, "user")).containsExactly(2);
    assertThat(lines(FILE, "user", "other")).containsExactly(2, 8);
    assertThat(lines(FILE, "nobody")).isEmpty();
  }

  @Test
  void a_role_has_those_of_its_source_too() throws IOException {
    assertThat(lines(FILE, "admin")).containsExactly(2, 5);
  }

  @Test
  void what_belongs_to_a_profile_by_name_has_them_too() throws IOException {
    String suffixed = "[profile x-long-term]\nregion = x # a\n[profile x-mfa]\nregion = x # b\n";

    assertThat(lines(suffixed, "x")).containsExactly(2, 4);
    assertThat(lines("[profile \"x\"]\nregion = x # a\n", "x")).containsExactly(1);
  }

  @Test
  void what_keeps_a_tool_from_reading_the_file_concerns_every_profile() throws IOException {
    String twice = FILE + "[profile third]\nregion = x\nregion = y\n";

    assertThat(lines(twice, "nobody")).containsExactly(11);
    assertThat(lines("no equals sign\n" + FILE, "user")).contains(1, 3);
  }

  @Test
  void the_AWS_CLI_gives_every_profile_what_DEFAULT_says() throws IOException {
    assertThat(lines("[DEFAULT]\nregion = x\n" + FILE, "nobody")).containsExactly(1);
  }
}
