package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Work that outlives its sessions, by every client at once, under {@code keyturn exec --server}.
 * For three minutes with sessions of 45 seconds: {@code -Dkeyturn.session.seconds=45
 * -Dkeyturn.loop.seconds=180}. It runs beside the other tests, so that nobody waits for it.
 */
@DisabledOnOs(OS.WINDOWS)
@Execution(ExecutionMode.CONCURRENT)
class LongWorkIT {

  private static final int SESSION_SECONDS = Integer.getInteger("keyturn.session.seconds", 8);
  private static final int LOOP_SECONDS = Integer.getInteger("keyturn.loop.seconds", 20);
  private static final String KEYTURN = BuildOutput.LAUNCHER.toString();
  private static final String READER = "arn:aws:sts::123456789012:assumed-role/reader/alice";

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void start() throws Exception {
    for (Sdk sdk : Sdk.all()) {
      sdk.require();
    }
    company = Company.start(home, SESSION_SECONDS);
  }

  @AfterEach
  void stop() {
    if (company != null) {
      company.close();
    }
  }

  /** The environment also has keys that this AWS does not know: a client that uses them fails. */
  private Process exec(List<String> program) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    environment.put("AWS_PROFILE", "default");
    List<String> command = new ArrayList<>(List.of(KEYTURN, "exec", "--server", "reader", "--"));
    command.addAll(program);
    return Company.start(command, environment);
  }

  @Test
  void calls_that_go_on_while_sessions_end_never_fail() throws Exception {
    Map<Sdk, Process> loops = new EnumMap<>(Sdk.class);
    for (Sdk sdk : Sdk.all()) {
      loops.put(sdk, exec(sdk.loop(company, LOOP_SECONDS)));
    }
    for (Map.Entry<Sdk, Process> loop : loops.entrySet()) {
      String printed = Company.output(loop.getValue());
      assertThat(printed).as(loop.getKey().name()).startsWith(READER + " ");
      int keys = Integer.parseInt(printed.substring(READER.length() + 1));
      assertThat(keys).as(loop.getKey().name()).isGreaterThan(LOOP_SECONDS / SESSION_SECONDS / 2);
    }
  }
}
