package dev.keyturn.serve;

import software.amazon.awssdk.services.sts.StsClient;

/** A program on the AWS SDK for Java that says whom it acts as, by the default credentials. */
final class JavaSdkCaller {

  private JavaSdkCaller() {}

  public static void main(String[] arguments) {
    try (StsClient sts = StsClient.create()) {
      System.out.println(sts.getCallerIdentity().arn());
    }
  }
}
