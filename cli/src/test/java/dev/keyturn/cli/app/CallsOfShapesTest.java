package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.domain.profile.plan.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a login of each shape of a profile costs, by the log of a local AWS that checks everything:
 * the first time, at once again, and after its session's end.
 */
class CallsOfShapesTest {

  private static final Path SHAPES = Path.of("src", "test", "resources", "shapes");
  private static final Path FOLDER = Path.of("target", "shapes").toAbsolutePath();
  private static final Pattern ACTION = Pattern.compile("\"Action\":\"(\\w+)\"");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final HeldClock CLOCK = new HeldClock(NOON);

  @SuppressWarnings("NullAway.Init")
  private static SandboxProcess sandbox;

  @BeforeAll
  static void a_sandbox() throws IOException {
    String company = Files.readString(SHAPES.resolve("company.json"));
    sandbox = SandboxProcess.start(SandboxProcess.classes(), FOLDER, company, NOON);
  }

  @AfterAll
  static void the_sandbox_ends() {
    sandbox.close();
  }

  static List<Shape> shapes() {
    return Shape.all(SHAPES.resolve("shapes.txt"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void a_login_costs_what_the_table_says(Shape shape) {
    StoryHome home = StoryHome.create(FOLDER.resolve("home"), shape.files());
    List<Shape.Step> happened = new ArrayList<>();
    for (Shape.Step step : shape.steps()) {
      // A second more, since a session is valid until its last second; and each device has a new
      // code.
      pass(step.after().equals("now") ? Duration.ofMinutes(1) : time(step).plusSeconds(1));
      happened.add(new Shape.Step(step.after(), cost(shape, home)));
    }
    assertThat(happened).isEqualTo(shape.steps());
  }

  private static Duration time(Shape.Step step) {
    return Durations.parse(step.after().substring(1));
  }

  private static void pass(Duration duration) {
    CLOCK.advance(duration);
    sandbox.advance(duration);
  }

  private static String cost(Shape shape, StoryHome home) {
    int before = sandbox.log().length();
    Map<String, String> environment = new HashMap<>(shape.environment());
    environment.put("HOME", home.folder().toString());
    environment.put("AWS_ENDPOINT_URL", sandbox.url());
    List<String> typed = shape.devices().stream().map(device -> sandbox.code(device, 0)).toList();
    Outcome outcome =
        new InsideTheTest(CLOCK)
            .run(new Invocation(shape.words(), environment, home.folder(), "", typed, false));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    int codes = Collections.frequency(outcome.screen(), Outcome.TYPED);
    return cost(codes, sandbox.log().substring(before));
  }

  private static String cost(int codes, String log) {
    Map<String, Integer> calls = new TreeMap<>();
    ACTION.matcher(log).results().forEach(call -> calls.merge(call.group(1), 1, Integer::sum));
    if (codes == 0 && calls.isEmpty()) {
      return "nothing";
    }
    String asked = codes == 0 ? "" : codes + (codes == 1 ? " code: " : " codes: ");
    return calls.entrySet().stream()
        .map(call -> call.getKey() + " " + call.getValue())
        .collect(Collectors.joining(", ", asked, ""));
  }
}
