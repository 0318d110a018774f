package dev.keyturn.adapter.aws.iam;

import dev.keyturn.adapter.aws.Answer;
import dev.keyturn.adapter.aws.IamCalls;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.session.make.CallTrace;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The inline policies of users and roles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API</a>
 */
public final class AwsInlinePolicies implements InlinePolicyService {

  private final IamCalls calls;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  public AwsInlinePolicies(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.calls = new IamCalls(environment, clock, trace);
  }

  @Override
  public Optional<String> find(IamCaller caller, PolicyOwner owner, String policy) {
    return IamCalls.unlessMissing(() -> {
      Answer answer = calls.read(caller, "Get" + kind(owner) + "Policy", parameters(owner, policy));
      return Documents.decoded(answer.text("PolicyDocument"));
    });
  }

  @Override
  public void put(IamCaller caller, PolicyOwner owner, String policy, String document) {
    Map<String, String> parameters = parameters(owner, policy);
    parameters.put("PolicyDocument", document);
    calls.change(caller, "Put" + kind(owner) + "Policy", parameters);
  }

  @Override
  public boolean delete(IamCaller caller, PolicyOwner owner, String policy) {
    return IamCalls.unlessMissing(
            () -> {
              calls.change(caller, "Delete" + kind(owner) + "Policy", parameters(owner, policy));
              return true;
            })
        .orElse(false);
  }

  @Override
  public void tryAnything(IamCaller caller) {
    calls.read(caller, "ListAccountAliases", Map.of());
  }

  private static Map<String, String> parameters(PolicyOwner owner, String policy) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(kind(owner) + "Name", owner.name());
    parameters.put("PolicyName", policy);
    return parameters;
  }

  private static String kind(PolicyOwner owner) {
    return owner instanceof PolicyOwner.Role ? "Role" : "User";
  }
}
