package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A Java program, with a client of the AWS SDK on the provider, runs across the ends of its
 * sessions. They live for 24 s here, or for {@code -Dsession.seconds}.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class AcrossTheEndIT {

  private static final int SECONDS = Integer.getInteger("session.seconds", 24);

  /** The second role session is made at half the life of the first, and outlives it by as much. */
  private static final int RUN = SECONDS * 3 / 2 + 4;

  @Test
  void a_java_program_goes_on_where_its_sessions_end() throws Exception {
    try (PromptedHome home =
        new PromptedHome("across-the-end", "--session-seconds", Integer.toString(SECONDS))) {
      Process program = home.java("admin", Integer.toString(RUN), "3");
      while (program.isAlive()) {
        home.answer(0);
        Thread.sleep(200);
      }
      List<String> answers = PromptedHome.output(program).lines().toList();
      assertThat(answers).allMatch(line -> line.contains("assumed-role/admin/alice"));
      int sessions = (int) answers.stream().map(PromptedHome::key).distinct().count();
      assertThat(sessions).isGreaterThanOrEqualTo(3);
      // The session of the user ended as well: another code, never the same one twice.
      assertThat(home.calls()).containsEntry("AssumeRole", sessions);
      assertThat(home.calls().get("GetSessionToken")).isBetween(2, sessions);
    }
  }
}
