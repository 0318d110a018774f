package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size go to buckets and come back, with the tools that people use for it. */
class BucketsAndFilesTest {
  private static final int BYTES = 20 * 1024 * 1024 + 7;

  @TempDir Path folder;

  private final CompanyOfToday company = new CompanyOfToday();

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void the_aws_cli_copies_synchronises_and_removes() throws IOException {
    AwsCli boss = AwsCli.of(company.sandbox(), folder, "boss");
    Path big = bigFile();
    boss.output("s3", "mb", "s3://depot");
    boss.output("s3", "cp", big.toString(), "s3://depot/big");
    boss.output("s3", "cp", "s3://depot/big", "s3://depot/copies/big");
    Path back = folder.resolve("back");
    boss.output("s3", "cp", "s3://depot/copies/big", back.toString());
    assertThat(Files.mismatch(big, back)).isEqualTo(-1);

    Path tree = Files.createDirectories(folder.resolve("tree/é and space"));
    Files.writeString(tree.resolve("+&=.txt"), "text");
    Files.writeString(folder.resolve("tree/empty"), "");
    company.pass(60);
    boss.output("s3", "sync", folder.resolve("tree").toString(), "s3://depot/tree");
    assertThat(boss.output("s3", "sync", folder.resolve("tree").toString(), "s3://depot/tree"))
        .isEmpty();
    boss.output("s3", "sync", "s3://depot/tree", folder.resolve("again").toString());
    assertThat(folder.resolve("again/é and space/+&=.txt")).hasContent("text");
    Files.delete(folder.resolve("tree/empty"));
    boss.output("s3", "sync", "--delete", folder.resolve("tree").toString(), "s3://depot/tree");
    assertThat(boss.output("s3", "ls", "--recursive", "s3://depot/tree/"))
        .contains("+&=.txt")
        .doesNotContain("empty");

    boss.output("s3", "rm", "--recursive", "s3://depot/tree");
    assertThat(boss.output("s3", "ls", "s3://depot")).contains("big").doesNotContain("tree");
    assertThat(boss.refusal("s3api", "delete-bucket", "--bucket", "depot"))
        .startsWith("(BucketNotEmpty)");
    boss.output("s3", "rb", "--force", "s3://depot");
    assertThat(boss.output("s3", "ls")).doesNotContain("depot");
  }

  @Test
  void boto3_transfers_files_in_parts() throws Exception {
    runWithBoto3("files.py", bigFile().toString());
  }

  @Test
  void boto3_names_the_bucket_in_the_host() throws Exception {
    runWithBoto3("virtual_hosts.py");
  }

  private void runWithBoto3(String script, String... more) throws URISyntaxException {
    Path python =
        Programs.require(
            "python3", found -> Programs.run(Map.of(), found, "-c", "import boto3").status() == 0);
    TestClient boss = company.sandbox().as("boss");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                Path.of(requireNonNull(BucketsAndFilesTest.class.getResource(script)).toURI())
                    .toString(),
                company.sandbox().url(),
                boss.accessKeyId(),
                boss.secret()));
    arguments.addAll(List.of(more));
    Programs.Result result =
        Programs.run(
            Map.of("HOME", folder.toString(), "AWS_EC2_METADATA_DISABLED", "true"),
            python,
            arguments.toArray(String[]::new));
    assertThat(result.status()).as(result.errors()).isZero();
  }

  private Path bigFile() throws IOException {
    byte[] bytes = new byte[BYTES];
    new Random(20).nextBytes(bytes);
    return Files.write(folder.resolve("big.bin"), bytes);
  }
}
