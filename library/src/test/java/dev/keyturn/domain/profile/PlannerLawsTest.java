package dev.keyturn.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.plan.Durations;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What is true of every plan, whatever the files and the environment say. */
class PlannerLawsTest {

  private static final String SECRET = "do-not-print-me";

  private static final List<String> NAMES =
      List.of("a", "b", "c", "a-long-term", "a-default", "b-long-term", "a-mfa", "default");

  private static final Map<String, List<String>> SETTINGS =
      Map.ofEntries(
          Map.entry("aws_access_key_id", List.of("AKIAX", "ASIAX", "x", "")),
          Map.entry("aws_secret_access_key", List.of(SECRET)),
          Map.entry("aws_session_token", List.of(SECRET, "")),
          Map.entry("aws_security_token", List.of(SECRET)),
          Map.entry("role_arn", List.of("arn:aws:iam::1:role/r", "arn:aws-cn:iam::1:role/r", "x")),
          Map.entry("source_profile", NAMES),
          Map.entry("credential_source", List.of("Environment", "EcsContainer", "x")),
          Map.entry("mfa_serial", List.of("GAHT12345678", "arn:aws:iam::1:mfa/a", ":")),
          Map.entry("aws_mfa_device", List.of("arn:aws:iam::1:u2f/user/a/key")),
          Map.entry("aws_arn_mfa", List.of("arn:aws:iam::2:mfa/a")),
          Map.entry("assume_role", List.of("arn:aws:iam::1:role/s")),
          Map.entry("duration_seconds", List.of("900", "43200", "1", "x", "")),
          Map.entry("region", List.of("eu-west-1", "cn-north-1", "..")),
          Map.entry("credential_process", List.of("tool", "keyturn credential-process a", "\"")),
          Map.entry("web_identity_token_file", List.of("/t")),
          Map.entry("sso_account_id", List.of("1")),
          Map.entry("sso_session", List.of("s")),
          Map.entry("aws_account_id", List.of("1", "x")),
          Map.entry("user_arn", List.of("arn:aws:iam::1:user/a", "x")),
          Map.entry("endpoint_url", List.of("https://e", "http://e", "x y")),
          Map.entry("services", List.of("s")));

  private static SessionPlan planOrRefusal(
      Map<String, Map<String, String>> files, Requests request) {
    StringBuilder text = new StringBuilder();
    files.forEach((name, settings) -> {
      text.append('[').append(name).append("]\n");
      settings.forEach((key, value) -> text.append(key + " = " + value + "\n"));
    });
    return Plans.plan(Configuration.of("", text.toString()), request.build());
  }

  @Property(tries = 3000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void a_plan_is_sound_or_refused_for_a_stated_reason(
      @ForAll("files") Map<String, Map<String, String>> files,
      @ForAll("requests") Requests request) {
    SessionPlan plan;
    try {
      plan = planOrRefusal(files, request);
    } catch (FailureException e) {
      assertTellable(e.failure());
      Statistics.collect("refused");
      return;
    }
    Statistics.collect("planned");
    Statistics.coverage(outcomes -> outcomes.check("planned").percentage(share -> share > 10));
    assertThat(plan.toString()).doesNotContain(SECRET);
    assertOneCodeFirst(plan.steps());
    assertPossible(plan.steps());
    assertHarmless(plan, files);
  }

  private static void assertTellable(Failure failure) {
    assertThat(failure.message()).isNotBlank().doesNotContain(SECRET, "\n");
    assertThat(failure.hint()).isNotBlank().doesNotContain(SECRET);
  }

  /** One code works once, and only long-term keys can ask for a session. */
  private static void assertOneCodeFirst(List<Step> steps) {
    for (Step step : steps.subList(Math.min(1, steps.size()), steps.size())) {
      assertThat(step).isInstanceOf(Step.AssumeRole.class);
      assertThat(step.mfa()).isFalse();
    }
  }

  private static void assertPossible(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      boolean role = steps.get(i) instanceof Step.AssumeRole;
      Durations.Range range = role ? Durations.Range.ROLE : Durations.Range.SESSION;
      assertThat(range.contains(steps.get(i).duration())).isTrue();
      if (i > 0) {
        assertThat(steps.get(i).duration()).isLessThanOrEqualTo(Duration.ofHours(1));
      }
    }
  }

  /** Where a session is made, it replaces nothing but another session. */
  private static void assertHarmless(SessionPlan plan, Map<String, Map<String, String>> files) {
    Target target = plan.target();
    if (target == null || plan.steps().isEmpty()) {
      return;
    }
    Map<String, String> section = files.getOrDefault(target.section(), Map.of());
    if (!section.getOrDefault("aws_access_key_id", "").isEmpty()) {
      assertThat(section.get("aws_access_key_id")).startsWith("ASIA");
      assertThat(section)
          .containsAnyOf(
              Map.entry("aws_session_token", SECRET), Map.entry("aws_security_token", SECRET));
    }
  }

  @Provide
  Arbitrary<Map<String, Map<String, String>>> files() {
    Arbitrary<Map.Entry<String, String>> setting =
        Arbitraries.of(SETTINGS.entrySet())
            .flatMap(entry ->
                Arbitraries.of(entry.getValue()).map(value -> Map.entry(entry.getKey(), value)));
    Arbitrary<Map<String, String>> section =
        Combinators.combine(setting.list().ofMaxSize(3), Arbitraries.of(true, false))
            .as(PlannerLawsTest::section);
    return Arbitraries.maps(Arbitraries.of(NAMES), section).ofMaxSize(6);
  }

  private static Map<String, String> section(
      List<Map.Entry<String, String>> settings, boolean withKeys) {
    Map<String, String> section = new LinkedHashMap<>();
    if (withKeys) {
      section.put("aws_access_key_id", "AKIAX");
      section.put("aws_secret_access_key", SECRET);
    }
    settings.forEach(setting -> section.put(setting.getKey(), setting.getValue()));
    return section;
  }

  @Provide
  Arbitrary<Requests> requests() {
    Arbitrary<Map<String, String>> environment =
        Arbitraries.of(
            Map.of(),
            Map.of("AWS_ACCESS_KEY_ID", "AKIAE"),
            Map.of("AWS_ACCESS_KEY_ID", "AKIAE", "AWS_SECRET_ACCESS_KEY", SECRET),
            Map.of("AWS_REGION", "us-gov-west-1"),
            Map.of("AWS_MFA_SERIAL", "GAHT12345678"),
            Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"));
    return Combinators.combine(
            Arbitraries.of(NAMES),
            Arbitraries.of("", "900", "2h", "36h"),
            Arbitraries.of("", "arn:aws:iam::1:role/o"),
            Arbitraries.of("", "b", "new"),
            environment)
        .as(PlannerLawsTest::request);
  }

  private static Requests request(
      String profile, String duration, String role, String saveAs, Map<String, String> variables) {
    Requests request = Requests.to(profile).implicit();
    new HashMap<>(variables).forEach(request::with);
    if (!duration.isEmpty()) {
      request.duration(duration);
    }
    if (!role.isEmpty()) {
      request.role(role);
    }
    return saveAs.isEmpty() ? request : request.saveAs(saveAs);
  }
}
