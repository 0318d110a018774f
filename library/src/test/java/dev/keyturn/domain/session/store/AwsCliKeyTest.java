package dev.keyturn.domain.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.profile.plan.SessionTag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected names are those of botocore 1.29, asked with the same arguments. */
class AwsCliKeyTest {

  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final String ROLE =
      """
      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = user
      """;
  private static final String USER = "[user]\n" + Plans.KEYS + "mfa_serial = " + DEVICE + "\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mfa_serial = arn:aws:iam::123456789012:mfa/alice |"
            + " c08bbcd61d2960e17757c33319b79219a44dea4e",
        "output = json | 85df843ebbf3964c64e26d66d796d302b1a7a5ff",
        "mfa_serial = arn:aws:iam::123456789012:mfa/alice; duration_seconds = 43200"
            + " | f3dec3e2deeecb433c36c6f1d7d0b54223f90e96",
        "mfa_serial = arn:aws:iam::123456789012:mfa/alice; external_id = example"
            + " | 61992c65e67e1940f37d7915e4135db4a332b38d",
        "mfa_serial = arn:aws:iam::123456789012:mfa/alice; role_session_name = alice-reads"
            + " | aba96fe48c73c964f395a76a9070b981a8721242",
        "mfa_serial = GAHT12345678; role_session_name = alice; external_id = a:b/c;"
            + " duration_seconds = +0900 | b8401ac2bf57c30e4289e2803f4a861e82f58d4c",
      })
  void each_option_enters_the_name_as_botocore_has_it(String settings, String name) {
    AwsConfiguration files = read(ROLE + settings.replace("; ", "\n") + "\n");
    assertThat(key(files, PlanRequest.of("admin", Map.of()))).map(AwsCliKey::name).contains(name);
  }

  @Test
  void a_duration_that_is_not_a_number_is_left_out() {
    assertThat(key(read(ROLE + "duration_seconds = 1h\n"), PlanRequest.of("admin", Map.of())))
        .map(AwsCliKey::arguments)
        .contains("{\"RoleArn\": \"arn:aws:iam::123456789012:role/admin\"}");
  }

  @Test
  void another_role_than_the_profile_names_has_no_name() {
    PlanRequest request = request("arn:aws:iam::123456789012:role/other", null, null, List.of());
    assertThat(key(read(ROLE), request)).isEmpty();
  }

  @Test
  void a_session_that_options_made_different_has_no_name() {
    assertThat(key(read(ROLE), request(null, "other-id", null, List.of()))).isEmpty();
    assertThat(key(read(ROLE), request(null, null, "alice", List.of()))).isEmpty();
    assertThat(key(read(ROLE), request(null, null, null, List.of(new SessionTag("a", "b")))))
        .isEmpty();
  }

  @Test
  void a_session_of_another_device_than_the_profile_names_has_no_name() {
    AwsConfiguration files = read(ROLE + "mfa_serial = " + DEVICE + "2\n");
    SessionPlan plan = Plans.plan(files, "admin");
    Step.AssumeRole role = (Step.AssumeRole) plan.steps().get(plan.steps().size() - 1);
    assertThat(AwsCliKey.of(files, role, DEVICE)).isEmpty();
    assertThat(AwsCliKey.of(files, role, DEVICE + "2")).isPresent();
  }

  @Test
  void a_role_for_web_identity_is_assumed_with_another_call() {
    AwsConfiguration files = read(ROLE);
    AwsConfiguration web = read(ROLE + "web_identity_token_file = /token\n");
    Step.AssumeRole role = (Step.AssumeRole) Plans.plan(files, "admin").steps().get(1);
    assertThat(AwsCliKey.of(web, role, DEVICE)).isEmpty();
  }

  private static AwsConfiguration read(String config) {
    return Configuration.of(config, USER);
  }

  private static Optional<AwsCliKey> key(AwsConfiguration files, PlanRequest request) {
    SessionPlan plan = Plans.plan(files, request);
    Step.AssumeRole role = (Step.AssumeRole) plan.steps().get(plan.steps().size() - 1);
    MfaDevice device = plan.device();
    return AwsCliKey.of(files, role, device == null ? null : device.serialNumber());
  }

  private static PlanRequest request(
      @Nullable String role,
      @Nullable String externalId,
      @Nullable String sourceIdentity,
      List<SessionTag> tags) {
    return PlanRequest.of("admin", Map.of())
        .withDuration(Duration.ofHours(1))
        .withRole(role)
        .withParameters(
            new RoleParameters(null, externalId, sourceIdentity, tags, SessionPolicies.NONE));
  }
}
