package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.CredentialRule;
import dev.keyturn.domain.policy.evaluate.Decision;

/**
 * The result of a call.
 *
 * @param rule what AWS decides by the credentials alone; {@code NONE} when the policies decide
 * @param decision what the policies decide, even if the rule overrides it
 */
public record Verdict(CredentialRule rule, Decision decision) {

  /** Whether the call is allowed. */
  public boolean isAllowed() {
    return rule == CredentialRule.NONE ? decision.isAllowed() : rule.isAllowed();
  }

  /** Which statement decides, or why none does; one line to display. */
  public String reason() {
    return rule == CredentialRule.NONE ? reason(decision) : rule.reason();
  }

  private static String reason(Decision decision) {
    if (decision instanceof Decision.Allow allow) {
      return "allowed by " + allow.statement();
    }
    if (decision instanceof Decision.ExplicitDeny deny) {
      return "denied by " + deny.statement();
    }
    return reason((Decision.ImplicitDeny) decision);
  }

  private static String reason(Decision.ImplicitDeny deny) {
    String nothing = "no " + deny.kind().description() + " allows it";
    Decision.NearMiss miss = deny.nearMiss();
    return miss == null
        ? nothing
        : nothing + "; " + miss.statement() + " requires " + miss.condition();
  }
}
