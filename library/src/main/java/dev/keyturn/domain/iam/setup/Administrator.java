package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.iam.IamCaller;

/** The caller that sets up an account. */
public interface Administrator {

  /** As a caller of IAM. */
  IamCaller iam();

  /**
   * As a caller of S3.
   *
   * @throws dev.keyturn.domain.failure.FailureException for an endpoint that cannot be used
   */
  BucketCaller s3();
}
