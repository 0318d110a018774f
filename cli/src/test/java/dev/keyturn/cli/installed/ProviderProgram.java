package dev.keyturn.cli.installed;

import dev.keyturn.MfaCredentialsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A Java program of a user: calls GetCallerIdentity once a second, for the given time and until it
 * has used the given number of sessions, and records the keys it used.
 */
final class ProviderProgram {

  private ProviderProgram() {}

  /**
   * Runs.
   *
   * @param arguments the profile, for how many seconds and sessions at least, and the program that
   *     gives codes in place of the one that the profile names
   */
  public static void main(String[] arguments) throws InterruptedException {
    MfaCredentialsProvider.Builder builder =
        MfaCredentialsProvider.builder().profileName(arguments[0]);
    if (arguments.length > 3) {
      Path program = Path.of(arguments[3]);
      builder.codes((serialNumber, profile) -> output(program));
    }
    int sessions = Integer.parseInt(arguments[2]);
    Set<String> keys = new HashSet<>();
    Instant end = Instant.now().plusSeconds(Long.parseLong(arguments[1]));
    try (MfaCredentialsProvider credentials = builder.build();
        StsClient sts =
            StsClient.builder().region(Region.US_EAST_1).credentialsProvider(credentials).build()) {
      do {
        String arn = sts.getCallerIdentity().arn();
        String key = credentials.resolveCredentials().accessKeyId();
        keys.add(key);
        System.out.println(key + " " + arn);
        Thread.sleep(Duration.ofSeconds(1));
      } while (Instant.now().isBefore(end) || keys.size() < sessions);
    }
  }

  private static String output(Path program) {
    try {
      Process process = new ProcessBuilder(List.of(program.toString())).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
