package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.UserKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The port to the users and roles of an account, as an administrator sees them. Every method throws
 * {@link dev.keyturn.domain.failure.FailureException} with an {@code AwsFailure}. Thread-safe.
 */
public interface AccountService {

  /** GetUser: whether a user of this name exists. */
  boolean hasUser(IamCaller caller, String user);

  /**
   * CreateUser.
   *
   * @param path its path; {@code /} for none
   */
  void createUser(IamCaller caller, String user, String path);

  /** GetRole: its trust policy; empty if the role does not exist. */
  Optional<String> trust(IamCaller caller, String role);

  /** GetRole: how long its sessions may last; empty if the role does not exist. */
  Optional<Duration> longestSession(IamCaller caller, String role);

  /** CreateRole, with its trust policy. */
  void createRole(IamCaller caller, String role, String path, String trust);

  /** UpdateAssumeRolePolicy. */
  void changeTrust(IamCaller caller, String role, String trust);

  /** ListAccessKeys of a user. */
  List<UserKey> keys(IamCaller caller, String user);

  /** CreateAccessKey for a user: the secret is shown this once. */
  AccessKey createKey(IamCaller caller, String user);

  /** DeleteAccessKey of a user. */
  void deleteKey(IamCaller caller, String user, String accessKeyId);
}
