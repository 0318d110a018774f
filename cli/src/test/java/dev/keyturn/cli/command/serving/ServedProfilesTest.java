package dev.keyturn.cli.command.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure becomes for a program that asks the endpoint. */
class ServedProfilesTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  static List<Failure> temporary() {
    return List.of(
        new AwsFailure.Throttled("https://sts.amazonaws.com", "Throttling"),
        new AwsFailure.Unreachable("https://sts.amazonaws.com", "no route", false),
        new FileFailure.Busy("credentials", 7));
  }

  /** AWS's SDKs ask again after an answer from 500 on, and give up at one below. */
  @ParameterizedTest
  @MethodSource("temporary")
  void what_passes_by_itself_is_denied_for_now_only(Failure failure) {
    assertThat(answer(failure))
        .isInstanceOfSatisfying(
            Served.Denied.class,
            denied -> {
              assertThat(denied.temporary()).isTrue();
              assertThat(denied.code()).isEqualTo(failure.name().text());
            });
  }

  static List<Failure> permanent() {
    return List.of(
        new AwsFailure.Refused("AccessDenied", "not authorized", "keyturn explain admin"),
        new Failure.NoTerminal("a code is needed", "keyturn login user"));
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void what_somebody_has_to_mend_is_refused(Failure failure) {
    assertThat(answer(failure))
        .isInstanceOfSatisfying(
            Served.Denied.class, denied -> assertThat(denied.temporary()).isFalse());
  }

  private static Served.Answer answer(Failure failure) {
    ServedSession.Source failing =
        new ServedSession.Source() {
          @Override
          public Optional<Session> kept() {
            return Optional.empty();
          }

          @Override
          public Session make(Duration remaining) {
            throw failure.exception();
          }
        };
    PlanRequest user = PlanRequest.of("user", Map.of());
    try (ServedProfiles served =
        new ServedProfiles(
            request -> failing,
            user,
            Reach.OWN,
            new Renewal(RefreshWindow.DEFAULT, NOON, () -> 0),
            note -> {})) {
      return served.own();
    }
  }
}
