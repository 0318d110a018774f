package dev.keyturn.domain.iam;

import java.util.Optional;

/**
 * The port to the inline policies of users and roles. Failures are as in {@link MfaDeviceService}.
 * Thread-safe.
 */
public interface InlinePolicyService {

  /** GetUserPolicy or GetRolePolicy: the document; empty if the policy does not exist. */
  Optional<String> find(IamCaller caller, PolicyOwner owner, String policy);

  /** PutUserPolicy or PutRolePolicy; replaces a policy of the same name. */
  void put(IamCaller caller, PolicyOwner owner, String policy, String document);

  /** DeleteUserPolicy or DeleteRolePolicy; returns whether the policy existed. */
  boolean delete(IamCaller caller, PolicyOwner owner, String policy);

  /** ListAccountAliases: a harmless action, called to see whether a policy denies it. */
  void tryAnything(IamCaller caller);
}
