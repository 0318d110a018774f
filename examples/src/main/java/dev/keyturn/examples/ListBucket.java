package dev.keyturn.examples;

import dev.keyturn.MfaCredentialsProvider;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists what is in a bucket, as a profile that needs MFA.
 *
 * <pre>
 * java -cp … dev.keyturn.examples.ListBucket PROFILE BUCKET
 * </pre>
 *
 * The code is asked for on standard error and read from standard input, once: the next run, of this
 * program or of {@code keyturn}, finds the session.
 */
public final class ListBucket {

  private ListBucket() {}

  /** Runs. */
  public static void main(String[] arguments) {
    String profile = arguments[0];
    String bucket = arguments[1];
    // @start region="list"
    try (MfaCredentialsProvider credentials =
            MfaCredentialsProvider.builder().profileName(profile).codes(ListBucket::ask).build();
        S3Client s3 = S3Client.builder().credentialsProvider(credentials).build()) {
      for (S3Object object : s3.listObjectsV2(it -> it.bucket(bucket)).contents()) {
        System.out.println(object.key() + " " + object.size());
      }
    }
    // @end
  }

  // @start region="ask"
  /** Whatever an application has to ask with: a dialog, a chat, a password manager. */
  private static String ask(String serialNumber, String profile) {
    System.err.println("MFA code of " + serialNumber + " for " + profile + ":");
    return new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
  }
  // @end
}
