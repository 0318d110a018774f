package dev.keyturn.domain.failure;

import static dev.keyturn.domain.failure.FailureName.CLOCK_OFF;
import static dev.keyturn.domain.failure.FailureName.FILE_BUSY;
import static dev.keyturn.domain.failure.FailureName.FILE_CHANGED;
import static dev.keyturn.domain.failure.FailureName.INTERRUPTED;
import static dev.keyturn.domain.failure.FailureName.NO_MFA_CODE;
import static dev.keyturn.domain.failure.FailureName.NO_TERMINAL;
import static dev.keyturn.domain.failure.FailureName.REFUSED_KEY;
import static dev.keyturn.domain.failure.FailureName.SERVICE_FAULT;
import static dev.keyturn.domain.failure.FailureName.SEVERAL_MFA_DEVICES;
import static dev.keyturn.domain.failure.FailureName.SIGNED_OUT;
import static dev.keyturn.domain.failure.FailureName.STORE_LOCKED;
import static dev.keyturn.domain.failure.FailureName.THROTTLED;
import static dev.keyturn.domain.failure.FailureName.UNKNOWN_MFA_DEVICE;
import static dev.keyturn.domain.failure.FailureName.UNREACHABLE;
import static dev.keyturn.domain.failure.FailureName.USED_CODE;
import static dev.keyturn.domain.failure.FailureName.WRONG_CODE;
import static dev.keyturn.domain.failure.FailureName.WRONG_PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NatureTest {

  @Test
  void a_code_that_AWS_refused_or_never_saw_can_still_be_used() {
    assertThat(names(Nature::leavesCodeUnused))
        .containsExactlyInAnyOrder(
            WRONG_CODE, UNKNOWN_MFA_DEVICE, REFUSED_KEY, CLOCK_OFF, UNREACHABLE);
  }

  @Test
  void a_code_whose_answer_was_lost_may_be_used_up() {
    assertThat(Nature.leavesCodeUnused(new AwsFailure.Unreachable("sts", "no answer", true)))
        .isFalse();
    assertThat(Nature.leavesCodeUnused(new AwsFailure.Unreachable("sts", "refused", false)))
        .isTrue();
  }

  @Test
  void a_wrong_or_used_code_is_mended_by_another() {
    assertThat(names(Nature::isMendedByAnotherCode))
        .containsExactlyInAnyOrder(WRONG_CODE, USED_CODE);
  }

  @Test
  void what_is_wrong_with_code_key_clock_or_network_concerns_all_with_the_same_key() {
    assertThat(names(Nature::concernsAllWithTheSameKey))
        .containsExactlyInAnyOrder(
            WRONG_CODE,
            USED_CODE,
            UNKNOWN_MFA_DEVICE,
            REFUSED_KEY,
            CLOCK_OFF,
            UNREACHABLE,
            SERVICE_FAULT,
            THROTTLED,
            NO_MFA_CODE,
            INTERRUPTED);
  }

  @Test
  void network_AWS_and_files_in_use_are_temporary() {
    assertThat(names(Nature::isTemporary))
        .containsExactlyInAnyOrder(UNREACHABLE, SERVICE_FAULT, THROTTLED, FILE_BUSY, FILE_CHANGED);
  }

  @Test
  void a_missing_terminal_a_choice_a_sign_in_and_a_locked_store_need_a_person() {
    assertThat(names(Nature::needsPerson))
        .containsExactlyInAnyOrder(
            NO_TERMINAL,
            NO_MFA_CODE,
            SEVERAL_MFA_DEVICES,
            SIGNED_OUT,
            STORE_LOCKED,
            WRONG_PASSPHRASE);
  }

  @Test
  void only_faults_and_throttling_are_worth_another_try() {
    assertThat(names(failure -> Nature.tries(failure) > 1))
        .containsExactlyInAnyOrder(SERVICE_FAULT, THROTTLED);
  }

  @Test
  void only_an_interruption_stops_everything() {
    assertThat(names(Nature::stopsEverything)).containsExactly(INTERRUPTED);
  }

  @Test
  void the_examples_show_every_kind_of_failure_and_every_name() {
    assertThat(EveryFailure.examples())
        .extracting(Object::getClass)
        .containsAll(EveryFailure.kinds(Failure.class).collect(Collectors.toSet()));
    assertThat(names(failure -> true)).isEqualTo(EnumSet.allOf(FailureName.class));
  }

  @Test
  void a_name_is_read_back() {
    assertThat(FailureName.values())
        .allSatisfy(name -> assertThat(FailureName.of(name.text())).contains(name));
    assertThat(FailureName.of("unheard-of")).isEmpty();
  }

  @Test
  void every_failure_says_what_is_wrong_in_one_line_and_what_to_do_next() {
    assertThat(EveryFailure.examples())
        .allSatisfy(failure -> {
          assertThat(failure.message()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
          if (!Nature.stopsEverything(failure)) {
            assertThat(failure.hint()).isNotBlank().doesNotContain("\n");
          }
        });
  }

  @Test
  void a_hint_names_the_profile_that_a_failure_concerns() {
    assertThat(EveryFailure.examples())
        .extracting(failure -> failure.concerning("my profile").hint())
        .allSatisfy(hint -> assertThat(hint).doesNotContain("PROFILE"));
    assertThat(new AwsFailure.UnknownDevice("GAHT12345678").concerning("my profile").hint())
        .contains("keyturn mfa list -p 'my profile'")
        .contains("keyturn login 'my profile' --device SERIAL");
    assertThat(new AwsFailure.Refused("AccessDenied", "no", "keyturn explain PROFILE"))
        .extracting(refused -> refused.concerning("a").concerning("b").hint())
        .isEqualTo("keyturn explain b");
  }

  private static Set<FailureName> names(Predicate<Failure> answer) {
    return EveryFailure.examples().stream()
        .filter(answer)
        .map(Failure::name)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FailureName.class)));
  }
}
