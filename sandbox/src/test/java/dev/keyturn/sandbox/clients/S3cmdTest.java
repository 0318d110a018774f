package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3cmd without a configured region, which it learns from S3's refusal. */
class S3cmdTest {
  @TempDir Path home;

  private final CompanyOfToday company = new CompanyOfToday();

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void s3cmd_stores_copies_and_removes_without_a_region() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "hello");
    Path back = home.resolve("back");
    assertThat(s3cmd("ls")).doesNotContain("depot");
    s3cmd("mb", "s3://depot");
    s3cmd("put", file.toString(), "s3://depot/é/one");
    s3cmd("get", "s3://depot/é/one", back.toString());
    assertThat(back).hasContent("hello");
    s3cmd("cp", "s3://depot/é/one", "s3://depot/two");
    s3cmd("del", "s3://depot/é/one");
    assertThat(s3cmd("ls", "--recursive", "s3://depot")).contains("two").doesNotContain("one");
    assertThat(s3cmd("info", "s3://depot")).contains("us-east-1");
    s3cmd("rb", "--recursive", "--force", "s3://depot");

    s3cmd("mb", "--region=eu-central-1", "s3://berlin");
    s3cmd("put", file.toString(), "s3://berlin/one");
    assertThat(s3cmd("ls", "s3://berlin")).contains("one");
    assertThat(s3cmd("info", "s3://berlin")).contains("eu-central-1");
  }

  private String s3cmd(String... arguments) {
    TestClient boss = company.sandbox().as("boss");
    String host = company.sandbox().host();
    Stream<String> usual =
        Stream.of(
            "--config=/dev/null",
            "--no-ssl",
            "--host=" + host,
            "--host-bucket=" + host,
            "--access_key=" + boss.accessKeyId(),
            "--secret_key=" + boss.secret());
    Programs.Result result =
        Programs.run(
            Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"), "LANG", "C.UTF-8"),
            Programs.require("s3cmd"),
            Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new));
    assertThat(result.status()).as(result.errors()).isZero();
    return result.output();
  }
}
