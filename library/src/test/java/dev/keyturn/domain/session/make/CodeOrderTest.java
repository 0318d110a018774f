package dev.keyturn.domain.session.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.NobodyToAsk;
import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodeOrderTest {

  private static final MfaDevice DEVICE = new MfaDevice("GAHT00000001");

  private final Map<CodeOrigin, MfaCodeSource> sources = new EnumMap<>(CodeOrigin.class);

  @Test
  void a_typed_code_comes_before_that_of_the_environment() {
    MfaCodeSource given = CodeOrder.in(Map.of("KEYTURN_MFA_CODE", "222222"));
    sources.put(CodeOrigin.TERMINAL, new Fixed("333333"));

    assertThat(code(given, plan(""), "111111")).isEqualTo("111111");
    assertThat(code(given, plan(""), null)).isEqualTo("222222");
    assertThat(code(null, plan(""), null)).isEqualTo("333333");
  }

  @Test
  void a_missing_source_is_skipped() {
    sources.put(CodeOrigin.TERMINAL, new NobodyToAsk());
    sources.put(CodeOrigin.GUI, new Fixed("444444"));

    assertThat(code(null, plan(""), null)).isEqualTo("444444");
  }

  @Test
  void the_order_is_that_of_the_plan() {
    sources.put(CodeOrigin.TERMINAL, new Fixed("333333"));
    sources.put(CodeOrigin.GUI, new Fixed("444444"));

    assertThat(code(null, plan("keyturn_mfa_prompt = gui,terminal\n"), null)).isEqualTo("444444");
  }

  @Test
  void where_nobody_can_be_asked_the_first_source_says_so() {
    sources.put(CodeOrigin.TERMINAL, new NobodyToAsk());

    assertThatThrownBy(() -> code(null, plan(""), null))
        .hasMessageContaining("profile 'user' has no valid session");
  }

  @Test
  void where_nothing_that_is_allowed_is_set_up_the_message_names_what_is_allowed() {
    SessionPlan plan = plan("keyturn_mfa_prompt = seed,process\n");

    assertThatThrownBy(() -> code(null, plan, null))
        .hasMessageContaining("none of the allowed sources is set up: seed,process");
  }

  @Test
  void what_the_profile_has_set_up_is_for_its_own_device() {
    SessionPlan plan = plan("mfa_serial = GAHT00000001\n");
    sources.put(CodeOrigin.TERMINAL, new Fixed("333333"));
    CodeOrder order = new CodeOrder(null, (origin, of) -> sources.get(origin), note -> {});
    MfaCodeSource person = new Fixed("999999");

    assertThat(order.of(plan, DEVICE, person)).isEqualTo(new Fixed("333333"));
    assertThat(order.of(plan, new MfaDevice("GAHT00000002"), person)).isEqualTo(person);
  }

  private String code(@Nullable MfaCodeSource first, SessionPlan plan, @Nullable String typed) {
    CodeOrder order = new CodeOrder(first, (origin, of) -> sources.get(origin), note -> {});
    MfaCode code = typed == null ? null : MfaCode.parse(typed);
    return order.of(plan, code).code(DEVICE, "user").digits();
  }

  private static SessionPlan plan(String settings) {
    String credentials =
        """
        [user]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """;
    return new SessionPlanner()
        .plan(Configuration.of("", credentials + settings), PlanRequest.of("user", Map.of()));
  }

  private record Fixed(String digits) implements MfaCodeSource {
    @Override
    public MfaCode code(MfaDevice device, String purpose) {
      return MfaCode.parse(digits);
    }
  }
}
