package dev.keyturn.domain.iam.setup;

import java.util.Optional;

/**
 * The port to the policies of buckets. Every method throws {@link
 * dev.keyturn.domain.failure.FailureException} with an {@code AwsFailure}. Thread-safe.
 */
public interface BucketPolicyService {

  /** GetBucketPolicy; empty if the bucket has none. */
  Optional<String> find(BucketCaller caller, String bucket);

  /** PutBucketPolicy; replaces the one that the bucket has. */
  void put(BucketCaller caller, String bucket, String document);
}
