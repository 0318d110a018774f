package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataTest {
  private static final String PATH = "/examplebucket/config.yml";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** The example of the S3 User Guide, object metadata. */
  @Test
  void what_is_not_ascii_is_answered_as_an_encoded_word() {
    Map<String, String> headers =
        Map.of("X-Amz-Expires", "60", "x-amz-meta-nonascii", "ÄMÄZÕÑ S3", "x-amz-meta-ascii", "S3");
    String query =
        new TestSigner(twin.accessKeyId(), twin.secret(), "s3", "us-east-1")
            .presigned("PUT", PATH, sandbox.host(), sandbox.now(), headers);
    URI url = URI.create(sandbox.url() + PATH + "?" + query);
    HttpRequest put = HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.noBody()).build();
    assertThat(sandbox.send(put).statusCode()).isEqualTo(200);
    assertThat(twin.s3("HEAD", PATH, "", "").response().headers().map())
        .containsEntry("x-amz-meta-nonascii", List.of("=?UTF-8?B?w4PChE3Dg8KEWsODwpXDg8KRIFMz?="))
        .containsEntry("x-amz-meta-ascii", List.of("S3"));
  }
}
