package dev.keyturn.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyturn.sandbox.fault.Fault.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private long nanos = -5;

  @Test
  void a_fault_with_a_life_ends_by_itself() {
    Faults faults = new Faults(List.of(), false, () -> nanos);
    faults.add(fault(Kind.THROTTLE, null, Duration.ofSeconds(2)));
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(faults.next("GetUser")).isNotNull();
    assertThat(faults.waiting().get(0).life()).isEqualTo(Duration.ofSeconds(1));
    nanos += Duration.ofSeconds(1).toNanos();
    assertThat(faults.next("GetUser")).isNull();
    assertThat(faults.waiting()).isEmpty();
  }

  @Test
  void a_fault_is_met_so_many_times() {
    Faults faults = new Faults(List.of(fault(Kind.CUT, 2, null)), false, () -> nanos);
    assertThat(faults.next("GetUser")).isNotNull();
    assertThat(faults.next("ListUsers")).isNotNull();
    assertThat(faults.next("GetUser")).isNull();
  }

  @Test
  void connections_and_requests_count_apart() {
    Faults faults =
        new Faults(
            List.of(fault(Kind.EXPIRED_CERTIFICATE, 1, null), fault(Kind.CUT, 1, null)),
            true,
            () -> nanos);
    assertThat(faults.next("GetUser")).isNotNull();
    assertThat(faults.next("GetUser")).isNull();
    assertThat(faults.nextCertificateIsExpired()).isTrue();
    assertThat(faults.nextCertificateIsExpired()).isFalse();
  }

  @Test
  void without_tls_no_certificate_expires() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Faults(List.of(fault(Kind.EXPIRED_CERTIFICATE, 1, null)), false, () -> nanos))
        .withMessage("a fault of the kind expired-certificate needs a sandbox with --tls");
  }

  private static Fault fault(Kind kind, @Nullable Integer times, @Nullable Duration life) {
    return new Fault(Fault.ANY, times, kind, Duration.ZERO, life, Duration.ZERO);
  }
}
