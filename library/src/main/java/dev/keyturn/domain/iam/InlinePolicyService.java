package dev.keyturn.domain.iam;

import java.util.Optional;

/**
 * The port to the inline policies of users and roles. Failures are as in {@link MfaDeviceService}.
 * Thread-safe.
 */
public interface InlinePolicyService {

  /** GetUserPolicy or GetRolePolicy: the document; nothing if there is no such policy. */
  Optional<String> find(IamCaller caller, PolicyOwner owner, String policy);

  /** PutUserPolicy or PutRolePolicy, in place of a policy of the same name. */
  void put(IamCaller caller, PolicyOwner owner, String policy, String document);

  /** DeleteUserPolicy or DeleteRolePolicy; says whether there was one. */
  boolean delete(IamCaller caller, PolicyOwner owner, String policy);

  /** ListAccountAliases: something that a policy can deny, to see whether one does. */
  void tryAnything(IamCaller caller);
}
