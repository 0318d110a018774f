package dev.keyturn.domain.iam;

import dev.keyturn.domain.credential.AccessKey;
import java.util.List;
import java.util.Optional;

/**
 * The port to the access keys of the caller's user. Failures and repeated calls are as in {@link
 * MfaDeviceService}. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html">Manage
 *     access keys for IAM users</a>
 */
public interface AccessKeyService {

  /** ListAccessKeys: at most two. */
  List<UserKey> list(IamCaller caller);

  /** CreateAccessKey: the secret is shown this once. */
  AccessKey create(IamCaller caller);

  /** UpdateAccessKey to Active. */
  void activate(IamCaller caller, String accessKeyId);

  /** UpdateAccessKey to Inactive. */
  void deactivate(IamCaller caller, String accessKeyId);

  /** DeleteAccessKey. */
  void delete(IamCaller caller, String accessKeyId);

  /** GetAccessKeyLastUsed; nothing for a key that was never used. */
  Optional<LastUse> lastUse(IamCaller caller, String accessKeyId);

  /** ListServiceSpecificCredentials. */
  List<ServiceCredential> serviceCredentials(IamCaller caller);
}
