package dev.keyturn.cli.command.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.WorkTrees;
import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputerChecksTest {

  private static final String KEYS = "[jo]\naws_secret_access_key = x\n";
  private static final WorkTrees TRACKED = file -> WorkTrees.State.TRACKED;
  private static final AwsConfiguration NO_PROFILES =
      new AwsConfiguration(
          "/home/jo/.aws/config",
          "/home/jo/.aws/credentials",
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of());

  /** A computer with keys in {@code .env}, and nothing else. */
  private static final class OnlyDotenv implements Computer {
    private final String content;
    private final String credentials;

    OnlyDotenv(String content, String credentials) {
      this.content = content;
      this.credentials = credentials;
    }

    @Override
    public String home() {
      return "/home/jo";
    }

    @Override
    public String description() {
      return "a computer";
    }

    @Override
    public Optional<Found> look(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<Found> nearest(String path) {
      return Optional.empty();
    }

    @Override
    public boolean isWritable(String folder) {
      return false;
    }

    @Override
    public List<String> lines(String path) {
      return (path.equals(".env") ? content : credentials).lines().toList();
    }

    @Override
    public void makePrivate(String path) {
      throw new AssertionError(path);
    }

    @Override
    public boolean isInstalled(String program) {
      return false;
    }

    @Override
    public Optional<String> program(String name) {
      return Optional.empty();
    }

    @Override
    public List<Found> inside(String folder) {
      return List.of();
    }

    @Override
    public Optional<String> answerOf(String program, List<String> words) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRACKED, FAIL, git rm --cached .env",
    "NOT_IGNORED, WARN, echo .env >> .gitignore",
    "UNKNOWN, WARN, git status .env",
    "IGNORED, OK, ''",
    "NONE, OK, ''"
  })
  void keys_in_a_file_that_git_takes_are_found(WorkTrees.State state, Level level, String hint) {
    assertThat(findings("A=1\nAWS_SECRET_ACCESS_KEY=x\n", state))
        .filteredOn(finding -> finding.check() == CheckName.GIT)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.level()).isEqualTo(level);
          assertThat(finding.hint()).isEqualTo(hint);
        });
  }

  @Test
  void git_may_take_a_file_without_keys() {
    assertThat(findings("A=1\n", WorkTrees.State.TRACKED))
        .filteredOn(finding -> finding.check() == CheckName.GIT)
        .extracting(Finding::level)
        .containsExactly(Level.OK);
  }

  @Test
  void a_credentials_file_that_git_tracks_is_found() {
    ComputerChecks checks = new ComputerChecks(new OnlyDotenv("", KEYS), TRACKED);
    assertThat(found(checks))
        .filteredOn(finding -> finding.check() == CheckName.GIT)
        .extracting(Finding::hint)
        .containsExactly("git -C /home/jo/.aws rm --cached credentials");
  }

  private static List<Finding> findings(String dotenv, WorkTrees.State state) {
    ComputerChecks checks = new ComputerChecks(new OnlyDotenv(dotenv, ""), file -> state);
    return found(checks);
  }

  private static List<Finding> found(ComputerChecks checks) {
    return checks.of(NO_PROFILES).stream().flatMap(check -> check.work().get().stream()).toList();
  }
}
