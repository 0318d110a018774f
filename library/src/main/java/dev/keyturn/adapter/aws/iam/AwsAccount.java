package dev.keyturn.adapter.aws.iam;

import dev.keyturn.adapter.aws.Answer;
import dev.keyturn.adapter.aws.IamCalls;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.iam.setup.AccountService;
import dev.keyturn.domain.session.make.CallTrace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The users and roles of an account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API</a>
 */
public final class AwsAccount implements AccountService {

  private final IamCalls calls;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  public AwsAccount(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.calls = new IamCalls(environment, clock, trace);
  }

  @Override
  public boolean hasUser(IamCaller caller, String user) {
    return IamCalls.unlessMissing(() -> calls.read(caller, "GetUser", Map.of("UserName", user)))
        .isPresent();
  }

  @Override
  public void createUser(IamCaller caller, String user, String path) {
    calls.create(caller, "CreateUser", Map.of("UserName", user, "Path", path));
  }

  @Override
  public Optional<String> trust(IamCaller caller, String role) {
    return role(caller, role)
        .map(answer -> Documents.decoded(answer.text("AssumeRolePolicyDocument")));
  }

  @Override
  public Optional<Duration> longestSession(IamCaller caller, String role) {
    return role(caller, role)
        .flatMap(answer -> answer.optional("MaxSessionDuration"))
        .filter(seconds -> seconds.matches("[0-9]{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private Optional<Answer> role(IamCaller caller, String role) {
    return IamCalls.unlessMissing(() -> calls.read(caller, "GetRole", Map.of("RoleName", role)));
  }

  @Override
  public void createRole(IamCaller caller, String role, String path, String trust) {
    calls.create(
        caller,
        "CreateRole",
        Map.of("RoleName", role, "Path", path, "AssumeRolePolicyDocument", trust));
  }

  @Override
  public void changeTrust(IamCaller caller, String role, String trust) {
    calls.change(
        caller, "UpdateAssumeRolePolicy", Map.of("RoleName", role, "PolicyDocument", trust));
  }

  @Override
  public List<UserKey> keys(IamCaller caller, String user) {
    return calls.list(caller, "ListAccessKeys", Map.of("UserName", user)).stream()
        .map(KeyAnswers::key)
        .toList();
  }

  @Override
  public AccessKey createKey(IamCaller caller, String user) {
    return KeyAnswers.created(calls.create(caller, "CreateAccessKey", Map.of("UserName", user)));
  }

  @Override
  public void deleteKey(IamCaller caller, String user, String accessKeyId) {
    calls.change(caller, "DeleteAccessKey", Map.of("UserName", user, "AccessKeyId", accessKeyId));
  }
}
