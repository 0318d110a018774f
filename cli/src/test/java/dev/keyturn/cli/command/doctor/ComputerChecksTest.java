package dev.keyturn.cli.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.WorkTrees;
import dev.keyturn.cli.command.port.computer.Computer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputerChecksTest {

  /** A computer with keys in {@code .env}, and nothing else. */
  private static final class OnlyDotenv implements Computer {
    private final String content;

    OnlyDotenv(String content) {
      this.content = content;
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
    public List<String> lines(String path) {
      return path.equals(".env") ? content.lines().toList() : List.of();
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
    public Optional<String> versionOf(String program) {
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
        .filteredOn(finding -> finding.check() == CheckName.DOTENV)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.level()).isEqualTo(level);
          assertThat(finding.hint()).isEqualTo(hint);
        });
  }

  @Test
  void a_file_without_keys_concerns_nobody() {
    assertThat(findings("A=1\n", WorkTrees.State.TRACKED))
        .extracting(Finding::check)
        .doesNotContain(CheckName.DOTENV);
  }

  private static List<Finding> findings(String dotenv, WorkTrees.State state) {
    ComputerChecks checks = new ComputerChecks(new OnlyDotenv(dotenv), file -> state, "/state");
    return new Checkup().run(checks.all(null));
  }
}
