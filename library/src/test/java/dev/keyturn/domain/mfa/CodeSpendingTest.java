package dev.keyturn.domain.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.RefusedKeyCause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeSpendingTest {

  private static final MfaDevice DEVICE = new MfaDevice("arn:aws:iam::123456789012:mfa/alice");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:10Z");

  private final Ledger ledger = new Ledger();
  private final List<String> sent = new ArrayList<>();

  static List<Failure> refusalsBeforeTheCode() {
    return List.of(
        new AwsFailure.WrongCode(DEVICE.serialNumber()),
        new AwsFailure.UnknownDevice(DEVICE.serialNumber()),
        new AwsFailure.RefusedKey(
            "AKIAIOSFODNN7EXAMPLE", "InvalidClientTokenId", "unknown", RefusedKeyCause.UNKNOWN),
        new AwsFailure.ClockOff(1200),
        new AwsFailure.Unreachable("https://sts.amazonaws.com", "connection refused", false));
  }

  static List<Failure> perhapsAccepted() {
    return List.of(
        new AwsFailure.Unreachable("https://sts.amazonaws.com", "connection reset", true),
        new AwsFailure.ServiceFault("https://sts.amazonaws.com", "HTTP 500"),
        new AwsFailure.Refused("AccessDenied", "not authorized", ""));
  }

  @Test
  void a_code_is_spent_before_it_is_sent() {
    Spending codes = codes(new Given("111111"));
    assertThat(codes.spend(call(List.of()))).isEqualTo("session");
    assertThat(ledger.spent).containsExactly("111111");
  }

  @Test
  void a_spent_code_is_not_sent() {
    ledger.spent.add("111111");
    Spending codes = codes(new Given("111111"));
    assertThatThrownBy(() -> codes.spend(call(List.of())))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new AwsFailure.UsedCode(DEVICE.serialNumber(), 20)));
    assertThat(sent).isEmpty();
  }

  @Test
  void it_waits_until_the_next_code_is_entered() {
    ledger.spent.add("111111");
    Person person = new Person("111111", "222222");
    codes(person).spend(call(List.of()));
    assertThat(sent).containsExactly("222222");
    assertThat(person.waited).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void a_source_that_repeats_a_spent_code_is_asked_three_times() {
    ledger.spent.add("111111");
    Person program = new Person("111111", "111111", "111111", "222222");
    assertThatThrownBy(() -> codes(program).spend(call(List.of())))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(AwsFailure.UsedCode.class));
    assertThat(sent).isEmpty();
  }

  @Test
  void a_person_may_type_three_codes() {
    Person person = new Person("111111", "222222", "333333", "444444");
    Failure wrong = new AwsFailure.WrongCode(DEVICE.serialNumber());
    assertThatThrownBy(() -> codes(person).spend(call(List.of(wrong, wrong, wrong, wrong))))
        .isInstanceOf(FailureException.class);
    assertThat(sent).containsExactly("111111", "222222", "333333");
  }

  @Test
  void a_wrong_code_that_was_given_is_not_tried_again() {
    Failure wrong = new AwsFailure.WrongCode(DEVICE.serialNumber());
    Spending codes = codes(new Given("111111"));
    assertThatThrownBy(() -> codes.spend(call(List.of(wrong))))
        .isInstanceOf(FailureException.class);
    assertThat(sent).containsExactly("111111");
  }

  @ParameterizedTest
  @MethodSource("refusalsBeforeTheCode")
  void a_code_that_aws_did_not_accept_can_be_used_again(Failure failure) {
    Spending codes = codes(new Given("111111"));
    assertThatThrownBy(() -> codes.spend(call(List.of(failure))))
        .isInstanceOf(FailureException.class);
    assertThat(ledger.spent).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("perhapsAccepted")
  void a_code_that_aws_may_have_accepted_stays_spent(Failure failure) {
    Spending codes = codes(new Given("111111"));
    assertThatThrownBy(() -> codes.spend(call(List.of(failure))))
        .isInstanceOf(FailureException.class);
    assertThat(ledger.spent).containsExactly("111111");
  }

  /** Spends codes of a source. */
  private interface Spending {
    String spend(Function<MfaCode, String> call);
  }

  private Spending codes(MfaCodeSource source) {
    return call ->
        new CodeSpending(ledger, InstantSource.fixed(NOW)).spend(source, DEVICE, "account1", call);
  }

  /** Fails with each of {@code failures} in turn, then grants. */
  private Function<MfaCode, String> call(List<Failure> failures) {
    Deque<Failure> left = new ArrayDeque<>(failures);
    return code -> {
      sent.add(code.digits());
      if (!left.isEmpty()) {
        throw left.remove().exception();
      }
      return "session";
    };
  }

  private static final class Ledger implements CodeLedger {
    private final Set<String> spent = new HashSet<>();

    @Override
    public boolean spend(MfaDevice device, MfaCode code) {
      return spent.add(code.digits());
    }

    @Override
    public void release(MfaDevice device, MfaCode code) {
      spent.remove(code.digits());
    }
  }

  /** A code given by option. */
  private record Given(String digits) implements MfaCodeSource {
    @Override
    public MfaCode code(MfaDevice device, String purpose) {
      return MfaCode.parse(digits);
    }

    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public boolean hasNext() {
      return false;
    }

    @Override
    public boolean canCorrect() {
      return false;
    }

    @Override
    public void explain(String why) {
      throw new AssertionError("nobody listens");
    }

    @Override
    public void awaitNext(Duration wait) {
      throw new AssertionError("nobody waits");
    }
  }

  private static final class Person implements MfaCodeSource {
    private final Deque<String> types;
    private final List<Duration> waited = new ArrayList<>();

    Person(String... types) {
      this.types = new ArrayDeque<>(Arrays.asList(types));
    }

    @Override
    public MfaCode code(MfaDevice device, String purpose) {
      return MfaCode.parse(types.remove());
    }

    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public boolean canCorrect() {
      return true;
    }

    @Override
    public void explain(String why) {
      assertThat(why).isNotEmpty();
    }

    @Override
    public void awaitNext(Duration wait) {
      waited.add(wait);
    }
  }
}
