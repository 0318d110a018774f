package dev.keyturn.cli.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** A program with the AWS SDK for Java that prints its identity, using the default credentials. */
final class JavaSdkCaller {

  private JavaSdkCaller() {}

  /**
   * Runs once, or for the given number of seconds, and then also prints the number of keys it used.
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
        StsClient sts = StsClient.builder().credentialsProvider(credentials).build()) {
      if (arguments.length == 0) {
        System.out.println(sts.getCallerIdentity().arn());
        return;
      }
      Instant end = Instant.now().plus(Duration.ofSeconds(Long.parseLong(arguments[0])));
      Set<String> arns = new HashSet<>();
      Set<String> keys = new HashSet<>();
      while (Instant.now().isBefore(end)) {
        arns.add(sts.getCallerIdentity().arn());
        keys.add(credentials.resolveCredentials().accessKeyId());
        Thread.sleep(400);
      }
      System.out.println(String.join(" ", arns) + " " + keys.size());
    }
  }
}
